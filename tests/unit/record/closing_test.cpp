// What has to be true before a case is closed, and what opens it again.

#include "record/closing.h"

#include "support/case_builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::head;
using tests::lead;
using tests::not_referring;

const EventTime today{"today", std::nullopt, std::nullopt};

std::vector<ClosingNeed> not_met(const Case& of, const ReferralsStand& referrals = {})
{
    std::vector<ClosingNeed> needs;
    const auto now = decision::evaluate(tests::small_pack(), facts_of(of));
    for (const auto& criterion : closing_criteria(of, tests::small_pack(), now, referrals))
        if (criterion.not_met) needs.push_back(criterion.need);
    return needs;
}

SomethingNew again(NewThing kind = NewThing::image_again)
{
    return {lead, kind, std::nullopt, today, "It was seen in another group.", "a parent"};
}

Desk settled()
{
    Desk desk;
    desk.open().with_two_children().answered();
    desk.must(not_referring("SCHOOL_MANAGE"));
    desk.must(SignOffDecision{1, head, std::nullopt});
    desk.settle_tasks();
    return desk;
}

TEST(Closing, IsOfferedWhereEverythingIsMet)
{
    Desk desk = settled();
    EXPECT_TRUE(not_met(desk.now()).empty());
    desk.must(CloseCase{lead, "The plan is done."});
}

TEST(Closing, ShowsWhatIsNotMet)
{
    Desk desk;
    desk.open().with_two_children().answered();
    EXPECT_EQ(not_met(desk.now()).front(), ClosingNeed::decided);
    desk.must(not_referring("SCHOOL_MANAGE"));
    const auto open = not_met(desk.now());
    EXPECT_EQ(std::ranges::count(open, ClosingNeed::signed_off), 1);
    EXPECT_EQ(std::ranges::count(open, ClosingNeed::tasks_settled), 1);
}

TEST(Closing, WaitsForTheReviewsOfAPlanOrTheReasonForNone)
{
    Desk desk = settled();
    desk.must(
        KeepRecord{SupportPlanMade{0, lead, CaseRef{"A"}, "At home.", "", "", "A mentor.", "", "", ""}});
    EXPECT_EQ(not_met(desk.now()), std::vector{ClosingNeed::plans_reviewed});
    EXPECT_EQ(desk.refused(CloseCase{lead, "Done."}).why, CaseRefused::tasks_to_do);
    for (const auto& task : desk.now().tasks)
        if (task.state == TaskState::to_do) desk.must(DropTask{task.set.task, lead, "The child moved away."});
    desk.must(CloseCase{lead, "Done."});
}

TEST(Closing, WaitsForTheThreeSignaturesOfAViewing)
{
    Desk desk = settled();
    desk.must(KeepRecord{ViewingRecorded{0, lead, CaseRef{"A"}, lead, "safeguarding lead", head, today,
                                         tests::teacher, "the head's office", Answer::yes, "",
                                         ViewingGround::unavoidable, "It was on the school's own system.",
                                         Answer::no, today, "a minute", "It was reported.", Answer::yes}});
    EXPECT_EQ(desk.refused(CloseCase{lead, "Done."}).why, CaseRefused::signature_missing);
    desk.must(KeepRecord{ViewingSigned{1, lead, SignsAs::viewer, ""}});
    desk.must(KeepRecord{ViewingSigned{1, tests::teacher, SignsAs::witness, ""}});
    EXPECT_EQ(desk.refused(CloseCase{lead, "Done."}).why, CaseRefused::signature_missing);
    desk.must(KeepRecord{ViewingSigned{1, head, SignsAs::approver, ""}});
    desk.must(CloseCase{lead, "Done."});
}

TEST(SomethingNewTest, OpensAClosedCaseAndItIsDecidedAgain)
{
    Desk desk = settled();
    desk.must(CloseCase{lead, "Done."});
    auto wordless = again();
    wordless.words = " ";
    EXPECT_EQ(desk.refused(KeepRecord{wordless}).why, CaseRefused::no_reason);
    EXPECT_EQ(desk.refused(KeepRecord{OwnTaskSet{TaskId{""}, lead, "x", {}, Clock::real, 1, {}}}).why,
              CaseRefused::not_open);
    desk.must(KeepRecord{again()});
    EXPECT_EQ(desk.now().state, CaseState::open);
    desk.settle_tasks();
    EXPECT_EQ(not_met(desk.now()), std::vector{ClosingNeed::looked_at_again});
    EXPECT_EQ(desk.refused(CloseCase{lead, "Done."}).why, CaseRefused::not_looked_at_again);
    desk.must(not_referring("SCHOOL_MANAGE"));
    desk.must(SignOffDecision{2, head, std::nullopt});
    desk.settle_tasks();
    desk.must(CloseCase{lead, "Done again."});
}

