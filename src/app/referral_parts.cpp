#include "app/referral_parts.h"

#include "app/referral_clocks.h"
#include "app/said.h"
#include "crypto/random.h"

#include <algorithm>

namespace safelead::app {

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
        const bool is_waiting = line.summary.answer_by.has_value();
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

Later<Outcome<Kept>> keep_read_after_end(Parts& parts, Workspace& workspace, const Actor& actor,
                                         const record::ReferralId& referral, int number)
{
    const auto now = parts.now();
    const auto before = workspace.referral(referral);
    if (!before || record::unread_after_end(*before->it) == 0) return Outcome<Kept>{Kept{now}};
    const auto decide = [&parts, &workspace, referral, by = actor.person, number]() -> Outcome<Writing> {
        Writing writing;
        SL_TRY(write_referral_events(writing, parts, workspace, referral, record::ReadAfterEnd{by, number}));
        return writing;
    };
    return carry_out(workspace,
                     {crypto::random_id<CommandId>(), Said{"read after the end"}.bytes(), now, {}, decide});
}

Outcome<FoldedReferral> find_in_case(Workspace& workspace, const record::CaseId& of,
                                     const record::Reference& reference)
{
    auto found = workspace.referral(reference);
    if (!found || found->it->of != of) return fail(NotThere{});
    if (workspace.is_stopped(stream_of(found->it->id))) return fail(RecordStopped{});
    return *std::move(found);
}

Later<Outcome<ReferralChanged>> carry_out_in_referral(const std::shared_ptr<const ChangingCase>& changing,
                                                      Bytes content, const record::Reference& referral,
                                                      std::size_t taken_out,
                                                      std::function<Outcome<Writing>()> decide)
{
    return carry_out_change(changing, std::move(content), taken_out, std::move(decide))
        .then([referral, taken_out](Outcome<CaseChanged> changed) -> Outcome<ReferralChanged> {
            (void)SL_TRY(std::move(changed));
            return ReferralChanged{referral, taken_out};
        });
}

}  // namespace safelead::app
