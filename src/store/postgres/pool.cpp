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

std::unique_ptr<Connection> Pool::connect()
{
    {
        const std::lock_guard lock{mutex_};
        if (!why_not_.empty() && std::chrono::steady_clock::now() < not_before_)
            throw SqlFailure{why_not_, ""};
    }
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
