#pragma once

// How often to look whether another server has written.
//
// Where several servers share a record, each request must show at least what was recorded when it began: so
// that nobody sees an older page after a newer one, and a role that was taken away is gone at once. It need
// not look again and again while it is being answered.

#include <cstdint>

namespace safelead::app {

/// While it lives, on this thread: each log is looked at once, and what another request saw since this was
/// made will do.
class OneLook {
public:
    OneLook();
    OneLook(const OneLook&) = delete;
    OneLook& operator=(const OneLook&) = delete;
    ~OneLook();

private:
    std::uint64_t before_;
};

/// Looks are numbered as they begin.
[[nodiscard]] std::uint64_t begin_look();

/// The oldest look that will do for this thread: where there is no OneLook, only one that begins now.
[[nodiscard]] std::uint64_t oldest_look_that_will_do();

/// What was seen was not the newest: for this thread only a look that begins now will do.
void look_again();

}  // namespace safelead::app
