#pragma once

#include <chrono>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>

namespace safelead::main {

/// Does something again and again, on a thread of its own, until it goes out of scope. What throws is done
/// again next time; `failed` is told why, on that thread, and must not throw.
class Timer {
public:
    using Failed = std::function<void(const std::exception& why)>;
    /// One that takes long looks whether it is to stop: whoever lets the timer go waits for it.
    using LongTask = std::function<void(const std::stop_token& over)>;

    Timer(std::chrono::milliseconds every, LongTask task, Failed failed);
    Timer(std::chrono::milliseconds every, std::function<void()> task, Failed failed);
    ~Timer();
    Timer(const Timer&) = delete;
    Timer& operator=(const Timer&) = delete;

private:
    void run(std::stop_token stop);

    std::chrono::milliseconds every_;
    LongTask task_;
    Failed failed_;
    std::mutex mutex_;
    std::condition_variable_any woken_;
    std::jthread thread_;
};

}  // namespace safelead::main
