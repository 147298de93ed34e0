// What holds of the record whatever is asked of it, and in whatever order.

#include "decision/evaluate.h"
#include "exchange/case_events.h"
#include "record/what_is_open.h"
#include "support/case_builders.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safelead {
namespace {

using namespace record;
using tests::Desk;

std::string word_of(const std::vector<std::string>& words)
{
    return *rc::gen::elementOf(words);
}

/// Any of them alike: RapidCheck would begin with the smallest.
int up_to(int most)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, most + 1));
}

PersonId somebody()
{
    return PersonId{word_of({"lead", "head", "deputy"})};
}

CaseRef some_ref()
{
    return CaseRef{word_of({"A", "A", "B", "C", "Z"})};
}

TaskId some_task(const Case& state)
{
    if (state.tasks.empty()) return TaskId{"none"};
    return state.tasks[static_cast<std::size_t>(up_to(static_cast<int>(state.tasks.size()) - 1))].set.task;
}

std::string some_text()
{
    return word_of({"", " ", "a reason", "a reason", "a reason", "ź\"\\\n\x01"});
}

EventTime some_time()
{
    EventTime time{word_of({"", "on Monday"}), std::nullopt, std::nullopt};
    if (up_to(1) == 1) time.day = tests::on("2026-11-20");
    if (up_to(1) == 1) time.instant = tests::at("2026-11-20T10:00:00Z");
    return time;
}

std::optional<int> some_age()
{
    if (up_to(2) == 0) return std::nullopt;
    return *rc::gen::elementOf(std::vector<int>{-1, 11, 12, 13, 15, 17, 18, 40, 121});
}

std::string some_route()
{
    return word_of({"BEHAVIOUR_POLICY", "ADULT_VICTIM_SUPPORT", "SCHOOL_MANAGE", "SCHOOL_MANAGE", "CONSULT",
                    "REFER_IMMEDIATE", "POLICE_URGENT", "EMERGENCY_999", "NONE_SUCH"});
}

Answer some_answer()
{
    return *rc::gen::elementOf(
        std::vector<Answer>{Answer::yes, Answer::yes, Answer::yes, Answer::no, Answer::unknown});
}

std::optional<AgencyKind> some_agency()
{
    return *rc::gen::elementOf(
        std::vector<std::optional<AgencyKind>>{std::nullopt, AgencyKind::social_care, AgencyKind::social_care,
                                               AgencyKind::police, AgencyKind::not_known});
}

std::optional<PoliceNotice> some_notice()
{
    return *rc::gen::elementOf(std::vector<std::optional<PoliceNotice>>{
        std::nullopt, PoliceNotice::not_needed, PoliceNotice::shown_and_confirmed,
        PoliceNotice::told_before});
}

CaseCommand about_people()
{
    switch (up_to(2)) {
        case 0: {
            std::optional<ChildId> child;
            if (up_to(1) == 0) child = ChildId{word_of({"child-1", "child-2"})};
            return AddPerson{somebody(), child, some_text()};
        }
        case 1: {
            DescribePerson told{somebody(),
                                some_ref(),
                                {},
                                {},
                                {},
                                some_age(),
                                some_age(),
                                word_of({"", "known", "claimed", "unknown", "guessed"}),
                                word_of({"", "this_school", "staff", "elsewhere"})};
            for (int i = up_to(2); i > 0; --i)
                told.roles.push_back(word_of({"subject", "sharer", "recipient", "holder"}));
            if (up_to(2) == 0)
                told.born = tests::on(word_of({"2013-11-23", "2011-01-01", "1980-01-01", "2027-01-01"}));
            if (up_to(2) == 0) told.acted_on = tests::on(word_of({"2026-11-01", "2012-01-01", "2027-01-01"}));
            return told;
        }
        default:
            return TakePersonOut{somebody(), some_ref(), some_text()};
    }
}

