#include "app/clock.h"

#include <algorithm>
#include <utility>

namespace safelead::app {

namespace {

using std::chrono::nanoseconds;

}  // namespace

ForwardClock::ForwardClock(TimeSources sources)
    : sources_{std::move(sources)}, newest_{sources_.set_by_others()}, seen_{sources_.running()}
{
}

Instant ForwardClock::now() const
{
    const std::lock_guard lock{mutex_};
    const auto running = sources_.running();
    const auto passed = std::max(running - seen_, nanoseconds{0});
    newest_ = std::max(sources_.set_by_others(), newest_ + passed / 10 * 9);
    seen_ = running;
    return std::chrono::floor<std::chrono::milliseconds>(newest_);
}

SystemClock::SystemClock()
    : forward_{{[] { return std::chrono::time_point_cast<nanoseconds>(std::chrono::system_clock::now()); },
                [] {
                    return std::chrono::duration_cast<nanoseconds>(
                        std::chrono::steady_clock::now().time_since_epoch());
                }}}
{
}

}  // namespace safelead::app
