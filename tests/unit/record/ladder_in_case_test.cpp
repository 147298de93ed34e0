// What the ladder of disagreement about a referral means for the case that referred.

#include "record/ladder_in_case.h"

#include "record/what_is_open.h"
#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using tests::Desk;

const Instant noon = tests::at("2026-11-24T12:00:00Z");

ReferralStep step(int number, Side side, StepKind kind, std::optional<Instant> answer_by = {})
{
    StepSaid said{};
    said.kind = kind;
    said.words = "It was said.";
    said.rung = "direct";
    said.agreed = Answer::no;
    return {number, noon, PersonId{"somebody"}, "Somebody", side, std::move(said), answer_by, {}};
}

/// Sent, and then these steps.
Referral referral_with(const std::vector<ReferralStep>& steps)
{
    Referral referral;
    std::uint64_t position = 0;
    const auto keep = [&](ReferralEvent event) {
        referral = evolve(std::move(referral),
                          {++position, noon, std::make_shared<const ReferralEvent>(std::move(event))});
    };
    keep(ReferralSent{ReferralId{"r"},
                      Reference{"R-1"},
                      noon,
                      PersonId{"lead"},
                      "Lead",
                      {OrganisationId{"s"}, "Hill School", AgencyKind::school},
                      {OrganisationId{"o"}, "The front door", AgencyKind::social_care},
                      {},
                      "",
                      "",
                      PoliceNotice::not_needed,
                      {},
                      noon,
                      noon});
    for (const auto& one : steps) keep(one);
    return referral;
}

TEST(LadderInCase, HasATimeOnlyWhereTheAreaGivesOne)
{
    const auto without = referral_with({step(2, Side::sender, StepKind::disagreement_raised)});
    ASSERT_TRUE(ladder_in_case(without, 1));
    EXPECT_FALSE(ladder_in_case(without, 1)->answer_by);
    EXPECT_FALSE(ladder_in_case(without, 2)) << "it is said once";

    const auto with = referral_with({step(2, Side::sender, StepKind::disagreement_raised, noon)});
    EXPECT_EQ(ladder_in_case(with, 1)->answer_by, noon);
    EXPECT_NE(ladder_in_case(with, 1)->words.find("The front door has not answered"), std::string::npos);

    const auto theirs = referral_with({step(2, Side::receiver, StepKind::disagreement_raised, noon)});
    EXPECT_NE(ladder_in_case(theirs, 1)->words.find("answer what The front door"), std::string::npos);

    const auto answered = referral_with({step(2, Side::sender, StepKind::disagreement_raised, noon),
                                         step(3, Side::receiver, StepKind::disagreement_answered)});
    EXPECT_FALSE(ladder_in_case(answered, 2)->answer_by);
    EXPECT_FALSE(ladder_in_case(referral_with({step(2, Side::receiver, StepKind::received)}), 1));
}

TEST(LadderInCase, IsATaskThatIsOverdueWhenItsTimeIsOverAndSettledByTheNextStep)
{
    Desk desk;
    desk.open();
    const auto due = tests::at("2026-11-27T16:30:00Z");
    desk.must(FollowLadder{PersonId{"lead"}, "R-1", "Ring them.", due});
    auto waiting = tasks_to_do(desk.now());
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting.front()->set.due, due);
    EXPECT_EQ(waiting.front()->set.owner, "dsl") << "whoever has the case";
    EXPECT_EQ(waiting.front()->set.words, "Ring them.");

    desk.must(FollowLadder{PersonId{"lead"}, "R-2", "Ring the others.", due});
    EXPECT_EQ(tasks_to_do(desk.now()).size(), 2U) << "another referral has its own";
    desk.must(FollowLadder{PersonId{"lead"}, "R-1", "Ring them again.", due});
    EXPECT_EQ(tasks_to_do(desk.now()).size(), 2U) << "the step before is settled";
    desk.must(FollowLadder{PersonId{"worker"}, "R-1", "", std::nullopt});
    waiting = tasks_to_do(desk.now());
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting.front()->set.words, "Ring the others.");
}

}  // namespace
}  // namespace safelead::record
