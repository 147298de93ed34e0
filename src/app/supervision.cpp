#include "app/supervision.h"

#include "app/allow.h"
#include "app/carry_out.h"
#include "app/parts.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/typed_fields.h"
#include "record/supervision.h"

#include <algorithm>

namespace safelead::app {
namespace {

access::Subject subject_of(const OrganisationId& organisation, const record::SupervisionHeld& held)
{
    auto subject = access::of_organisation(organisation);
    subject.involved = {held.lead, held.supervisor};
    return subject;
}

std::string name_of(const directory::Partnership& partnership, const PersonId& person)
{
    const auto* known = partnership.person(person);
    return known != nullptr ? known->name : "somebody who has left";
}

Outcome<Done> add_notes(Supervisions& to, Workspace& workspace, const Actor& actor,
                        const directory::Partnership& partnership, const PersonId& lead)
{
    const auto stream = stream_of_supervision(lead);
    const auto entries = workspace.log().read_stream(stream, ledger::StreamPosition::start);
    if (!entries) return fail(RecordStopped{});
    for (const auto& entry : *entries) {
        const auto event = event_of(stream, entry.plaintext);
        if (!event) return fail(RecordStopped{});
        const auto& one = *std::get<std::shared_ptr<const record::SupervisionEvent>>(*event);
        const auto& held = std::get<record::SupervisionHeld>(one);
        if (!is_allowed(actor, access::Action::read_supervision, subject_of(actor.organisation, held)))
            continue;
        to.notes.push_back({held, entry.header.time, name_of(partnership, held.lead),
                            name_of(partnership, held.supervisor), name_of(partnership, held.by)});
    }
    return Done{};
}

}  // namespace

Outcome<Supervisions> supervisions(Safelead& safelead, const Actor& actor)
{
    SL_TRY(allow(actor, access::Action::record_supervision));
    auto& parts = safelead.parts();
    auto& workspace = *SL_TRY(workspace_of(parts, actor));
    const auto partnership = parts.partnership();
    Supervisions all;
    for (const auto* person : partnership->people_of(actor.organisation)) {
        SL_TRY(add_notes(all, workspace, actor, *partnership, person->id));
        const auto roles = partnership->roles_of(person->id, actor.organisation);
        if (roles.has(directory::Role::dsl) || roles.has(directory::Role::deputy))
            all.leads.push_back({person->id, person->name});
        all.supervisors.push_back({person->id, person->name});
    }
    std::ranges::stable_sort(all.notes, std::greater{}, &Supervision::at);
    return all;
}

Later<Outcome<std::size_t>> record_supervision(Safelead& safelead, const Actor& actor,
                                               const CommandId& command, record::SupervisionHeld held)
{
    auto& parts = safelead.parts();
    if (auto allowed = allow(actor, access::Action::record_supervision); !allowed)
        return refused<std::size_t>(std::move(allowed).error());
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return refused<std::size_t>(std::move(workspace).error());
    const auto partnership = parts.partnership();
    for (const auto* person : {&held.lead, &held.supervisor})
        if (partnership->roles_of(*person, actor.organisation).is_empty())
            return refused<std::size_t>(NotThere{});

    WordsGate gate;
    gate(held);
    held.by = actor.person;
    Said said{"record supervision"};
    said(held);
    const auto taken_out = gate.taken_out();
    const auto today = parts.today();
    return carry_out(**workspace, {command,
                                   said.bytes(),
                                   parts.now(),
                                   {},
                                   [held, today]() -> Outcome<Writing> {
                                       SL_TRY(record::check_supervision(held, today));
                                       Writing writing;
                                       writing.add(stream_of_supervision(held.lead), ledger::shared_part(),
                                                   record::SupervisionEvent{held});
                                       return writing;
                                   }})
        .then([taken_out](Outcome<Kept> kept) -> Outcome<std::size_t> {
            (void)SL_TRY(std::move(kept));
            return taken_out;
        });
}

}  // namespace safelead::app
