#include "record/what_is_open.h"
#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::head;
using tests::lead;
using tests::not_referring;
using tests::referring;

/// Everything is known, and nothing asks for more than the school itself.
Desk calm()
{
    Desk desk;
    desk.open().with_two_children().answered();
    return desk;
}

/// A criterion is met.
Desk grave()
{
    Desk desk;
    desk.open().with_two_children().answered({{"coercion", "yes"}});
    return desk;
}

/// An indicator holds: consult.
Desk doubtful()
{
    Desk desk;
    desk.open().with_two_children().answered({{"known_vulnerability", "yes"}});
    return desk;
}

TEST(CaseDecision, RaisesFreely)
{
    Desk desk = calm();
    auto raised = referring("POLICE_URGENT");
    raised.reason.clear();
    desk.must(raised);
    EXPECT_EQ(desk.now().decision()->sign_off, SignOff::not_needed);
    EXPECT_EQ(desk.now().decision()->made.recommended, "SCHOOL_MANAGE");
    EXPECT_EQ(desk.now().decision()->made.enough_known, Answer::unknown);
}

TEST(CaseDecision, AsAdvisedToReferNeedsNobodyElse)
{
    Desk desk = grave();
    desk.must(referring("REFER_IMMEDIATE"));
    EXPECT_FALSE(desk.now().decision()->made.needs_sign_off);
}

TEST(CaseDecision, BelowTheAdviceNeedsAReasonAndASecondPerson)
{
    Desk desk;
    desk.open().with_two_children().answered({{"immediate_danger", "yes"}});
    auto lowered = referring("REFER_IMMEDIATE");
    lowered.reason = " ";
    EXPECT_EQ(desk.refused(lowered), (CaseRefusal{CaseRefused::no_reason, {"reason"}}));
    EXPECT_EQ(second_person_for(desk.now(), tests::small_pack(), "REFER_IMMEDIATE"),
              SecondPerson::lowers_advice);
    desk.must(referring("REFER_IMMEDIATE"));
    EXPECT_EQ(desk.now().decision()->sign_off, SignOff::awaited);
}

TEST(CaseDecision, NotToReferStatesBothTestsEvenWhereThatIsTheAdvice)
{
    Desk desk = calm();
    auto decision = not_referring("SCHOOL_MANAGE");
    decision.enough_known = Answer::unknown;
    EXPECT_EQ(desk.refused(decision), (CaseRefusal{CaseRefused::tests_not_stated, {"enough_known"}}));
    decision.enough_known = Answer::yes;
    decision.manageable = Answer::no;
    EXPECT_EQ(desk.refused(decision), (CaseRefusal{CaseRefused::tests_not_stated, {"manageable"}}));
    decision = not_referring("SCHOOL_MANAGE");
    decision.reason.clear();
    EXPECT_EQ(desk.refused(decision), (CaseRefusal{CaseRefused::no_reason, {"reason"}}));
    desk.must(not_referring("SCHOOL_MANAGE"));
    EXPECT_EQ(desk.now().decision()->sign_off, SignOff::awaited);
    EXPECT_EQ(second_person_for(desk.now(), tests::small_pack(), "SCHOOL_MANAGE"),
              SecondPerson::does_not_refer);
    EXPECT_EQ(second_person_for(desk.now(), tests::small_pack(), "POLICE_URGENT"), SecondPerson::not_needed);
}

TEST(CaseDecision, NotToReferSaysWhyEachUnknownIsSafe)
{
    Desk desk = calm();
    desk.answer("parents_informing_risk", "unknown");
    EXPECT_EQ(desk.route(), "CONSULT");
    desk.must(tests::consultation());
    EXPECT_EQ(desk.refused(not_referring("SCHOOL_MANAGE")),
              (CaseRefusal{CaseRefused::unknowns_unsaid, {"parents_informing_risk"}}));
    auto empty_line = not_referring("SCHOOL_MANAGE", {"parents_informing_risk"});
    empty_line.still_unknown.front().why_safe = " ";
    EXPECT_EQ(desk.refused(empty_line).why, CaseRefused::unknowns_unsaid);
    desk.must(not_referring("SCHOOL_MANAGE", {"parents_informing_risk"}));
}

TEST(CaseDecision, NotToReferSaysSoOfSomebodyWhosePartIsNotKnown)
{
    Desk desk = calm();
    desk.must(AddPerson{lead, std::nullopt, "somebody met online"});
    EXPECT_EQ(desk.refused(not_referring("SCHOOL_MANAGE")),
              (CaseRefusal{CaseRefused::unknowns_unsaid, {"role:C"}}));
    desk.must(not_referring("SCHOOL_MANAGE", {"role:C"}));
}

TEST(CaseDecision, BelowConsultingNeedsAConsultationFirst)
{
    Desk desk = doubtful();
    EXPECT_EQ(desk.refused(not_referring("SCHOOL_MANAGE")).why, CaseRefused::consult_first);
    desk.must(tests::consultation());
    desk.must(not_referring("SCHOOL_MANAGE"));
}

