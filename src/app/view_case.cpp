#include "app/allow.h"
#include "app/cases.h"
#include "app/child_records.h"
#include "app/naming.h"
#include "app/parts.h"
#include "app/record_view.h"
#include "app/refused.h"

#include <array>

namespace safelead::app {
namespace {

constexpr std::array in_a_case{access::Action::change_case, access::Action::decide_route,
                               access::Action::sign_off,    access::Action::record_referral,
                               access::Action::read_child,  access::Action::see_reads,
                               access::Action::settle_task};

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
    view.now = parts.now();
    view.today = parts.today();

    const auto subject = subject_of(workspace, *view.it);
    for (const auto action : in_a_case)
        if (is_allowed(actor, action, subject)) view.may.insert(action);
    const auto partnership = parts.partnership();
    for (const auto* person : partnership->people_of(actor.organisation)) {
        const access::Actor other{person->id, actor.organisation,
                                  partnership->roles_of(person->id, actor.organisation)};
        if (access::permit(other, access::Action::read_case, subject)) view.readers.insert(person->id);
    }

    add_other_cases(view, workspace, actor);
    Naming naming{parts, workspace};
    naming.add(*view.it);
    for (const auto& concern : view.concerns) naming.add(*concern);
    view.names = std::move(naming).names();
    return view;
}

ReadOfCase read_of(const directory::Partnership& partnership, const exchange::CaseViewed& viewed, Instant at)
{
    directory::Roles roles;
    for (const auto& name : viewed.roles)
        if (const auto role = directory::role_from_name(name)) roles.add(*role);
    const auto* person = partnership.person(viewed.by);
    return {at, viewed.by, person != nullptr ? person->name : std::string{}, roles, {}};
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

Outcome<std::vector<ReadOfCase>> reads_of_case(Safelead& safelead, const Actor& actor,
                                               const record::Reference& reference)
{
    using std::chrono::days;
    auto& parts = safelead.parts();
    auto* workspace = SL_TRY(workspace_of(parts, actor));
    const auto of = SL_TRY(find_case(*workspace, actor, reference, access::Action::see_reads));
    const auto partnership = parts.partnership();

    const auto theirs = stream_of(of.it->id);
    std::vector<ReadOfCase> reads;
    const auto last = std::chrono::floor<days>(parts.now());
    for (auto day = std::chrono::floor<days>(of.it->opened_at); day <= last; day += days{1}) {
        const auto stream = stream_of_views(Date{day});
        const auto entries = workspace->log().read_stream(stream, ledger::StreamPosition::start);
        if (!entries) return fail(RecordStopped{});
        for (const auto& entry : *entries) {
            const auto event = event_of(stream, entry.plaintext);
            if (!event) return fail(RecordStopped{});
            const auto& viewed = *std::get<std::shared_ptr<const exchange::ViewEvent>>(*event);
            if (const auto* read = std::get_if<exchange::CaseViewed>(&viewed);
                read != nullptr && read->viewed == of.it->id)
                reads.push_back(read_of(*partnership, *read, entry.header.time));
            if (const auto* given = std::get_if<exchange::EntryDisclosed>(&viewed);
                given != nullptr && given->stream == theirs.text())
                reads.push_back({entry.header.time, PersonId{""}, {}, {}, given->why});
        }
    }
    return reads;
}

}  // namespace safelead::app