TEST(SomethingNewTest, SetsATaskInAnOpenCaseToo)
{
    Desk desk = settled();
    const auto before = desk.now().tasks.size();
    desk.must(KeepRecord{again(NewThing::new_adult)});
    ASSERT_EQ(desk.now().tasks.size(), before + 1);
    EXPECT_EQ(desk.now().tasks.back().set.step, "something-new");
    EXPECT_EQ(desk.refused(CloseCase{lead, "Done."}).why, CaseRefused::not_looked_at_again);
}

TEST(SomethingNewTest, DoesNotSayOverInTheSharedPartWhatIsAboutOneChild)
{
    Desk desk = settled();
    desk.must(CloseCase{lead, "Done."});
    auto about = again();
    about.about = CaseRef{"A"};
    int reopened = 0;
    for (const auto& event : desk.must(KeepRecord{about})) {
        const auto* again_open = std::get_if<CaseReopened>(&event);
        if (again_open == nullptr) continue;
        ++reopened;
        EXPECT_EQ(again_open->reason.find("another group"), std::string::npos);
    }
    EXPECT_EQ(reopened, 1);
}

TEST(AgencyAnsweredTest, ChasingSetsTheNextLookAndAnAnswerSettlesIt)
{
    Desk desk;
    desk.open().with_two_children().answered({{"coercion", "yes"}});
    EXPECT_EQ(desk.refused(tests::agency_answer()).why, CaseRefused::referral_not_recorded);
    desk.must(tests::referral());
    EXPECT_EQ(std::ranges::count(not_met(desk.now()), ClosingNeed::agency_answered), 1);
    desk.must(KeepRecord{
        AgencyAnswered{lead, "Duty and Advice", "", today, AgencyAnswer::chased, "Nobody has looked yet."}});
    EXPECT_EQ(std::ranges::count(not_met(desk.now()), ClosingNeed::agency_answered), 0);
    const auto waits = [&] {
        return std::ranges::count_if(desk.now().tasks, [](const Task& task) {
            return task.set.step == "agency-answer:1" && task.state == TaskState::to_do;
        });
    };
    EXPECT_EQ(waits(), 1);
    desk.must(tests::agency_answer());
    EXPECT_EQ(waits(), 0);
}

/// Referred to social care and to the police.
Desk referred_to_two()
{
    Desk desk;
    desk.open().with_two_children().answered({{"coercion", "yes"}});
    desk.must(tests::referral());
    auto police = tests::referral();
    police.referral.to = "Safer Schools";
    police.referral.their_reference = "R-2";
    police.referral.kind = AgencyKind::police;
    desk.must(police);
    return desk;
}

std::vector<std::string> silent(const Case& of, const ReferralsStand& referrals = {})
{
    const auto now = decision::evaluate(tests::small_pack(), facts_of(of));
    for (const auto& criterion : closing_criteria(of, tests::small_pack(), now, referrals))
        if (criterion.need == ClosingNeed::agency_answered) return criterion.about;
    return {};
}

AgencyAnswered answer_of(std::string agency, std::string said = "They look at it.",
                         AgencyAnswer answer = AgencyAnswer::no_further_action)
{
    return {lead, std::move(agency), "", today, answer, std::move(said)};
}

using Names = std::vector<std::string>;

TEST(AgencyAnsweredTest, OfOneAgencySaysNothingOfAnother)
{
    Desk desk = referred_to_two();
    EXPECT_EQ(silent(desk.now()), (Names{"Duty and Advice", "Safer Schools"}));
    desk.must(KeepRecord{answer_of("duty and advice ")});
    EXPECT_EQ(silent(desk.now()), Names{"Safer Schools"});
    EXPECT_EQ(std::ranges::count(not_met(desk.now()), ClosingNeed::agency_answered), 1);
    desk.must(KeepRecord{answer_of("Duty and Advice")});
    EXPECT_EQ(silent(desk.now()), Names{"Safer Schools"}) << "however often the other one answers";
    desk.must(KeepRecord{answer_of("Safer Schools", "Not yet.", AgencyAnswer::chased)});
    EXPECT_TRUE(silent(desk.now()).empty());
}

