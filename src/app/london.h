#pragma once

#include "directory/local_time.h"

namespace date {
class time_zone;
}

namespace safelead::app {

/// Clocks in England, from the operating system's time zone tables. Made once, at start.
/// @throws Unavailable when those tables are not there.
class London : public directory::Zone {
public:
    London();

    [[nodiscard]] directory::LocalTime local(Instant instant) const override;

    /// The first instant at which the wall shows `wall` (British Summer Time on the night it shows it twice);
    /// where the clocks skip it, the instant they go forward.
    [[nodiscard]] Instant instant(directory::WallTime wall) const override;

private:
    const date::time_zone* zone_;  // Lives as long as the program.
};

}  // namespace safelead::app
