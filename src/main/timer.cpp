#include "main/timer.h"

#include <utility>

namespace safelead::main {

Timer::Timer(std::chrono::milliseconds every, std::function<void()> task, Failed failed)
    : Timer{every, LongTask{[task = std::move(task)](const std::stop_token&) { task(); }}, std::move(failed)}
{
}

Timer::Timer(std::chrono::milliseconds every, LongTask task, Failed failed)
    : every_{every},
      task_{std::move(task)},
      failed_{std::move(failed)},
      thread_{[this](const std::stop_token& stop) { run(stop); }}
{
}

Timer::~Timer() = default;  // The thread is asked to stop, and joined.

void Timer::run(std::stop_token stop)
{
    while (!stop.stop_requested()) {
        try {
            task_(stop);
        } catch (const std::exception& why) {
            failed_(why);
        }
        std::unique_lock lock{mutex_};
        woken_.wait_for(lock, stop, every_, [] { return false; });
    }
}

}  // namespace safelead::main