TEST(CaseDecision, NeedsAnotherConsultationWhenThingsHaveWorsenedSince)
{
    Desk desk;
    desk.open().with_two_children().answered({{"medium", "unknown"}});
    desk.must(tests::consultation());
    desk.answer("medium", "image").answer("known_vulnerability", "yes");
    EXPECT_EQ(desk.refused(not_referring("SCHOOL_MANAGE")).why, CaseRefused::consult_first);
}

TEST(CaseDecision, NeedsNoOtherConsultationWhenLessIsUnknownSince)
{
    Desk desk;
    desk.open().with_two_children().answered({{"medium", "unknown"}, {"known_vulnerability", "yes"}});
    desk.must(tests::consultation());
    desk.answer("medium", "image");
    EXPECT_EQ(desk.route(), "CONSULT");
    desk.must(not_referring("SCHOOL_MANAGE"));
}

TEST(CaseDecision, ThatTheSchoolManagesACriterionNeedsAnAgencyToGiveItBack)
{
    Desk desk = grave();
    desk.must(tests::consultation());
    for (const auto* route : {"SCHOOL_MANAGE", "BEHAVIOUR_POLICY", "ADULT_VICTIM_SUPPORT"}) {
        EXPECT_EQ(desk.refused(not_referring(route)).why, CaseRefused::agency_must_give_back) << route;
    }
    EXPECT_EQ(desk.refused(tests::given_back()).why, CaseRefused::referral_not_recorded);
    desk.must(tests::referral());
    desk.must(tests::given_back());
    desk.must(not_referring("SCHOOL_MANAGE"));
    EXPECT_EQ(desk.now().decision()->sign_off, SignOff::awaited);
}

TEST(CaseDecision, IsNotCarriedByAnOldGivingBack)
{
    Desk desk = grave();
    desk.must(tests::referral());
    desk.must(tests::given_back());
    desk.must(tests::referral());
    EXPECT_EQ(desk.refused(not_referring("SCHOOL_MANAGE")).why, CaseRefused::agency_must_give_back);
    desk.must(tests::given_back());
    desk.answer("immediate_danger", "alleged");
    EXPECT_FALSE(desk.now().given_back);
    EXPECT_EQ(desk.refused(not_referring("SCHOOL_MANAGE")).why, CaseRefused::agency_must_give_back);
}

TEST(CaseDecision, GivenBackSaysWhoWhenAndWhy)
{
    Desk desk = grave();
    desk.must(tests::referral());
    EXPECT_EQ(desk.refused(RecordGivenBack{GivenBack{lead, "Police", " ", {"", {}, {}}, ""}}),
              (CaseRefusal{CaseRefused::no_reason, {"person", "when", "why"}}));
}

TEST(CaseDecision, IsSignedOffByAnotherPerson)
{
    Desk desk = calm();
    desk.must(not_referring("SCHOOL_MANAGE"));
    EXPECT_EQ(desk.refused(SignOffDecision{1, lead, {}}).why, CaseRefused::same_person);
    EXPECT_EQ(desk.refused(RefuseSignOff{1, lead, "No."}).why, CaseRefused::same_person);
    EXPECT_EQ(desk.refused(SignOffDecision{2, head, {}}).why, CaseRefused::nobody_such);
    desk.must(SignOffDecision{1, head, {}});
    EXPECT_EQ(desk.now().decision()->sign_off, SignOff::given);
    EXPECT_EQ(desk.now().decision()->signed_by, head);
    EXPECT_EQ(desk.refused(RefuseSignOff{1, head, "No."}).why, CaseRefused::settled_already);
}

TEST(CaseDecision, IsSignedOffByARecordedCallThatSaysWho)
{
    Desk desk = calm();
    desk.must(not_referring("SCHOOL_MANAGE"));
    EXPECT_EQ(desk.refused(SignOffDecision{1, lead, RecordedCall{"", "trust lead", {"at four", {}, {}}, ""}}),
              (CaseRefusal{CaseRefused::no_reason, {"name", "said"}}));
    desk.must(
        SignOffDecision{1, lead, RecordedCall{"R. Hart", "trust lead", {"at four", {}, {}}, "Agreed."}});
    EXPECT_EQ(desk.now().decision()->sign_off, SignOff::given);
    EXPECT_EQ(desk.now().decision()->called->name, "R. Hart");
}

TEST(CaseDecision, RefusedHasAReasonAndIsFollowedByAnother)
{
    Desk desk = calm();
    desk.must(not_referring("SCHOOL_MANAGE"));
    EXPECT_EQ(desk.refused(RefuseSignOff{1, head, ""}).why, CaseRefused::no_reason);
    desk.must(RefuseSignOff{1, head, "I want advice on this."});
    EXPECT_EQ(desk.now().decision()->sign_off, SignOff::refused);
    desk.must(referring("REFER_IMMEDIATE"));
    EXPECT_EQ(desk.now().decision()->made.number, 2);
    EXPECT_EQ(desk.refused(SignOffDecision{1, head, {}}).why, CaseRefused::settled_already);
}

