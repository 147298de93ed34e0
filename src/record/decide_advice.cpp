#include "decision/steps.h"
#include "record/case_applying.h"
#include "record/case_deciding.h"
#include "record/case_standing.h"

#include <algorithm>

namespace safelead::record {

namespace {

bool is_same_edition(const guidance::Pack& one, const guidance::Pack& other)
{
    return one.edition() == other.edition() && one.overlays() == other.overlays() &&
           one.imprint().digest == other.imprint().digest;
}

AdviceGiven given(AdviceUnder under, const guidance::Pack& pack, decision::Advice advice)
{
    return AdviceGiven{under, pack.imprint().digest, std::move(advice)};
}

void add_advice(std::vector<CaseEvent>& events, const Weighed& now, const Circumstances& c)
{
    events.emplace_back(given(AdviceUnder::in_force, c.in_force, now.in_force));
    if (now.newest) events.emplace_back(given(AdviceUnder::newest, c.newest, *now.newest));
}

/// What somebody decided calls for its own steps, until what is advised has outgrown it.
std::vector<guidance::Step> steps_called_for(const guidance::Pack& pack, const decision::Advice& advice,
                                             const Decision* decision)
{
    if (decision == nullptr || has_outgrown(*decision, pack, advice)) {
        return decision::steps_for(pack, advice);
    }
    return decision::steps_for(pack, advice, decision->made.route);
}

enum class Already { no, waiting, settled };

Already is_set(const Case& state, const guidance::StepId& step)
{
    Already already = Already::no;
    for (const Task& task : state.tasks) {
        if (task.set.step != step.text()) continue;
        if (task.state == TaskState::to_do) return Already::waiting;
        already = Already::settled;
    }
    return already;
}

}  // namespace

Weighed weigh(const guidance::Facts& facts, const Circumstances& c)
{
    Weighed now{decision::evaluate(c.in_force, facts), std::nullopt};
    if (!is_same_edition(c.in_force, c.newest)) now.newest = decision::evaluate(c.newest, facts);
    return now;
}

std::vector<CaseEvent> with_advice(const Case& state, std::vector<CaseEvent> events, const Circumstances& c)
{
    Case after = state;
    for (const CaseEvent& event : events) apply(after, event, c.now);
    const Weighed now = weigh(facts_of(after), c);
    add_advice(events, now, c);
    std::ranges::move(tasks_newly_called_for(state, now.in_force, state.decision(), c),
                      std::back_inserter(events));
    return events;
}

std::vector<CaseEvent> advice_if_changed(const Case& state, const Weighed& now, const Circumstances& c)
{
    const auto stands = [](const std::optional<AdviceGiven>& last, const AdviceGiven& current) {
        return last && *last == current;
    };
    const bool same =
        stands(state.advice, given(AdviceUnder::in_force, c.in_force, now.in_force)) &&
        (!now.newest || stands(state.advice_newest, given(AdviceUnder::newest, c.newest, *now.newest)));
    std::vector<CaseEvent> events;
    if (!same) add_advice(events, now, c);
    return events;
}

// A step that was done or dropped comes back only if it stopped being called for in between: otherwise every
// answer would bring it back.
std::vector<CaseEvent> tasks_newly_called_for(const Case& state, const decision::Advice& now,
                                              const Decision* decision, const Circumstances& c)
{
    std::vector<guidance::Step> before;
    if (state.advice) before = steps_called_for(c.in_force, state.advice->advice, state.decision());

    std::vector<CaseEvent> events;
    for (const guidance::Step& step : steps_called_for(c.in_force, now, decision)) {
        const Already already = is_set(state, step.id);
        if (already == Already::waiting) continue;
        const bool called_before = std::ranges::find(before, step.id, &guidance::Step::id) != before.end();
        if (already == Already::settled && called_before) continue;
        auto due = c.due(step);
        events.emplace_back(TaskSet{c.new_task(), std::string{step.id.text()}, step.words,
                                    std::string{to_text(step.owner)}, due.at, std::move(due.source),
                                    step.standing});
    }
    return events;
}

}  // namespace safelead::record
