#include "app/circumstances.h"

#include "app/packs.h"
#include "support/packs.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

using directory::Arrangements;
using directory::Deadline;

/// A step of the newest edition, called for on a Monday at 10.
class StepDueTest : public ::testing::Test {
protected:
    static record::StepDue due_in(const Arrangements* area, const char* step)
    {
        const directory::WorkingTime calendar{{}, test::local_guidance().holidays, test::london()};
        const auto& steps = test::packs().newest().steps();
        const auto found = std::ranges::find(steps, guidance::StepId{step}, &guidance::Step::id);
        return due(calendar, area, *parse_instant("2026-11-23T10:00:00Z"), *found);
    }

    static Arrangements giving(const char* step, Deadline deadline)
    {
        return {"hill",
                {},
                {{"time", "", "", deadline, "the call", step, {{{"seen", "a page"}}, {}, {}, Date{}}}}};
    }
};

TEST_F(StepDueTest, IsTheGuidancesTimeWhereTheAreaSaysNothing)
{
    const auto other = giving("another", {Deadline::Kind::real_time, 60});
    for (const Arrangements* area : {static_cast<const Arrangements*>(nullptr), &other}) {
        const auto due = due_in(area, "contact-form");
        EXPECT_EQ(due.at, *parse_instant("2026-11-24T10:00:00Z"));
        EXPECT_NE(due.source.find("Duty and Advice"), std::string::npos) << due.source;
    }
}

TEST_F(StepDueTest, IsTheAreasTimeWithItsSourceWhereThatIsSooner)
{
    const auto sooner = giving("contact-form", {Deadline::Kind::real_time, 120});
    const auto due = due_in(&sooner, "contact-form");
    EXPECT_EQ(due.at, *parse_instant("2026-11-23T12:00:00Z"));
    EXPECT_EQ(due.source, "seen, a page");
}

TEST_F(StepDueTest, IsNeverLaterThanTheGuidanceSays)
{
    const auto later = giving("contact-form", {Deadline::Kind::working_days, 5});
    EXPECT_EQ(due_in(&later, "contact-form").at, *parse_instant("2026-11-24T10:00:00Z"));
}

}  // namespace
}  // namespace safelead::app
