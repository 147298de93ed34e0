#include "app/allow.h"
#include "app/cases.h"
#include "app/child_records.h"
#include "app/naming.h"
#include "app/parts.h"
#include "app/record_view.h"
#include "app/refused.h"
#include "app/write_case.h"

#include <array>

namespace safelead::app {
namespace {

constexpr std::array in_a_case{access::Action::change_case, access::Action::decide_route,
                               access::Action::sign_off,    access::Action::record_referral,
                               access::Action::read_child,  access::Action::see_reads,
                               access::Action::settle_task};

/// Earlier cases of the same children; of those that the actor may not read nothing is said.
std::vector<record::Repeat> repeats_of(Workspace& workspace, const Actor& actor, const record::Case& of)
{
    std::vector<record::Repeat> repeats;
    for (const auto& person : of.people) {
        if (!person.child) continue;
        for (const auto& other : workspace.cases_of(*person.child)) {
            auto repeat = record::repeat_in(of, *other);
            if (!repeat || repeat->who != person.ref) continue;
            if (is_allowed(actor, access::Action::read_case, subject_of(workspace, *other)))
                repeats.push_back(*std::move(repeat));
        }
    }
    return repeats;
}

/// Where else the children in the case are, under any of their records.
void add_other_cases(CaseView& view, Workspace& workspace, const Actor& actor)
{
    for (const auto& person : view.it->people) {
        if (!person.child) continue;
        std::set<record::Reference> others;
        for (const auto& record : records_of(workspace, *person.child))
            for (const auto& of : workspace.cases_of(record))
                if (of->id != view.it->id &&
                    is_allowed(actor, access::Action::read_case, subject_of(workspace, *of)))
                    others.insert(of->reference);
        if (!others.empty()) view.also_in[*person.child] = {others.begin(), others.end()};
    }
}

Outcome<CaseView> view_of(Parts& parts, Workspace& workspace, const Actor& actor, const record::CaseId& id)
{
    const auto found = workspace.one_case(id);
    if (!found) return fail(NotThere{});  // Erased a moment ago.
    CaseView view;
    view.it = found->it;
    const auto* in_force = parts.packs.find(view.it->edition);
    if (in_force == nullptr) return fail(RecordStopped{});
    view.in_force = *in_force;
    view.newest = parts.packs.newest();
    view.concerns = workspace.concerns_of(*view.it);
    view.erased = workspace.erased_in(id);
    view.repeats = repeats_of(workspace, actor, *view.it);
    view.referrals = referrals_stand(workspace, id);
    view.now = parts.now();
    view.today = parts.today();

    const auto subject = subject_of(workspace, *view.it);
    for (const auto action : in_a_case)
        if (is_allowed(actor, action, subject)) view.may.insert(action);
    const auto for_good = workspace.subject_for_good(*view.it);
    const auto partnership = parts.partnership();
    for (const auto* person : partnership->people_of(actor.organisation)) {
        const access::Actor other{person->id, actor.organisation,
                                  partnership->roles_of(person->id, actor.organisation)};
        if (access::permit(other, access::Action::read_case, for_good)) view.readers.insert(person->id);
    }

    add_other_cases(view, workspace, actor);
    Naming naming{parts, workspace};
    naming.add(*view.it);
    for (const auto& concern : view.concerns) naming.add(*concern);
    view.names = std::move(naming).names();
    return view;
}

}  // namespace

Later<Outcome<CaseView>> view_case(Safelead& safelead, const Actor& actor, const record::Reference& reference)
{
    auto& parts = safelead.parts();
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<CaseView>(std::move(workspace).error());
    auto& of = **workspace;
    auto found = find_case(of, actor, reference, access::Action::read_case);
    if (!found) return refused<CaseView>(std::move(found).error());

    const auto id = found->it->id;
    return record_view(parts, of, actor, id.text(), exchange::CaseViewed{id, actor.person, role_names(actor)})
        .then([&parts, &of, actor, id](Outcome<Kept> kept) -> Outcome<CaseView> {
            (void)SL_TRY(std::move(kept));
            return view_of(parts, of, actor, id);
        });
}

}  // namespace safelead::app
