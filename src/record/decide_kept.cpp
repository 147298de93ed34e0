#include "record/decide_kept.h"

#include "record/kept_in.h"

#include <algorithm>

namespace safelead::record {

namespace {

/// Whom it is about is what the record before it says, also where they were taken out of the case since.
template <class Record>
constexpr bool follows_earlier =
    std::is_same_v<Record, DeviceMoved> || std::is_same_v<Record, DeletionAnswered> ||
    std::is_same_v<Record, SupportPlanReviewed>;

}  // namespace

CaseDecided decided(const Case& state, const KeepRecord& keep, const Circumstances& c)
{
    return std::visit(
        [&](const auto& record) -> CaseDecided {
            if constexpr (!follows_earlier<std::remove_cvref_t<decltype(record)>>)
                SL_TRY(check_about(state, person_of(record)));
            return kept(state, record, c);
        },
        keep.record);
}

Result<Done, CaseRefusal> check_about(const Case& state, const std::optional<CaseRef>& about)
{
    if (!about) return Done{};
    if (std::ranges::find(state.people, *about, &CasePerson::ref) == state.people.end())
        return refuse(CaseRefused::nobody_such, {"about"});
    return Done{};
}

Instant due_in(const Circumstances& c, std::string_view step, const guidance::Deadline& deadline)
{
    const guidance::Step asked{guidance::StepId{std::string{step}},
                               "",
                               guidance::Owner::dsl,
                               deadline,
                               {},
                               {},
                               {},
                               guidance::Source{"project", "", ""},
                               guidance::Standing::project_rule};
    return c.due(asked).at;
}

TaskSet follow_up(const Circumstances& c, std::string step, std::string words,
                  const guidance::Deadline& deadline, std::string source)
{
    const Instant at = due_in(c, step, deadline);
    return TaskSet{c.new_task(),
                   std::move(step),
                   std::move(words),
                   "dsl",
                   at,
                   std::move(source),
                   guidance::Standing::project_rule};
}

std::vector<CaseEvent> settle_step(const Case& state, std::string_view step, const PersonId& by,
                                   std::string_view note)
{
    std::vector<CaseEvent> events;
    for (const Task& task : state.tasks) {
        if (task.set.step == step && task.state == TaskState::to_do)
            events.emplace_back(TaskDone{task.set.task, by, std::string{note}});
    }
    return events;
}

CaseDecided kept(const Case& state, EntryCorrected corrected, const Circumstances&)
{
    SL_TRY(
        check_said({{"says", corrected.says}, {"should_say", corrected.should_say}, {"why", corrected.why}}));
    if (entry_in(state, corrected.entry) == nullptr) return refuse(CaseRefused::nobody_such, {"entry"});
    return std::vector<CaseEvent>{std::move(corrected)};
}

}  // namespace safelead::record
