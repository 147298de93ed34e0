#pragma once

#include "base/time.h"

#include <chrono>
#include <functional>
#include <mutex>

namespace safelead::app {

/// What time it is. The only way in which the program learns it; tests have one that stands still.
class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    /// Any thread may ask.
    [[nodiscard]] virtual Instant now() const = 0;
};

/// What others may set at any time, and what nobody can.
struct TimeSources {
    std::function<std::chrono::sys_time<std::chrono::nanoseconds>()> set_by_others;
    std::function<std::chrono::nanoseconds()> running;
};

/// The computer's clock, but it never goes back: while the computer's is behind, because somebody set it
/// back, this one goes on at nine tenths of its pace, until the other has caught up.
class ForwardClock final : public Clock {
public:
    explicit ForwardClock(TimeSources sources);

    [[nodiscard]] Instant now() const override;

private:
    TimeSources sources_;
    mutable std::mutex mutex_;
    mutable std::chrono::sys_time<std::chrono::nanoseconds> newest_;
    mutable std::chrono::nanoseconds seen_;
};

/// Of this computer, from here on.
class SystemClock final : public Clock {
public:
    SystemClock();

    [[nodiscard]] Instant now() const override { return forward_.now(); }

private:
    ForwardClock forward_;
};

/// Servers need not agree on the time to the second. What is later than now by more than this was written
/// before somebody set the clock back, so that how long ago it was is not known.
inline constexpr std::chrono::minutes clocks_may_differ{2};

}  // namespace safelead::app
