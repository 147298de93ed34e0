// What is done with a case outside it (advice sought, referrals, what an agency says) and the tasks.

#include "record/decide_kept.h"

#include <algorithm>

namespace safelead::record {

namespace {

Result<Done, CaseRefusal> check_waiting(const Case& state, const TaskId& task)
{
    const auto found =
        std::ranges::find_if(state.tasks, [&](const Task& known) { return known.set.task == task; });
    if (found == state.tasks.end()) return refuse(CaseRefused::nobody_such, {std::string{task.text()}});
    if (found->state != TaskState::to_do) {
        return refuse(CaseRefused::settled_already, {std::string{task.text()}});
    }
    return Done{};
}

/// What the record says of the notice: nothing where it was no officer, neither by kind nor by what they are
/// called; else that it was not needed, or what was answered to it.
Result<std::optional<PoliceNotice>, CaseRefusal> notice_for(const Case& state, const Circumstances& c,
                                                            std::initializer_list<std::string_view> names,
                                                            std::optional<AgencyKind> chosen,
                                                            std::optional<PoliceNotice> answered)
{
    if (!chosen) return refuse(CaseRefused::no_reason, {"kind"});
    const auto kind = kind_for_notice(*chosen, names);
    if (!may_be_police(kind)) return std::optional<PoliceNotice>{};
    if (police_notice_in(c.in_force, state, kind) == NoticeNeeded::no)
        return std::optional{PoliceNotice::not_needed};
    if (!answered || answered == PoliceNotice::not_needed)
        return refuse(CaseRefused::police_notice_first, {"notice"});
    return answered;
}

/// Whoever told an officer without knowing what follows has it before them until it is done.
std::vector<CaseEvent> with_what_follows(std::vector<CaseEvent> events, std::optional<PoliceNotice> notice,
                                         const Circumstances& c)
{
    if (notice == PoliceNotice::told_before)
        events.emplace_back(
            follow_up(c, std::string{step_of_police_told},
                      "Ask the officer for the crime reference, and record what the police recorded.",
                      {guidance::Deadline::Unit::working_days, 1},
                      "an officer was told before it was known that a crime must be recorded"));
    return events;
}

}  // namespace

CaseDecided decided(const Case& state, const RecordConsultation& record, const Circumstances& c)
{
    Consulted consulted = record.consulted;
    SL_TRY(
        check_said({{"with", consulted.with}, {"advised", consulted.advised}},
                   {{"person", consulted.person}, {"how", consulted.how}, {"when", consulted.when.words}}));
    consulted.police_notice = SL_TRY(
        notice_for(state, c, {consulted.with, consulted.person}, consulted.kind, consulted.police_notice));
    return with_what_follows({consulted}, consulted.police_notice, c);
}

CaseDecided decided(const Case& state, const RecordReferral& record, const Circumstances& c)
{
    ReferralMade referral = record.referral;
    SL_TRY(check_said({{"to", referral.to}, {"how", referral.how}},
                      {{"when", referral.when.words},
                       {"said", referral.said},
                       {"their_person", referral.their_person},
                       {"their_reference", referral.their_reference}}));
    referral.police_notice = SL_TRY(
        notice_for(state, c, {referral.to, referral.their_person}, referral.kind, referral.police_notice));
    return with_what_follows({referral}, referral.police_notice, c);
}

// What was never handed over can't be given back.
CaseDecided decided(const Case& state, const RecordGivenBack& record, const Circumstances&)
{
    const GivenBack& given_back = record.given_back;
    if (state.referrals.empty()) return refuse(CaseRefused::referral_not_recorded);
    SL_TRY(check_said({{"agency", given_back.agency},
                       {"person", given_back.person},
                       {"when", given_back.when.words},
                       {"why", given_back.why}}));
    return std::vector<CaseEvent>{given_back};
}

CaseDecided decided(const Case& state, const FinishTask& finish, const Circumstances&)
{
    SL_TRY(check_waiting(state, finish.task));
    SL_TRY(check_said({}, {{"note", finish.note}}));
    return std::vector<CaseEvent>{TaskDone{finish.task, finish.by, finish.note}};
}

CaseDecided decided(const Case& state, const DropTask& drop, const Circumstances&)
{
    SL_TRY(check_waiting(state, drop.task));
    SL_TRY(check_said({{"why", drop.why}}));
    return std::vector<CaseEvent>{TaskDropped{drop.task, drop.by, drop.why}};
}

// What goes up stays with its owner as well: more people know, nobody is let off.
CaseDecided decided(const Case& state, const PassTaskUp& pass, const Circumstances& c)
{
    SL_TRY(check_waiting(state, pass.task));
    const auto found =
        std::ranges::find_if(state.tasks, [&](const Task& known) { return known.set.task == pass.task; });
    if (found->set.due > c.now ||
        std::ranges::find(found->passed_up_to, pass.to) != found->passed_up_to.end())
        return refuse(CaseRefused::settled_already, {std::string{pass.task.text()}});
    return std::vector<CaseEvent>{TaskPassedUp{pass.task, pass.to, "Nobody had done it when it was due."}};
}

CaseDecided kept(const Case& state, OwnTaskSet task, const Circumstances& c)
{
    constexpr int longest = 24 * 7 * 52;
    SL_TRY(check_said({{"words", task.words}}));
    if (task.owner) SL_TRY(check_may_be_given(state, *task.owner, "owner"));
    if (task.hours < 0 || task.hours > longest) return refuse(CaseRefused::unknown_value, {"hours"});
    using Unit = guidance::Deadline::Unit;
    task.task = c.new_task();
    task.due = task.hours == 0
                   ? c.now
                   : due_in(c, "own-task",
                            {task.clock == Clock::real ? Unit::hours : Unit::working_hours, task.hours});
    return std::vector<CaseEvent>{std::move(task)};
}

CaseDecided kept(const Case& state, TaskGiven given, const Circumstances&)
{
    SL_TRY(check_waiting(state, given.task));
    SL_TRY(check_said({}, {{"why", given.why}}));
    SL_TRY(check_may_be_given(state, given.to, "to"));
    return std::vector<CaseEvent>{std::move(given)};
}

CaseDecided kept(const Case& state, CaseHandedOver handed, const Circumstances&)
{
    SL_TRY(check_said({{"why", handed.why}}));
    if (handed.to == state.lead) return refuse(CaseRefused::same_person, {"to"});
    // Whoever has a locked case reads it for good, which an opening for a night is no way to.
    if (!state.who_reads.locked_to.empty()) SL_TRY(check_may_settle(state, handed.by));
    SL_TRY(check_may_be_given(state, handed.to, "to"));
    std::vector<CaseEvent> events{handed};
    // What waits for whoever had the case goes with it.
    for (const Task& task : state.tasks) {
        if (task.state == TaskState::to_do && task.owner == state.lead)
            events.emplace_back(TaskGiven{task.set.task, handed.by, handed.to, handed.why});
    }
    return events;
}

}  // namespace safelead::record
