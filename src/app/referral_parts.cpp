#include "app/referral_parts.h"

#include "app/allow.h"
#include "app/new_ids.h"
#include "app/referral_clocks.h"
#include "app/refused.h"
#include "app/said.h"
#include "app/typed_fields.h"

#include <algorithm>

namespace safelead::app {
namespace {

/// When an answer on that rung is due, where the ladder says so.
std::optional<Instant> rung_due(const Parts& parts, const StepOffers& offers, const record::StepSaid& said,
                                Instant now)
{
    const auto rung = std::ranges::find(offers.ladder, said.rung, &directory::Rung::id);
    if (rung == offers.ladder.end() || !rung->deadline) return std::nullopt;
    return directory::WorkingTime{{}, parts.local.holidays, parts.zone}.deadline_after(now, *rung->deadline);
}

record::TakeStep step_of(Safelead& safelead, const Actor& actor, const record::Referral& referral,
                         record::Side side, record::StepSaid said, Instant now)
{
    auto& parts = safelead.parts();
    const auto& sender = referral.sent->from.id;
    // A step that begins a clock asks the other side.
    const auto other = side == record::Side::sender ? record::Side::receiver : record::Side::sender;
    const auto clock = clock_for(parts, other, sender, referral.to, now);
    const auto offers = step_offers(safelead, actor, sender);
    const auto rung_answer_by = rung_due(parts, offers, said, now);
    record::TakeStep step{actor.person,    actor.name,        side,          now, std::move(said),
                          clock.answer_by, clock.managers_at, rung_answer_by};
    for (const auto& rung : offers.ladder) step.ladder.push_back(rung.id);
    return step;
}

}  // namespace

record::AgencyKind agency_kind_of(directory::OrganisationKind kind)
{
    switch (kind) {
        case directory::OrganisationKind::school:
        case directory::OrganisationKind::college:
            return record::AgencyKind::school;
        case directory::OrganisationKind::police:
            return record::AgencyKind::police;
        case directory::OrganisationKind::social_care:
            return record::AgencyKind::social_care;
        case directory::OrganisationKind::local_authority:
            return record::AgencyKind::local_authority;
        case directory::OrganisationKind::other_agency:
            return record::AgencyKind::other;
    }
    return record::AgencyKind::other;
}

bool is_not_here(const record::Agency& agency)
{
    return agency.id.text().empty();
}

record::Agency agency_of(const directory::Organisation& organisation)
{
    return {organisation.id, organisation.name, agency_kind_of(organisation.kind)};
}

record::LadoThere lado_at(Parts& parts, const OrganisationId& organisation)
{
    const auto partnership = parts.partnership();
    return partnership->people_with(organisation, directory::Role::lado).empty() ? record::LadoThere::no
                                                                                 : record::LadoThere::yes;
}

std::vector<AgencyHere> agencies_here(Safelead& safelead, const Actor& actor)
{
    std::vector<AgencyHere> agencies;
    const auto partnership = safelead.parts().partnership();
    for (const auto* one : partnership->organisations()) {
        const bool is_other = one->id != actor.organisation && one->standing == actor.standing;
        if (!is_other || agency_kind_of(one->kind) == record::AgencyKind::school) continue;
        const auto agency = agency_of(*one);
        agencies.push_back({agency, one->area, one->telephone});
        const bool has_lado = agency.kind == record::AgencyKind::local_authority &&
                              lado_at(safelead.parts(), one->id) == record::LadoThere::yes;
        if (has_lado)
            agencies.push_back({{one->id, one->name, record::AgencyKind::lado}, one->area, one->telephone});
    }
    std::ranges::stable_sort(agencies, {}, [](const AgencyHere& one) { return one.agency.name; });
    return agencies;
}

std::vector<HomeOf> homes_of(Safelead& safelead, const Actor& actor, const record::Case& of)
{
    std::vector<HomeOf> homes;
    auto* workspace = safelead.parts().find_workspace(actor.organisation);
    if (workspace == nullptr) return homes;
    for (const auto& person : of.people) {
        const auto child = person.child ? workspace->child(*person.child) : std::nullopt;
        if (!child || !child->it->home_authority) continue;
        const auto& noted = *child->it->home_authority;
        homes.push_back({person.ref, noted.area, noted.name});
    }
    return homes;
}

StepOffers step_offers(Safelead& safelead, const Actor& actor, const std::optional<OrganisationId>& sender)
{
    const auto& parts = safelead.parts();
    StepOffers offers{agencies_here(safelead, actor),
                      {},
                      parts.local.police_outcomes,
                      parts.zone.local(parts.now()).wall.date};
    const auto partnership = safelead.parts().partnership();
    const auto* from = partnership->organisation(sender.value_or(actor.organisation));
    const auto* area = from == nullptr ? nullptr : safelead.parts().local.arrangements_of(from->area);
    if (area != nullptr) offers.ladder = area->ladder;
    const auto plain = directory::plain_ladder();
    if (offers.ladder.empty()) offers.ladder.assign(plain.begin(), plain.end());
    return offers;
}

std::string own_area(Safelead& safelead, const Actor& actor)
{
    const auto partnership = safelead.parts().partnership();
    const auto* own = partnership->organisation(actor.organisation);
    return own == nullptr || safelead.parts().local.arrangements_of(own->area) == nullptr ? std::string{}
                                                                                          : own->area;
}

ReferralLine line_of(Parts& parts, const record::ReferralSummary& one, record::Side side)
{
    const auto& id = side == record::Side::sender ? one.to : one.from;
    const auto partnership = parts.partnership();
    const auto* other = partnership->organisation(id);
    const auto now = parts.now();
    return {.summary = one,
            .other = other == nullptr ? std::string{} : other->name,
            .in = record::Reference{""},
            .side = side,
            .alarm = record::alarm(one, now),
            .is_form_late = one.form_due && *one.form_due <= now,
            .is_rung_late = record::is_rung_late(one, now)};
}

void sort_lines(std::vector<ReferralLine>& lines)
{
    std::ranges::stable_sort(lines, {}, [](const ReferralLine& line) {
        const bool is_waiting = record::awaited(line.summary.state) != record::Awaited::nobody;
        const bool is_over = line.summary.state == record::ReferralState::closed ||
                             line.summary.state == record::ReferralState::withdrawn;
        const bool is_late = line.is_form_late || line.is_rung_late;
        const int loud = std::max(static_cast<int>(line.alarm), is_late ? 1 : 0);
        return std::pair{-loud, is_waiting ? 0 : is_over ? 2 : 1};
    });
}

ReferralView view_of(Safelead& safelead, const Actor& actor, const FoldedReferral& referral,
                     record::Side side)
{
    ReferralView view;
    view.it = referral.it;
    view.side = side;
    view.offers = step_offers(safelead, actor,
                              referral.it->sent ? std::optional{referral.it->sent->from.id} : std::nullopt);
    view.now = safelead.parts().now();
    view.alarm = record::alarm(*referral.it, view.now);
    view.times_of_area = times_gone_by(safelead.parts(), *referral.it);
    view.is_one_working_day = runs_one_working_day(safelead.parts(), *referral.it);
    const auto& sent = referral.it->sent;
    if (!sent || sent->route.empty()) return view;
    const auto* pack = safelead.packs().find(sent->edition);
    view.route_words = pack == nullptr ? sent->route : std::string{pack->term(sent->route)};
    return view;
}

Later<Outcome<ReferralChanged>> take_step(Safelead& safelead, const Actor& actor, const CommandId& command,
                                          const record::Referral& referral, record::Side side,
                                          record::StepSaid said)
{
    auto& parts = safelead.parts();
    if (!referral.sent) return refused<ReferralChanged>(NotThere{});
    const auto sender = referral.sent->from.id;
    const bool held_by_sender = is_not_here(referral.to);
    const auto receiver = held_by_sender ? sender : referral.to.id;
    auto* workspace = parts.find_workspace(receiver);
    if (workspace == nullptr) return refused<ReferralChanged>(NotThere{});
    WordsGate gate;
    gate(said);
    Said typed{"referral step"};
    typed(referral.id);
    typed(said);
    const auto ids = std::make_shared<const NewIds>(workspace->log(), actor.person.text(), command);
    const auto now = parts.now();
    const auto decide =
        [&parts, &of = *workspace, id = referral.id, held_by_sender, ids,
         step = step_of(safelead, actor, referral, side, std::move(said), now)]() -> Outcome<Writing> {
        Writing writing;
        if (held_by_sender)
            SL_TRY(write_step_here(writing, parts, of, *ids, id, step));
        else
            SL_TRY(write_referral_events(writing, parts, of, id, step));
        return writing;
    };
    return carry_out(*workspace,
                     {ids->command(), typed.bytes(), now, std::string{referral.reference.text()}, decide})
        .then([&parts, id = referral.id, sender, receiver](Outcome<Kept> kept) -> Later<Outcome<Kept>> {
            if (!kept || sender == receiver) return kept;
            return copy_referral(parts, id, sender, receiver);
        })
        .then([reference = referral.reference,
               taken_out = gate.taken_out()](Outcome<Kept> kept) -> Outcome<ReferralChanged> {
            // A copy that could not be made now is made by the timer: the step itself is kept.
            const bool is_kept = kept.has_value() || std::holds_alternative<Crowded>(kept.error()) ||
                                 std::holds_alternative<RecordStopped>(kept.error());
            if (!is_kept) return fail(std::move(kept).error());
            return ReferralChanged{reference, taken_out};
        });
}

}  // namespace safelead::app
