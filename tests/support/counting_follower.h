#pragma once

// What follows a log, and one event to write to it.

#include "app/follower.h"
#include "support/ledger_parts.h"

#include <fmt/format.h>

#include <memory>
#include <shared_mutex>

namespace safelead::test {

/// Knows how many events it was given.
class CountingFollower final : public app::Follower {
public:
    using Follower::Follower;

    [[nodiscard]] int count() const
    {
        const std::shared_lock lock{mutex_};
        return count_;
    }

private:
    void take(const app::Entered&, Shown) override { ++count_; }

    int count_ = 0;
};

/// One event, for the stream of views of a day.
struct OneView {
    ledger::StreamId stream = app::stream_of_views(Date{std::chrono::sys_days{std::chrono::days{20'500}}});
    app::AnyEvent event = std::make_shared<const exchange::ViewEvent>(
        exchange::ReferralViewed{record::ReferralId{"0b4e"}, PersonId{"p"}, {}});

    Later<ledger::SubmitResult> to(app::Follower& follower, int number) const
    {
        auto note = std::make_shared<app::Note>();
        note->events.emplace_back(stream, event);
        return follower.submit({CommandId{fmt::format("command-{}", number)},
                                {},
                                {},
                                {{stream, ledger::shared_part(), app::bytes_of_event(event)}},
                                at(number),
                                nullptr},
                               note);
    }
};

}  // namespace safelead::test
