#pragma once

#include "base/time.h"

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

class SystemClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override;
};

}  // namespace safelead::app
