#include "app/counted.h"

#include "app/allow.h"
#include "app/batches.h"
#include "app/one_look.h"
#include "app/parts.h"
#include "base/overloaded.h"
#include "exchange/counted_fact.h"

#include <algorithm>
#include <map>

namespace safelead::app {
namespace {

bool is_young_person(const record::CasePerson& person)
{
    return person.described &&
           std::ranges::find(person.described->roles, "subject") != person.described->roles.end();
}

/// Their age when it happened, or else now.
std::optional<int> age_of(const record::CasePerson& person)
{
    return person.described->age_at_event ? person.described->age_at_event : person.described->age;
}

std::optional<int> youngest_in(const record::Case& of)
{
    std::optional<int> youngest;
    for (const auto& person : of.people) {
        if (!is_young_person(person)) continue;
        const auto age = age_of(person);
        if (age && (!youngest || *age < *youngest)) youngest = age;
    }
    return youngest;
}

std::string name_of(record::AgencyKind kind)
{
    switch (kind) {
        case record::AgencyKind::police:
            return "police";
        case record::AgencyKind::social_care:
            return "social_care";
        case record::AgencyKind::local_authority:
        case record::AgencyKind::lado:
            return "local_authority";
        case record::AgencyKind::school:
        case record::AgencyKind::other:
        case record::AgencyKind::not_known:
            return "other";
    }
    return "other";
}

bool is_disagreement(const record::ReferralStep& step)
{
    return step.said.kind == record::StepKind::disagreement_raised;
}

bool was_closed_before(const record::Case& of)
{
    return std::ranges::any_of(of.history, [](const auto& happened) {
        return std::holds_alternative<record::CaseClosed>(*happened.event);
    });
}

/// Adds what opens of one organisation's facts, and counts what doesn't.
std::vector<insight::Fact> facts_in(const ledger::Log& log, FiguresCounted& counted)
{
    std::vector<insight::Fact> facts;
    const auto read = log.facts();
    counted.not_read += read.not_opened;
    for (const auto& bytes : read.opened) {
        if (auto fact = exchange::parse_fact(bytes))
            facts.push_back(*std::move(fact));
        else
            ++counted.not_read;
    }
    return facts;
}

/// What was counted of a case or referral when it happened, as far as that is there still.
template <class Thing>
void add_facts(std::vector<insight::Fact>& facts, const Thing& thing, const directory::Zone& zone)
{
    Thing before;
    for (const auto& happened : thing.history) {
        if (auto fact = fact_of(before, *happened.event, happened.at, zone))
            facts.push_back(*std::move(fact));
        before = evolve(std::move(before), happened);
    }
}

/// Of the cases that the actor may read: a fact does not say of which case it is, so a figure made of all of
/// them would tell of one that nobody may know of.
FiguresCounted figures_of_readable(Parts& parts, const Actor& actor, Workspace& workspace)
{
    const auto may_see = [&](const access::Subject& subject) {
        return is_allowed(actor, access::Action::read_case, subject);
    };
    FiguresCounted counted;
    counted.disclosure = insight::Disclosure::exact;
    std::map<record::CaseId, std::vector<record::ReferralId>> referrals;
    for (const auto& sent : workspace.referrals()) referrals[sent.of].push_back(sent.id);
    std::vector<std::vector<insight::Fact>> only(1);
    for (const auto& some : batches_of(workspace.cases(may_see, parts.now(), whole_list).ids)) {
        workspace.bring(some);
        for (const auto& id : some) {
            const auto of = workspace.one_case(id);
            if (!of || workspace.is_stopped(stream_of(id))) {
                ++counted.not_read;
                continue;
            }
            add_facts(only.front(), *of->it, parts.zone);
            workspace.bring(referrals[id]);
            for (const auto& sent : referrals[id])
                if (const auto referral = workspace.referral(sent))
                    add_facts(only.front(), *referral->it, parts.zone);
        }
    }
    counted.terms = insight::figures(only, counted.disclosure);
    return counted;
}

/// Of all that was ever counted there, so that nobody shows.
FiguresCounted figures_of_one(Parts& parts, const OrganisationId& organisation)
{
    FiguresCounted counted;
    counted.disclosure = insight::Disclosure::rounded_without_nothing;
    const auto* log = parts.ledger().find(organisation);
    if (log == nullptr) return counted;
    const std::vector<std::vector<insight::Fact>> only{facts_in(*log, counted)};
    counted.terms = insight::figures(only, counted.disclosure);
    return counted;
}

template <class Read>
Later<Outcome<FiguresCounted>> on_a_worker(Parts& parts, Read read)
{
    auto later = parts.readers.run([read = std::move(read)]() -> Outcome<FiguresCounted> { return read(); });
    if (!later) return Outcome<FiguresCounted>{fail(Crowded{})};
    return *std::move(later);
}

}  // namespace

bool is_counted(const directory::Partnership& partnership, const OrganisationId& organisation)
{
    const auto* found = partnership.organisation(organisation);
    return found != nullptr && found->standing == directory::Standing::real;
}

std::optional<insight::Fact> fact_of(const record::Case& of, const record::CaseEvent& event, Instant now,
                                     const directory::Zone& zone)
{
    const auto term = insight::term_of(zone.local(now).wall.date);
    return std::visit(Overloaded{
                          [&](const record::CaseOpened& opened) -> std::optional<insight::Fact> {
                              return insight::Fact{insight::Counted::opened, term, opened.edition};
                          },
                          [&](const record::DecisionMade& made) -> std::optional<insight::Fact> {
                              if (made.number != 1) return std::nullopt;
                              return insight::Fact{
                                  insight::Counted::decided, term,       of.edition,
                                  made.recommended,          made.route, insight::age_band(youngest_in(of))};
                          },
                          [&](const record::CaseClosed& closed) -> std::optional<insight::Fact> {
                              if (was_closed_before(of)) return std::nullopt;
                              return insight::Fact{
                                  insight::Counted::closed, term, of.edition, {}, closed.route};
                          },
                          [](const auto&) -> std::optional<insight::Fact> { return std::nullopt; },
                      },
                      event);
}

std::optional<insight::Fact> fact_of(const record::Referral& of, const record::ReferralEvent& event,
                                     Instant now, const directory::Zone& zone)
{
    if (of.of.text().empty()) return std::nullopt;
    insight::Fact fact;
    fact.term = insight::term_of(zone.local(now).wall.date);
    if (const auto* sent = std::get_if<record::ReferralSent>(&event)) {
        fact.what = insight::Counted::referred;
        fact.edition = sent->edition;
        fact.to = name_of(sent->to.kind);
        return fact;
    }
    const auto* step = std::get_if<record::ReferralStep>(&event);
    if (step == nullptr || !is_disagreement(*step) || std::ranges::any_of(of.steps, is_disagreement))
        return std::nullopt;
    fact.what = insight::Counted::disagreed;
    if (of.sent) fact.edition = of.sent->edition;
    fact.to = name_of(of.to.kind);
    return fact;
}

Later<Outcome<FiguresCounted>> own_figures(Safelead& safelead, const Actor& actor)
{
    if (auto allowed = allow(actor, access::Action::see_figures); !allowed)
        return Outcome<FiguresCounted>{fail(std::move(allowed).error())};
    auto& parts = safelead.parts();
    if (!may(actor, access::Action::read_case))
        return on_a_worker(parts, [&parts, organisation = actor.organisation] {
            return figures_of_one(parts, organisation);
        });
    auto workspace = workspace_of(parts, actor);
    if (!workspace) return Outcome<FiguresCounted>{fail(std::move(workspace).error())};
    return on_a_worker(parts, [&parts, actor, workspace = *workspace] {
        const OneLook look;
        if (!is_counted(*parts.partnership(), actor.organisation))
            return FiguresCounted{.terms = {}, .disclosure = insight::Disclosure::exact};
        return figures_of_readable(parts, actor, *workspace);
    });
}

Later<Outcome<FiguresCounted>> partnership_figures(Safelead& safelead, const Actor& actor)
{
    if (auto allowed = allow(actor, access::Action::see_partnership_figures); !allowed)
        return Outcome<FiguresCounted>{fail(std::move(allowed).error())};
    return on_a_worker(safelead.parts(), [&safelead] { return figures_of_partnership(safelead); });
}

FiguresCounted figures_of_partnership(Safelead& safelead)
{
    auto& parts = safelead.parts();
    const auto partnership = parts.partnership();
    FiguresCounted counted;
    std::vector<std::vector<insight::Fact>> of_each;
    for (const auto* organisation : partnership->organisations()) {
        auto* log = parts.ledger().find(organisation->id);
        if (log == nullptr || !is_counted(*partnership, organisation->id)) continue;
        of_each.push_back(facts_in(*log, counted));
    }
    counted.disclosure = insight::Disclosure::rounded;
    counted.terms = insight::figures(of_each, counted.disclosure);
    return counted;
}

std::string to_json(const FiguresCounted& counted)
{
    return exchange::figures_to_json(counted.terms);
}

}  // namespace safelead::app
