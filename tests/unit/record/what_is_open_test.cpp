#include "record/what_is_open.h"

#include "support/case_builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::head;
using tests::lead;
using tests::small_pack;

TEST(OpenQuestions, BeginWithTheDecisiveOnesInTheOrderOfTheAdvice)
{
    Desk desk;
    desk.open();
    const auto questions = questions_of(desk.now(), small_pack());
    ASSERT_EQ(questions.size(), 6U);
    std::vector<guidance::FactId> asked;
    for (const auto& open : questions) {
        EXPECT_EQ(open.asked, Asked::never);
        if (open.decisive) asked.push_back(open.question->fact);
    }
    auto expected = desk.now().advice->advice.ask_next;
    std::erase(expected, guidance::FactId{"subject_age"});
    EXPECT_EQ(asked, expected);
    EXPECT_FALSE(questions.back().decisive);
    EXPECT_EQ(questions.back().question->fact, guidance::FactId{"onward_sharing_without_consent"});
}

TEST(OpenQuestions, EndWithWhatIsAnsweredAndKeepNotKnownApartFromNeverAsked)
{
    Desk desk;
    desk.open().answer("coercion", "no").answer("immediate_danger", "unknown");
    const auto questions = questions_of(desk.now(), small_pack());
    EXPECT_EQ(questions.back().question->fact, guidance::FactId{"coercion"});
    EXPECT_EQ(questions.back().asked, Asked::answered);
    EXPECT_EQ(questions.back().answer->value, "no");
    const auto danger = std::ranges::find(questions, guidance::FactId{"immediate_danger"},
                                          [](const OpenQuestion& open) { return open.question->fact; });
    EXPECT_EQ(danger->asked, Asked::not_known);
    EXPECT_TRUE(danger->decisive);
}

TEST(OpenQuestions, NameThePeopleNobodyHasDescribed)
{
    Desk desk;
    desk.open().with_two_children().answered();
    desk.must(AddPerson{lead, std::nullopt, "somebody met online"});
    EXPECT_EQ(not_yet_described(desk.now()), std::vector{CaseRef{"C"}});
    EXPECT_EQ(unknowns_to_say(desk.now(), small_pack()), std::vector<std::string>{"role:C"});
}

TEST(ManagingAlone, IsNeitherReferringNorConsulting)
{
    for (const auto* route : {"BEHAVIOUR_POLICY", "ADULT_VICTIM_SUPPORT", "SCHOOL_MANAGE"}) {
        EXPECT_TRUE(manages_alone(small_pack(), route)) << route;
    }
    for (const auto* route : {"CONSULT", "REFER_IMMEDIATE", "POLICE_URGENT", "EMERGENCY_999", "NONE_SUCH"}) {
        EXPECT_FALSE(manages_alone(small_pack(), route)) << route;
    }
}

TEST(CaseUrgency, PutsWhatIsToBeReferredBeforeWhatIsDecided)
{
    Desk grave;
    grave.open().with_two_children().answered({{"coercion", "yes"}});
    Desk calm;
    calm.open().with_two_children().answered();
    Desk waiting;
    waiting.open().with_two_children().answered();
    waiting.must(tests::not_referring("SCHOOL_MANAGE"));
    Desk closed;
    closed.open().with_two_children().answered();
    closed.must(tests::not_referring("SCHOOL_MANAGE"));
    closed.must(SignOffDecision{1, head, {}});
    closed.settle_tasks();
    const auto rank = [](Desk& desk) { return urgency(desk.now(), small_pack(), desk.circumstances().now); };
    EXPECT_GT(rank(grave), rank(calm));
    EXPECT_GT(rank(calm), rank(waiting));
    EXPECT_GT(rank(waiting), rank(closed));
    const int before = rank(closed);
    closed.must(CloseCase{lead, "Done."});
    EXPECT_GT(before, rank(closed));
}

}  // namespace
}  // namespace safelead::record
