#include "app/write_case.h"

#include "app/circumstances.h"
#include "app/counted.h"
#include "exchange/counted_fact.h"
#include "record/answered_referral.h"

#include <algorithm>

namespace safelead::app {
namespace {

/// The child whose part of the case seals the event.
const record::ChildId* child_in(const record::Case& of, const record::CaseEvent& event)
{
    if (const auto* added = std::get_if<record::PersonAdded>(&event))
        return added->child ? &*added->child : nullptr;
    if (const auto* described = std::get_if<record::PersonDescribed>(&event))
        return child_of(of, described->ref);
    const auto about = std::visit([](const auto& one) { return record::person_of(one); }, event);
    return about ? child_of(of, *about) : nullptr;
}

/// The arrangements of the area that the organisation is in; null if it has none.
const directory::Arrangements* area_of(Parts& parts, const OrganisationId& id)
{
    const auto* organisation = parts.directory().read().partnership->organisation(id);
    return organisation == nullptr ? nullptr : parts.local.arrangements_of(organisation->area);
}

}  // namespace

const record::ChildId* child_of(const record::Case& of, const record::CaseRef& ref)
{
    const auto found = std::ranges::find(of.people, ref, &record::CasePerson::ref);
    return found == of.people.end() || !found->child ? nullptr : &*found->child;
}

record::ReferralsStand referrals_stand(Workspace& workspace, const record::CaseId& of)
{
    record::ReferralsStand stand;
    for (const auto& one : workspace.referrals_of(of)) {
        // What nobody has answered yet stands in no list: it need not be read whole.
        if (!record::is_answered(one.state)) continue;
        if (const auto whole = workspace.referral(one.id)) record::add_standing(stand, *whole->it);
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
    for (auto& event : SL_TRY(record::decide(state, command, *circumstances_now))) {
        if (auto fact = counts ? fact_of(state, event, now, parts.zone) : std::nullopt)
            writing.count(exchange::fact_to_bytes(*fact));
        const auto part = part_of(event, child_in(state, event));
        writing.add(stream, part, std::move(event));
    }
    return Done{};
}

}  // namespace safelead::app