CaseCommand about_facts()
{
    AnswerFacts answer{somebody(), {}, some_text()};
    for (int i = up_to(4); i >= 0; --i) {
        answer.answers.push_back({word_of({"immediate_danger", "coercion", "parents_informing_risk",
                                           "known_vulnerability", "onward_sharing_without_consent"}),
                                  word_of({"no", "no", "no", "no", "yes", "unknown"})});
    }
    if (up_to(1) == 0) answer.answers.push_back({"medium", word_of({"image", "image", "text", "unknown"})});
    if (up_to(9) == 0) answer.answers.push_back({word_of({"weather", "coercion"}), "perhaps"});
    return answer;
}

CaseCommand deciding(const Case& state)
{
    const int last = static_cast<int>(state.decisions.size());
    switch (up_to(3)) {
        case 0:
        case 1: {
            MakeDecision make{somebody(), some_route(), some_text(), some_answer(), some_answer(), {}};
            if (up_to(3) > 0) {
                for (const auto& fact : unknowns_to_say(state, tests::small_pack()))
                    make.still_unknown.push_back({fact, some_text()});
            }
            return make;
        }
        case 2: {
            std::optional<RecordedCall> call;
            if (up_to(3) == 0) call = RecordedCall{"R. Hart", "trust lead", some_time(), some_text()};
            return SignOffDecision{up_to(4) == 0 ? 7 : last, somebody(), call};
        }
        default:
            return RefuseSignOff{last, somebody(), some_text()};
    }
}

CaseCommand working(const Case& state)
{
    switch (up_to(8)) {
        case 0:
            return RecordConsultation{Consulted{somebody(), some_text(), "", "", some_time(), some_text(),
                                                some_agency(), some_notice()}};
        case 1:
            return RecordReferral{ReferralMade{somebody(), some_text(), some_text(), some_time(), "", "", "",
                                               some_agency(), some_notice()}};
        case 2:
            return RecordGivenBack{GivenBack{somebody(), some_text(), some_text(), some_time(), some_text()}};
        case 3:
            return DropTask{some_task(state), somebody(), some_text()};
        case 4:
            return AddNote{NoteAdded{somebody(), some_time(), some_text()}};
        case 5:
            return ReopenCase{somebody(), some_text()};
        case 6:
            return CloseCase{somebody(), some_text()};
        case 7:
            return JoinConcern{somebody(), ConcernId{word_of({"concern-1", "concern-2", "concern-3"})}};
        default:
            return FinishTask{some_task(state), somebody(), some_text()};
    }
}

CaseCommand some_command(const Case& state)
{
    switch (up_to(5)) {
        case 0:
            return about_people();
        case 1:
            return about_facts();
        case 2:
        case 3:
            return deciding(state);
        default:
            return working(state);
    }
}

/// What somebody asks who knows how it is done and wants the case off their desk: closing is reached, by
/// every path that leads to it.
CaseCommand pressing_to_close(const Case& state)
{
    if (state.state == CaseState::closed) return ReopenCase{somebody(), "Something has come up."};
    if (up_to(14) == 0) return about_facts();
    switch (up_to(8)) {
        case 0:
            return tests::consultation();
        case 1:
            return tests::referral();
        case 2:
            return tests::given_back();
        case 7:
            return tests::agency_answer();
        case 3:
        case 4:
            return SignOffDecision{static_cast<int>(state.decisions.size()), somebody(), std::nullopt};
        case 5:
        case 6:
            return tests::not_referring(some_route(), unknowns_to_say(state, tests::small_pack()));
        default:
            return CloseCase{somebody(), "Done."};
    }
}

/// Every answer no, both children described: from here a school may manage, so that closing is reached too.
void settle_facts(Desk& desk)
{
    desk.with_two_children().answered();
}

template <class Each>
void live_through(Desk& desk, int commands, CaseCommand (*next)(const Case&), Each each)
{
    desk.open();
    if (up_to(3) > 0) settle_facts(desk);
    if (up_to(1) == 1) desk.answer("coercion", "yes");
    for (int i = 0; i < commands; ++i) {
        if (up_to(2) == 0) desk.settle_tasks_if_open();
        const CaseCommand command = next(desk.now());
        const Case before = desk.now();
        const auto events = desk.ask(command);
        if (events) desk.keep(*events);
        desk.wait(std::chrono::minutes{1});
        each(before, desk.now());
    }
}

