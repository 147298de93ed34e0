// The initial review meeting. A referral never waits for it, and it decides nothing by itself.

#include "record/decide_kept.h"
#include "record/review_meeting.h"

#include <algorithm>

namespace safelead::record {

namespace {

/// Each of the nine once, "not known" included; what is not known needs no words.
Result<Done, CaseRefusal> check_findings(const std::vector<Finding>& findings)
{
    for (const std::string_view thing : review_things) {
        const auto times = std::ranges::count(findings, thing, &Finding::thing);
        if (times != 1) return refuse(CaseRefused::no_reason, {"answer-" + std::string{thing}});
    }
    if (findings.size() != review_things.size()) return refuse(CaseRefused::unknown_value, {"findings"});
    for (const Finding& finding : findings) {
        SL_TRY(check_said({}, {{"words-" + finding.thing, finding.words}}));
    }
    return Done{};
}

/// Every criterion that is met says on which words it rests.
Result<Done, CaseRefusal> check_criteria(const Case& state, const ReviewMeetingHeld& held)
{
    if (!state.advice) return Done{};
    std::vector<std::string> unsaid;
    for (const auto& criterion : state.advice->advice.criteria) {
        const auto rests = std::ranges::find(held.criteria, criterion.text(), &CriterionRests::criterion);
        if (rests == held.criteria.end()) unsaid.push_back("rests-" + std::string{criterion.text()});
    }
    for (const CriterionRests& rests : held.criteria)
        SL_TRY(check_said({{"rests-" + rests.criterion, rests.words}}));
    if (!unsaid.empty()) return refuse(CaseRefused::no_reason, std::move(unsaid));
    return Done{};
}

}  // namespace

CaseDecided kept(const Case& state, ReviewMeetingCalled called, const Circumstances&)
{
    SL_TRY(
        check_said({{"asked", called.asked}}, {{"when", called.when.words}, {"why_late", called.why_late}}));
    const auto due = review_due(state);
    const bool late = due && called.when.instant && *called.when.instant > *due;
    if (late && is_blank(called.why_late)) return refuse(CaseRefused::late_and_unsaid, {"why_late"});
    return std::vector<CaseEvent>{std::move(called)};
}

CaseDecided kept(const Case& state, ReviewMeetingHeld held, const Circumstances&)
{
    SL_TRY(check_said({{"attended", held.attended}}, {{"when", held.when.words}}));
    SL_TRY(check_findings(held.findings));
    SL_TRY(check_criteria(state, held));
    std::vector<CaseEvent> events;
    for (const Task& task : state.tasks) {
        if (task.set.step == review_step && task.state == TaskState::to_do)
            events.emplace_back(
                TaskDone{task.set.task, held.by, "The meeting was held; its record is in the case."});
    }
    events.insert(events.begin(), std::move(held));
    return events;
}

}  // namespace safelead::record
