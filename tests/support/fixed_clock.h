#pragma once

#include "app/clock.h"

#include <atomic>

namespace safelead::test {

/// A clock that stands still until it is told. Any thread may look.
class FixedClock final : public app::Clock {
public:
    explicit FixedClock(Instant at) : at_{at.time_since_epoch().count()} {}

    [[nodiscard]] Instant now() const override { return Instant{std::chrono::milliseconds{at_.load()}}; }

    void set(Instant at) { at_ = at.time_since_epoch().count(); }

    void pass(std::chrono::milliseconds time) { at_ += time.count(); }

private:
    std::atomic<std::chrono::milliseconds::rep> at_;
};

}  // namespace safelead::test