RC_GTEST_PROP(Record, NeverForgetsAnything, ())
{
    Desk desk{tests::small_pack(), tests::newer_pack()};
    live_through(desk, 30, some_command, [](const Case& before, const Case& now) {
        RC_ASSERT(now.history.size() >= before.history.size());
        for (std::size_t i = 0; i < before.history.size(); ++i) {
            RC_ASSERT(now.history[i].event == before.history[i].event);
        }
        RC_ASSERT(now.refs_used >= before.refs_used);
        RC_ASSERT(now.decisions.size() >= before.decisions.size());
        RC_ASSERT(now.tasks.size() >= before.tasks.size());
    });
}

RC_GTEST_PROP(Record, AlwaysHoldsTheAdviceOnItsFacts, ())
{
    Desk desk{tests::small_pack(), tests::newer_pack()};
    live_through(desk, 25, some_command, [](const Case&, const Case& now) {
        const auto facts = facts_of(now);
        RC_ASSERT(now.advice->advice == decision::evaluate(tests::small_pack(), facts));
        RC_ASSERT(now.advice_newest->advice == decision::evaluate(tests::newer_pack(), facts));
    });
}

// A law about closed cases says nothing if none is ever closed: RapidCheck prints how many were.
RC_GTEST_PROP(Record, NeverEndsAMetCriterionAsManagedByTheSchoolUnlessItWasGivenBack, ())
{
    Desk desk;
    bool seen = false;
    live_through(desk, 60, pressing_to_close, [&seen](const Case&, const Case& now) {
        if (now.state != CaseState::closed || now.advice->advice.criteria.empty()) return;
        const auto* closed = std::get_if<CaseClosed>(now.history.back().event.get());
        if (closed == nullptr || tests::small_pack().is_referring(closed->route)) return;
        RC_ASSERT(now.given_back.has_value());
        RC_ASSERT(!now.referrals.empty());
        seen = true;
    });
    RC_CLASSIFY(seen, "a criterion is met, and the school was given it back and closed it");
}

RC_GTEST_PROP(Record, NeverClosesOnADecisionThatNeedsASecondPersonAndHasNone, ())
{
    Desk desk;
    bool seen = false;
    live_through(desk, 60, pressing_to_close, [&seen](const Case& before, const Case& now) {
        if (before.state == CaseState::closed || now.state != CaseState::closed) return;
        const Decision* decision = now.decision();
        RC_ASSERT(decision != nullptr);
        const bool signed_off = !decision->made.needs_sign_off || decision->sign_off == SignOff::given;
        const bool by_another = decision->called || decision->signed_by != decision->made.by;
        RC_ASSERT(signed_off);
        RC_ASSERT(by_another);
        RC_ASSERT(tasks_to_do(now).empty());
        seen = true;
    });
    RC_CLASSIFY(seen, "closed");
}

RC_GTEST_PROP(Record, IsTheSameWhenItIsReadBack, ())
{
    Desk desk;
    live_through(desk, 25, some_command, [](const Case&, const Case&) {});
    Case read;
    for (const auto& happened : desk.now().history) {
        const auto bytes = exchange::encode(exchange::to_event_bytes(*happened.event));
        auto event = exchange::case_event(*exchange::decode(bytes));
        RC_ASSERT(event.has_value());
        RC_ASSERT(*event == *happened.event);
        read = evolve(std::move(read),
                      {happened.position, happened.at, std::make_shared<const CaseEvent>(*event)});
    }
    RC_ASSERT(facts_of(read) == facts_of(desk.now()));
    RC_ASSERT(read.advice == desk.now().advice);
    RC_ASSERT(read.tasks.size() == desk.now().tasks.size());
    RC_ASSERT(read.decisions.size() == desk.now().decisions.size());
    RC_ASSERT(read.state == desk.now().state);
    RC_ASSERT(read.given_back == desk.now().given_back);
}

}  // namespace
}  // namespace safelead
