#include "ledger/commit_gate.h"

#include "base/bug.h"
#include "base/unavailable.h"

#include <utility>

namespace safelead::ledger {

void CommitGate::when_open(std::function<void()> tell)
{
    {
        const std::lock_guard lock{mutex_};
        if (!is_open_) {
            waiting_.push_back(std::move(tell));
            return;
        }
    }
    tell();
}

void CommitGate::wait()
{
    std::unique_lock lock{mutex_};
    opened_.wait(lock, [&] { return is_open_; });
}

void CommitGate::open(SubmitResult result)
{
    std::unique_lock lock{mutex_};
    result_ = std::move(result);
    open_now(std::move(lock));
}

void CommitGate::open_failed(std::string why)
{
    std::unique_lock lock{mutex_};
    why_not_ = std::move(why);
    open_now(std::move(lock));
}

void CommitGate::open_now(std::unique_lock<std::mutex> lock)
{
    is_open_ = true;
    const auto waiting = std::exchange(waiting_, {});
    opened_.notify_all();
    lock.unlock();
    for (const auto& tell : waiting) tell();
}

SubmitResult CommitGate::result() const
{
    const std::lock_guard lock{mutex_};
    if (!is_open_) throw_bug("a commit was asked for its result before it had one");
    if (!result_) throw Unavailable{why_not_};
    return *result_;
}

}  // namespace safelead::ledger
