#include "record/from_report.h"

#include "record/what_is_open.h"
#include "support/case_builders.h"
#include "support/packs.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::record {
namespace {

Concern saying(Answer danger, StaffExposure exposure)
{
    Concern concern;
    concern.reported.danger_now = danger;
    concern.reported.staff_exposure = exposure;
    return concern;
}

TEST(FromReport, ProposesWhatTheReportSaysAndNothingThatItDoesNot)
{
    const std::vector said{saying(Answer::no, StaffExposure::accidental)};
    EXPECT_EQ(facts_in_reports(Case{}, said),
              (std::vector<FactAnswered>{{"immediate_danger", "no"}, {"staff_exposure", "accidental"}}));
    EXPECT_TRUE(
        facts_in_reports(Case{}, std::vector{saying(Answer::unknown, StaffExposure::unknown)}).empty());
}

TEST(FromReport, TakesTheGraverOfTwo)
{
    const std::vector said{saying(Answer::yes, StaffExposure::none),
                           saying(Answer::no, StaffExposure::copied)};
    EXPECT_EQ(facts_in_reports(Case{}, said),
              (std::vector<FactAnswered>{{"immediate_danger", "yes"}, {"staff_exposure", "copied"}}));
}

TEST(FromReport, ProposesNothingThatSomebodyAnswered)
{
    Case of;
    of.answers.insert_or_assign("immediate_danger", Established{"unknown", tests::lead, {}, ""});
    EXPECT_TRUE(facts_in_reports(of, std::vector{saying(Answer::no, StaffExposure::unknown)}).empty());
}

TEST(AskableAtOnce, AreQuestionsOfYesOrNoThatNobodyAnsweredAndNeverDanger)
{
    const auto& pack = test::pack("ukcis-2024");
    tests::Desk desk{pack, pack};
    desk.open().with_two_children();
    const auto all = askable_at_once(desk.now(), pack);
    EXPECT_EQ(std::ranges::count(all, "coercion"), 1);
    for (const auto* fact : {"immediate_danger", "immediate_harm", "medium", "adult_involved"})
        EXPECT_EQ(std::ranges::count(all, fact), 0) << fact;
    desk.answer("coercion", "unknown");
    EXPECT_EQ(std::ranges::count(askable_at_once(desk.now(), pack), "coercion"), 0);
}

}  // namespace
}  // namespace safelead::record
