#include "app/london.h"
#include "directory/working_time.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safelead::directory {
namespace {

using namespace std::chrono;

const app::London london;
const BankHolidays holidays{{{year{2026} / 4 / 3, "Good Friday"},
                             {year{2026} / 4 / 6, "Easter Monday"},
                             {year{2026} / 12 / 25, "Christmas Day"},
                             {year{2026} / 12 / 28, "Boxing Day"}}};
const WorkingTime working{{}, holidays, london};

/// Any minute of 2026, those around a night on which the clocks change as often as all others.
rc::Gen<Instant> moments()
{
    const auto any = rc::gen::inRange<int>(0, 365 * 24 * 60);
    const auto spring = rc::gen::inRange<int>(87 * 24 * 60 - 120, 87 * 24 * 60 + 240);    // 29 March
    const auto autumn = rc::gen::inRange<int>(297 * 24 * 60 - 120, 297 * 24 * 60 + 240);  // 25 October
    return rc::gen::map(rc::gen::oneOf(any, spring, autumn),
                        [](int minute) { return Instant{sys_days{year{2026} / 1 / 1}} + minutes{minute}; });
}

rc::Gen<Deadline> deadlines()
{
    using Kind = Deadline::Kind;
    return rc::gen::apply(
        [](Kind kind, int amount) {
            return Deadline{kind, kind == Kind::working_days ? amount % 20 : amount};
        },
        rc::gen::element(Kind::real_time, Kind::working_time, Kind::end_of_school_day, Kind::working_days),
        rc::gen::inRange(0, 5000));
}

RC_GTEST_PROP(Deadlines, AreNeverInThePast, ())
{
    const auto from = *moments();
    RC_ASSERT(working.deadline_after(from, *deadlines()) >= from);
}

RC_GTEST_PROP(Deadlines, AreNeverEarlierForALaterStart, ())
{
    const auto one = *moments();
    const auto two = *moments();
    const auto deadline = *deadlines();
    RC_ASSERT(working.deadline_after(std::min(one, two), deadline) <=
              working.deadline_after(std::max(one, two), deadline));
}

RC_GTEST_PROP(Deadlines, AreNeverEarlierForALargerAmount, ())
{
    const auto from = *moments();
    auto deadline = *deadlines();
    const auto sooner = working.deadline_after(from, deadline);
    deadline.amount += *rc::gen::inRange(0, 10);
    RC_ASSERT(sooner <= working.deadline_after(from, deadline));
}

RC_GTEST_PROP(SafetyDeadlines, NeverPause, ())
{
    const auto from = *moments();
    const auto amount = *rc::gen::inRange(0, 10'000);
    RC_ASSERT(working.deadline_after(from, {Deadline::Kind::real_time, amount}) == from + minutes{amount});
}

RC_GTEST_PROP(WorkingDeadlines, ComeWhileSomebodyIsThere, ())
{
    const auto due =
        working.deadline_after(*moments(), {Deadline::Kind::working_time, *rc::gen::inRange(1, 5000)});
    RC_ASSERT(working.is_working_moment(due - minutes{1}));
}

RC_GTEST_PROP(London, GivesBackEveryMinute, ())
{
    const auto moment = *moments();
    RC_ASSERT(instant_of(london.local(moment)) == moment);
}

}  // namespace
}  // namespace safelead::directory
