#include "store/postgres/pool.h"

namespace safelead::store::postgres {
namespace {

constexpr std::size_t most_idle = 16;

constexpr Query alive_query{"alive", "SELECT 1"};

/// A server that is down is not asked by every request in turn: each would wait for it.
constexpr std::chrono::milliseconds rest_after_failure{250};

}  // namespace

Pool::Pool(std::string address, Durability durability) : address_{std::move(address)}, durability_{durability}
{
}

/// Of those who would connect to a database that was out of reach a moment ago, one tries: to each it can
/// take as long as the connection may, and there are only so many threads.
class Pool::Turn {
public:
    explicit Turn(Pool& pool) : pool_{pool}
    {
        const std::lock_guard lock{pool_.mutex_};
        if (pool_.why_not_.empty()) return;
        if (pool_.is_tried_ || std::chrono::steady_clock::now() < pool_.not_before_)
            throw SqlFailure{pool_.why_not_, ""};
        pool_.is_tried_ = is_the_one_ = true;
    }
    Turn(const Turn&) = delete;
    Turn& operator=(const Turn&) = delete;
    ~Turn()
    {
        const std::lock_guard lock{pool_.mutex_};
        if (is_the_one_) pool_.is_tried_ = false;
    }

private:
    Pool& pool_;
    bool is_the_one_ = false;
};

std::unique_ptr<Connection> Pool::connect()
{
    const Turn turn{*this};
    try {
        auto connection = std::make_unique<Connection>(address_, durability_);
        const std::lock_guard lock{mutex_};
        why_not_.clear();
        return connection;
    } catch (const SqlFailure& failure) {
        const std::lock_guard lock{mutex_};
        why_not_ = failure.what();
        not_before_ = std::chrono::steady_clock::now() + rest_after_failure;
        throw;
    }
}

bool Pool::still_answers(Connection& connection)
{
    try {
        (void)connection.ask(alive_query, {});
        return true;
    } catch (const SqlFailure& failure) {
        if (!failure.may_be_tried_again()) throw;
        return false;
    }
}

std::unique_ptr<Connection> Pool::take()
{
    const std::lock_guard lock{mutex_};
    if (idle_.empty()) return nullptr;
    auto connection = std::move(idle_.back());
    idle_.pop_back();
    return connection;
}

void Pool::put_back(std::unique_ptr<Connection> connection)
{
    const std::lock_guard lock{mutex_};
    if (connection->is_sound() && idle_.size() < most_idle) idle_.push_back(std::move(connection));
}

void Pool::forget_idle()
{
    const std::lock_guard lock{mutex_};
    idle_.clear();
}

}  // namespace safelead::store::postgres
