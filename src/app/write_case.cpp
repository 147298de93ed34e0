#include "app/write_case.h"

#include "app/circumstances.h"
#include "app/counted.h"
#include "app/what_goes.h"
#include "exchange/counted_fact.h"
#include "record/answered_referral.h"
#include "record/whom_about.h"

#include <algorithm>

namespace safelead::app {
namespace {

/// Whose part of the case seals the event. Refused where that can't be told: the shared part would keep it
/// beyond the child whom it is about.
Outcome<ledger::PartId> part_in_case(const record::Case& of, const record::CaseEvent& event)
{
    if (const auto* added = std::get_if<record::PersonAdded>(&event)) return part_of_added(*added);
    const auto whom = record::whom_about(of, event);
    if (std::holds_alternative<record::AboutTheCase>(whom)) return ledger::shared_part();
    const auto* ref = std::get_if<record::CaseRef>(&whom);
    const auto* added = ref == nullptr ? nullptr : record::added_as(of, *ref);
    if (added == nullptr) return fail(record::CaseRefusal{record::CaseRefused::nobody_such, {}});
    return part_of_added(*added);
}

/// The arrangements of the area that the organisation is in; null if it has none.
const directory::Arrangements* area_of(Parts& parts, const OrganisationId& id)
{
    const auto* organisation = parts.directory().read().partnership->organisation(id);
    return organisation == nullptr ? nullptr : parts.local.arrangements_of(organisation->area);
}

}  // namespace

ledger::PartId part_of_added(const record::PersonAdded& added)
{
    return added.child ? part_of(*added.child) : ledger::shared_part();
}

const record::ChildId* child_of(const record::Case& of, const record::CaseRef& ref)
{
    const auto found = std::ranges::find(of.people, ref, &record::CasePerson::ref);
    return found == of.people.end() || !found->child ? nullptr : &*found->child;
}

record::ReferralsStand referrals_stand(Workspace& workspace, const record::CaseId& of)
{
    record::ReferralsStand stand;
    for (const auto& one : workspace.referrals_of(of)) {
        // One that does not open is answered as far as its line says so.
        if (const auto whole =
                record::may_be_with_nobody(one.state) ? workspace.referral(one.id) : std::nullopt)
            record::add_standing(stand, *whole->it);
        else if (record::is_answered(one.state))
            stand.settled.emplace_back(one.reference.text());
    }
    return stand;
}

Outcome<Done> write_case(Writing& writing, Parts& parts, Workspace& workspace, const NewIds& ids,
                         const record::CaseId& of, std::string_view edition,
                         const record::CaseCommand& command, Instant now)
{
    const auto stream = stream_of(of);
    if (workspace.is_stopped(stream)) return fail(RecordStopped{});
    auto circumstances_now =
        circumstances(parts, ids, area_of(parts, workspace.log().organisation()), edition, now);
    if (!circumstances_now) return fail(RecordStopped{});
    if (std::holds_alternative<record::CloseCase>(command))
        circumstances_now->referrals = referrals_stand(workspace, of);

    const auto before = workspace.one_case(of);
    const record::Case empty;
    const auto& state = before ? *before->it : empty;
    writing.expect(stream, before ? before->position : ledger::StreamPosition::start);
    const bool counts = is_counted(*parts.directory().read().partnership, workspace.log().organisation());
    auto events = SL_TRY(record::decide(state, command, *circumstances_now));
    // All first: what is refused must leave nothing half written.
    std::vector<ledger::PartId> parts_of_events;
    for (const auto& event : events) parts_of_events.push_back(SL_TRY(part_in_case(state, event)));
    for (std::size_t at = 0; at < events.size(); ++at) {
        if (auto fact = counts ? fact_of(state, events[at], now, parts.zone) : std::nullopt)
            writing.count(exchange::fact_to_bytes(*fact));
        writing.add(stream, parts_of_events[at], std::move(events[at]));
    }
    return Done{};
}

}  // namespace safelead::app