TEST(AgencyAnsweredTest, IsOfTheReferralThatItNames)
{
    Desk desk = referred_to_two();
    desk.must(KeepRecord{answer_of("Duty and Advice", "Referral R-2: It was weighed.")});
    EXPECT_EQ(silent(desk.now()), Names{"Duty and Advice"});
}

TEST(AgencyAnsweredTest, IsFoundByPartOfANameAndElseIsOfTheOnlyOneThatWaits)
{
    Desk desk = referred_to_two();
    desk.must(KeepRecord{answer_of("Somebody else")});
    EXPECT_EQ(silent(desk.now()).size(), 2U) << "nobody can tell whose answer this is";
    desk.must(KeepRecord{answer_of("Safer Schools Officers")});
    EXPECT_EQ(silent(desk.now()), Names{"Duty and Advice"});
    desk.must(KeepRecord{answer_of("Children’s social care")});
    EXPECT_TRUE(silent(desk.now()).empty());
}

TEST(AgencyAnsweredTest, IsNotWaitedForWhereTheReferralItselfWasDecidedOrIsAtAnEnd)
{
    const Desk desk = referred_to_two();
    EXPECT_EQ(silent(desk.now(), {.settled = {"R-2"}}), Names{"Duty and Advice"});
    EXPECT_TRUE(silent(desk.now(), {.settled = {"R-1", "R-2"}}).empty());
}

TEST(ReferredTest, IsNotWhatWasWithdrawnOrIsAnotherAgencysAndOneOfSeveralIsEnough)
{
    Desk desk = referred_to_two();
    desk.must(tests::referring("REFER_IMMEDIATE"));
    const auto lacks = [&](const ReferralsStand& referrals) {
        return std::ranges::count(not_met(desk.now(), referrals), ClosingNeed::agency_has_it) == 1;
    };
    EXPECT_FALSE(lacks({}));
    EXPECT_FALSE(lacks({.settled = {"R-1", "R-2"}, .with_nobody = {"R-1"}}));
    EXPECT_TRUE(lacks({.settled = {"R-1", "R-2"}, .with_nobody = {"R-1", "R-2"}}));
    auto by_hand = tests::referral();
    by_hand.referral.their_reference = "";
    desk.must(by_hand);
    EXPECT_FALSE(lacks({.with_nobody = {"R-1", "R-2"}})) << "recorded by hand, an agency has it";
}

TEST(ReferredTest, IsToBeSentOnWhereAnAgencySaidThatItIsAnothers)
{
    const Desk desk = referred_to_two();
    const auto now = decision::evaluate(tests::small_pack(), facts_of(desk.now()));
    const auto waiting = [&](const ReferralsStand& referrals) {
        for (const auto& criterion : closing_criteria(desk.now(), tests::small_pack(), now, referrals))
            if (criterion.need == ClosingNeed::sent_on && criterion.not_met) return criterion.about;
        return Names{};
    };
    EXPECT_TRUE(waiting({}).empty());
    EXPECT_EQ(waiting({.settled = {"R-2"}, .to_send_on = {"R-2"}, .with_nobody = {"R-2"}}),
              Names{"Safer Schools"});
    EXPECT_TRUE(waiting({.settled = {"R-2"}, .with_nobody = {"R-2"}}).empty()) << "sent on, or closed";
}

TEST(AgencyAnsweredTest, IsWaitedForAgainAfterAnotherReferral)
{
    Desk desk = referred_to_two();
    desk.must(KeepRecord{answer_of("Duty and Advice")});
    desk.must(KeepRecord{answer_of("Safer Schools")});
    auto again = tests::referral();
    again.referral.their_reference = "R-3";
    desk.must(again);
    EXPECT_EQ(silent(desk.now()), Names{"Duty and Advice"});
    desk.must(tests::given_back());
    EXPECT_TRUE(silent(desk.now()).empty()) << "it was given back by the same";
}

TEST(AgencyAnsweredTest, LeavesTheChasingOfAnotherAgencyToBeDone)
{
    Desk desk = referred_to_two();
    desk.must(KeepRecord{answer_of("Safer Schools", "Not yet.", AgencyAnswer::chased)});
    const auto waits = [&] {
        return std::ranges::count_if(desk.now().tasks, [](const Task& task) {
            return task.set.step == "agency-answer:2" && task.state == TaskState::to_do;
        });
    };
    EXPECT_EQ(waits(), 1);
    desk.must(KeepRecord{answer_of("Duty and Advice")});
    EXPECT_EQ(waits(), 1);
    desk.must(KeepRecord{answer_of("Safer Schools")});
    EXPECT_EQ(waits(), 0);
}

}  // namespace
}  // namespace safelead::record
