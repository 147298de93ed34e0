#include "app/workers.h"

namespace safelead::app {

Workers::Workers(unsigned threads, std::size_t longest_queue) : longest_queue_{longest_queue}
{
    for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work_off(); });
}

Workers::~Workers()
{
    {
        const std::lock_guard lock{mutex_};
        is_stopping_ = true;
    }
    wake_.notify_all();
    for (auto& thread : threads_) thread.join();
}

bool Workers::is_stopping() const
{
    const std::lock_guard lock{mutex_};
    return is_stopping_;
}

bool Workers::submit(std::function<void()> work, IfFull if_full)
{
    {
        const std::lock_guard lock{mutex_};
        if (is_stopping_) return false;
        if (if_full == IfFull::turn_away && queue_.size() >= longest_queue_) return false;
        queue_.push_back(std::move(work));
    }
    wake_.notify_one();
    return true;
}

void Workers::work_off()
{
    while (true) {
        std::function<void()> work;
        {
            std::unique_lock lock{mutex_};
            wake_.wait(lock, [this] { return is_stopping_ || !queue_.empty(); });
            if (queue_.empty()) return;
            work = std::move(queue_.front());
            queue_.pop_front();
        }
        work();
    }
}

}  // namespace safelead::app
