#include "app/pass_up_tasks.h"

#include "app/allow.h"
#include "app/new_ids.h"
#include "app/parts.h"
#include "app/said.h"
#include "app/write_case.h"
#include "directory/who_next.h"
#include "record/what_is_open.h"

#include <algorithm>
#include <set>

namespace safelead::app {
namespace {

constexpr std::chrono::minutes grace{15};

Instant goes_up_at(const record::Task& task)
{
    return std::max(task.set.due, task.set_at + grace);
}

bool anything(const access::Subject&)
{
    return true;
}

/// Above the leads, not the owner, and somebody who may read the case.
std::optional<PersonId> next_up(Parts& parts, Workspace& workspace, const record::Case& of,
                                const record::Task& task, Instant now)
{
    const auto subject = subject_of(workspace, of);
    const auto partnership = parts.partnership();
    const auto& organisation = workspace.log().organisation();
    std::set<PersonId> excluding{subject.involved.begin(), subject.involved.end()};
    if (task.owner) excluding.insert(*task.owner);
    for (const auto& next :
         directory::who_next(*partnership, organisation, parts.zone.local(now).wall.date, excluding)) {
        if (next.role == directory::Role::dsl || next.role == directory::Role::deputy) continue;
        const access::Actor above{next.person, organisation,
                                  partnership->roles_of(next.person, organisation)};
        if (access::permit(above, access::Action::read_case, subject)) return next.person;
    }
    return std::nullopt;
}

Later<Outcome<Kept>> pass_up(Parts& parts, Workspace& workspace, const record::Case& of,
                             const record::TaskId& task, const PersonId& next, Instant now)
{
    // The same step has the same name, so a second timer or a restart in between does it once.
    const CommandId step{std::string{task.text()} + "/up/" + std::string{next.text()}};
    const auto ids = std::make_shared<const NewIds>(workspace.log(), "passing up", step);
    Said said{"pass task up"};
    said(task);
    said(next);
    const auto decide = [&parts, &workspace, ids, id = of.id, edition = of.edition, task, next,
                         now]() -> Outcome<Writing> {
        Writing writing;
        SL_TRY(write_case(writing, parts, workspace, *ids, id, edition, record::PassTaskUp{task, next}, now));
        return writing;
    };
    return carry_out(workspace, {ids->command(), said.bytes(), now, {}, decide});
}

}  // namespace

std::vector<Later<Outcome<Kept>>> pass_up_tasks(Parts& parts, Workspace& workspace, Instant now)
{
    std::vector<Later<Outcome<Kept>>> passed;
    for (const auto& of : workspace.open_cases(anything)) {
        for (const auto* task : record::tasks_to_do(*of)) {
            if (goes_up_at(*task) > now || !task->passed_up_to.empty()) continue;
            if (const auto next = next_up(parts, workspace, *of, *task, now))
                passed.push_back(pass_up(parts, workspace, *of, task->set.task, *next, now));
        }
    }
    return passed;
}

std::optional<Instant> next_task_up(Workspace& workspace, Instant now)
{
    std::optional<Instant> next;
    for (const auto& of : workspace.open_cases(anything)) {
        for (const auto* task : record::tasks_to_do(*of)) {
            if (!task->passed_up_to.empty()) continue;
            const auto due = goes_up_at(*task);
            // With nobody above when it was due, somebody may be there soon: the directory says so, and a day
            // on which they are back, and this organisation's log does not go on for either.
            const auto at = due > now ? due : now + grace;
            if (!next || at < *next) next = at;
        }
    }
    return next;
}

}  // namespace safelead::app