TEST(CaseDecision, NamesARouteOfTheEdition)
{
    Desk desk = calm();
    EXPECT_EQ(desk.refused(referring("WAIT_AND_SEE")),
              (CaseRefusal{CaseRefused::unknown_route, {"WAIT_AND_SEE"}}));
    auto wordy = referring("REFER_IMMEDIATE");
    wordy.reason = std::string(20'001, 'a');
    EXPECT_EQ(desk.refused(wordy).why, CaseRefused::text_too_long);
}

TEST(CaseClosing, NeedsADecisionThatIsSignedOffAndNothingLeftToDo)
{
    Desk desk = calm();
    const CloseCase close{lead, "The plan is done."};
    EXPECT_EQ(desk.refused(close).why, CaseRefused::no_decision);
    desk.must(not_referring("SCHOOL_MANAGE"));
    EXPECT_EQ(desk.refused(close).why, CaseRefused::sign_off_awaited);
    desk.must(SignOffDecision{1, head, {}});
    EXPECT_EQ(desk.refused(close), (CaseRefusal{CaseRefused::tasks_to_do, {"task-1"}}));
    desk.settle_tasks();
    EXPECT_EQ(desk.refused(CloseCase{lead, " "}).why, CaseRefused::no_reason);
    const auto events = desk.must(close);
    EXPECT_EQ(std::get<CaseClosed>(events.back()).route, "SCHOOL_MANAGE");
    EXPECT_EQ(desk.now().state, CaseState::closed);
}

TEST(CaseClosing, NeedsAnotherDecisionWhenTheAdviceHasRisenOrTheSecondPersonRefused)
{
    Desk desk = calm();
    desk.must(not_referring("SCHOOL_MANAGE"));
    desk.must(RefuseSignOff{1, head, "I want advice on this."});
    EXPECT_EQ(desk.refused(CloseCase{lead, "Done."}).why, CaseRefused::decide_again);
    desk.must(not_referring("SCHOOL_MANAGE"));
    desk.must(SignOffDecision{2, head, {}});
    desk.answer("known_vulnerability", "yes");
    EXPECT_EQ(desk.refused(CloseCase{lead, "Done."}).why, CaseRefused::decide_again);
}

TEST(CaseClosing, AsReferredNeedsTheReferral)
{
    Desk desk = grave();
    desk.must(referring("REFER_IMMEDIATE"));
    desk.settle_tasks();
    EXPECT_EQ(desk.refused(CloseCase{lead, "Done."}).why, CaseRefused::referral_not_recorded);
    desk.must(tests::referral());
    EXPECT_EQ(desk.refused(CloseCase{lead, "Done."}).why, CaseRefused::agency_silent);
    desk.must(tests::agency_answer());
    desk.must(CloseCase{lead, "Social care has it."});
}

TEST(CaseClosing, OfACriterionAsConsultedNeedsAnAgencyToGiveItBackToo)
{
    Desk desk = grave();
    desk.must(not_referring("CONSULT"));
    desk.must(SignOffDecision{1, head, {}});
    desk.settle_tasks();
    EXPECT_EQ(desk.refused(CloseCase{lead, "Done."}).why, CaseRefused::agency_must_give_back);
    desk.must(tests::referral());
    desk.must(tests::given_back());
    desk.must(CloseCase{lead, "Given back to us."});
}

TEST(CaseClosing, IsUndoneForAReasonAndNothingElseHappensBefore)
{
    Desk desk = grave();
    EXPECT_EQ(desk.refused(ReopenCase{lead, "x"}).why, CaseRefused::already_open);
    desk.must(referring("REFER_IMMEDIATE"));
    desk.must(tests::referral());
    desk.must(tests::agency_answer());
    desk.settle_tasks();
    desk.must(CloseCase{lead, "Social care has it."});
    EXPECT_EQ(desk.refused(AnswerFacts{lead, {{"coercion", "no"}}, ""}).why, CaseRefused::not_open);
    EXPECT_EQ(desk.refused(AddNote{NoteAdded{lead, {}, "x"}}).why, CaseRefused::not_open);
    EXPECT_EQ(desk.refused(ReopenCase{lead, " "}).why, CaseRefused::no_reason);
    desk.must(ReopenCase{lead, "It was shared again."});
    desk.must(AddNote{NoteAdded{lead, {"today", {}, {}}, "It was shared again."}});
}

TEST(CaseOpening, HappensOnceAndJoinsEachConcernOnce)
{
    Desk desk;
    EXPECT_EQ(desk.refused(CloseCase{lead, "x"}).why, CaseRefused::not_open);
    EXPECT_EQ(desk.refused(ReopenCase{lead, "x"}).why, CaseRefused::not_open);
    desk.open();
    EXPECT_EQ(desk.refused(OpenCase{CaseId{"b"}, Reference{"r"}, lead, {}, tests::on("2026-11-23")}).why,
              CaseRefused::already_open);
    EXPECT_EQ(desk.refused(JoinConcern{lead, ConcernId{"concern-1"}}).why, CaseRefused::already_in_case);
    desk.must(JoinConcern{lead, ConcernId{"concern-2"}});
    EXPECT_EQ(desk.now().concerns.size(), 2U);
}

}  // namespace
}  // namespace safelead::record
