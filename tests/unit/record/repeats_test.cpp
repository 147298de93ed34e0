#include "record/repeats.h"

#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

Case reported(std::string id, std::string_view day, std::optional<ChildId> child)
{
    Case of;
    of.id = CaseId{id};
    of.reference = Reference{std::string{"C-"} + id};
    of.reported_on = tests::on(day);
    of.people = {{CaseRef{"B"}, std::move(child), "", {}}};
    return of;
}

const ChildId sam{"child-1"};

TEST(Repeats, AreOfTheSameChildWithinTwelveMonths)
{
    const auto now = reported("2", "2026-11-23", sam);
    EXPECT_EQ(repeat_in(now, reported("1", "2026-03-01", sam)),
              (Repeat{Reference{"C-1"}, tests::on("2026-03-01"), CaseRef{"B"}}));
    EXPECT_TRUE(repeat_in(now, reported("1", "2025-11-23", sam)).has_value());
    EXPECT_FALSE(repeat_in(now, reported("1", "2025-11-22", sam)).has_value());
    EXPECT_FALSE(repeat_in(now, reported("1", "2026-03-01", ChildId{"child-2"})).has_value());
    EXPECT_FALSE(repeat_in(now, reported("1", "2026-03-01", std::nullopt)).has_value());
    EXPECT_FALSE(repeat_in(now, now).has_value());
    EXPECT_FALSE(repeat_in(reported("1", "2026-03-01", sam), now).has_value());
}

TEST(Repeats, OfALeapDayEndWithFebruary)
{
    EXPECT_TRUE(repeat_in(reported("2", "2025-02-28", sam), reported("1", "2024-02-29", sam)).has_value());
    EXPECT_FALSE(repeat_in(reported("2", "2025-03-01", sam), reported("1", "2024-02-29", sam)).has_value());
}

TEST(Repeats, LeaveTheFactToWhoeverDecides)
{
    Case of = reported("1", "2026-03-01", sam);
    EXPECT_TRUE(asks_for_prior_incident(of));
    of.answers.insert_or_assign("prior_incident", Established{"no", tests::lead, {}, ""});
    EXPECT_FALSE(asks_for_prior_incident(of));
}

}  // namespace
}  // namespace safelead::record
