#pragma once

#include "directory/local_time.h"

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
    const void* zone_;  // A date::time_zone, which lives as long as the program.
};

}  // namespace safelead::app
