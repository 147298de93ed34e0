#include "app/signal.h"

namespace safelead::app {

void Signal::when_open(std::function<void()> tell)
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

void Signal::wait()
{
    std::unique_lock lock{mutex_};
    opened_.wait(lock, [this] { return is_open_; });
}

void Signal::open()
{
    std::vector<std::function<void()>> waiting;
    {
        const std::lock_guard lock{mutex_};
        is_open_ = true;
        waiting.swap(waiting_);
        opened_.notify_all();
    }
    for (const auto& tell : waiting) tell();
}

}  // namespace safelead::app
