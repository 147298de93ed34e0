#include "app/tasks.h"

#include "app/all_of.h"
#include "app/allow.h"
#include "app/cases.h"
#include "app/naming.h"
#include "app/parts.h"
#include "record/what_is_open.h"

#include <algorithm>
#include <map>

namespace safelead::app {
namespace {

bool is_not_here(const directory::Partnership& partnership, const OrganisationId& organisation,
                 const PersonId& person, Date today)
{
    return partnership.roles_of(person, organisation).is_empty() ||
           partnership.absence_on(person, organisation, today) != nullptr;
}

/// Who does it where nobody has it by name: as the pack's words for its owner.
bool is_for_role(std::string_view owner, const directory::Roles& roles)
{
    using directory::Role;
    if (owner == "head") return roles.has(Role::headteacher);
    return roles.has(Role::dsl) || roles.has(Role::deputy);
}

Whose whose(const record::Task& task, const Actor& actor)
{
    if (task.owner ? *task.owner == actor.person : is_for_role(task.set.owner, actor.roles))
        return Whose::own;
    if (std::ranges::find(task.passed_up_to, actor.person) != task.passed_up_to.end())
        return Whose::passed_up;
    return Whose::somebody_elses;
}

}  // namespace

Outcome<WaitingWork> waiting_work(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::see_inbox));
    auto& parts = safelead.parts();
    auto& workspace = *SL_TRY(workspace_of(parts, actor));
    const auto partnership = parts.partnership();
    const auto today = parts.today();

    WaitingWork work;
    work.now = parts.now();
    Naming naming{parts, workspace};
    for (const auto& of : open_cases(workspace, actor, access::Action::read_case)) {
        for (const auto* task : record::tasks_to_do(*of)) {
            const bool away =
                task->owner && is_not_here(*partnership, actor.organisation, *task->owner, today);
            work.tasks.push_back({of, task, whose(*task, actor), away});
        }
    }
    std::ranges::stable_sort(work.tasks, {}, [](const auto& waiting) { return waiting.task->set.due; });
    work.names = std::move(naming).names();
    return work;
}

Outcome<std::vector<Caseload>> caseloads(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::see_inbox));
    auto& parts = safelead.parts();
    auto& workspace = *SL_TRY(workspace_of(parts, actor));
    const auto partnership = parts.partnership();
    const auto today = parts.today();
    const auto now = parts.now();

    std::map<PersonId, Caseload> by_lead;
    const auto of_lead = [&](const PersonId& lead) -> Caseload& {
        auto& load = by_lead[lead];
        if (load.lead == lead && !load.name.empty()) return load;
        const auto* person = partnership->person(lead);
        load.lead = lead;
        load.name = person != nullptr ? person->name : "somebody who has left";
        load.is_away = is_not_here(*partnership, actor.organisation, lead, today);
        return load;
    };
    for (const auto role : {directory::Role::dsl, directory::Role::deputy})
        for (const auto* person : partnership->people_with(actor.organisation, role))
            (void)of_lead(person->id);
    for (const auto& of : open_cases(workspace, actor, access::Action::read_case)) {
        auto& load = of_lead(of->lead);
        ++load.open_cases;
        if (const auto* decision = of->decision();
            decision != nullptr && decision->sign_off == record::SignOff::awaited)
            ++load.sign_offs_awaited;
        for (const auto* task : record::tasks_to_do(*of)) {
            ++load.tasks;
            if (task->set.due < now) ++load.overdue;
        }
    }
    std::vector<Caseload> loads;
    for (auto& [lead, load] : by_lead) loads.push_back(std::move(load));
    return loads;
}

namespace {

/// What goes over in one case: the case, or tasks in somebody else's.
std::vector<record::Keepable> to_hand_over(const record::Case& of, const PersonId& by, const PersonId& from,
                                           const PersonId& to, const std::string& why)
{
    std::vector<record::Keepable> keep;
    if (of.lead == from) {
        keep.emplace_back(record::CaseHandedOver{by, to, why});
        return keep;
    }
    for (const auto* task : record::tasks_to_do(of))
        if (task->owner == from) keep.emplace_back(record::TaskGiven{task->set.task, by, to, why});
    return keep;
}

}  // namespace

Later<Outcome<HandedOver>> hand_over(Safelead& safelead, const Actor& actor, const CommandId& command,
                                     const PersonId& from, const PersonId& to, std::string why)
{
    const auto refused = [](NotDone not_done) { return Outcome<HandedOver>{fail(std::move(not_done))}; };
    if (auto allowed = allow(actor, access::Action::see_inbox); !allowed) return refused(allowed.error());
    auto workspace = workspace_of(safelead.parts(), actor);
    if (!workspace) return refused(std::move(workspace).error());

    HandedOver done;
    std::vector<Later<Outcome<CaseChanged>>> changing;
    for (const auto& of : open_cases(**workspace, actor, access::Action::read_case)) {
        // Whoever has one of them open for a night hands nothing over, and is handed nothing.
        const auto subject = (*workspace)->subject_for_good(*of);
        const access::Actor receiver{to, actor.organisation,
                                     safelead.parts().partnership()->roles_of(to, actor.organisation)};
        const auto keep = to_hand_over(*of, actor.person, from, to, why);
        if (keep.empty()) continue;
        if (!is_allowed(actor, access::Action::change_case, subject) ||
            !access::permit(receiver, access::Action::read_case, subject)) {
            ++done.left;
            continue;
        }
        for (std::size_t i = 0; i < keep.size(); ++i) {
            const CommandId each{std::string{command.text()} + '/' + std::string{of->id.text()} + '/' +
                                 std::to_string(i)};
            if (std::holds_alternative<record::CaseHandedOver>(keep[i]))
                ++done.cases;
            else
                ++done.tasks;
            changing.push_back(
                change_case(safelead, actor, each, of->reference, record::KeepRecord{keep[i]}));
        }
    }
    return all_of(std::move(changing))
        .then([done](std::vector<Outcome<CaseChanged>> changed) mutable -> Outcome<HandedOver> {
            for (auto& one : changed) {
                if (!one) return fail(std::move(one).error());
                done.taken_out += one->taken_out;
            }
            return done;
        });
}

}  // namespace safelead::app
