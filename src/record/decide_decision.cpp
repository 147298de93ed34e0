#include "record/case_deciding.h"
#include "record/case_standing.h"
#include "record/text_limits.h"
#include "record/what_is_open.h"

#include <algorithm>

namespace safelead::record {

namespace {

struct Deciding {
    const Case& state;
    const MakeDecision& make;
    const guidance::Pack& pack;
    const decision::Advice& now;
};

SecondPerson second_person(const guidance::Pack& pack, const decision::Advice& now, std::string_view route)
{
    if (!pack.is_referring(route)) return SecondPerson::does_not_refer;
    const bool lowers = urgency_of(pack, route) < urgency_of(pack, now.route.text());
    return lowers ? SecondPerson::lowers_advice : SecondPerson::not_needed;
}

Result<Done, CaseRefusal> check_route(const Deciding& d)
{
    const auto known = std::ranges::any_of(
        d.pack.routes(), [&](const guidance::Route& route) { return route.code.text() == d.make.route; });
    if (!known) return refuse(CaseRefused::unknown_route, {d.make.route});

    if (!manages_alone(d.pack, d.make.route)) return Done{};
    if (is_for_an_agency(d.pack, d.now) && !is_given_back(d.state, d.pack, d.now)) {
        return refuse(CaseRefused::agency_must_give_back);
    }
    if (!manages_alone(d.pack, d.now.route.text()) && !is_consulted(d.state, d.pack, d.now)) {
        return refuse(CaseRefused::consult_first);
    }
    return Done{};
}

Result<Done, CaseRefusal> check_tests(const MakeDecision& make)
{
    std::vector<std::string> not_stated;
    if (make.enough_known != Answer::yes) not_stated.emplace_back("enough_known");
    if (make.manageable != Answer::yes) not_stated.emplace_back("manageable");
    if (!not_stated.empty()) return refuse(CaseRefused::tests_not_stated, std::move(not_stated));
    return Done{};
}

Result<Done, CaseRefusal> check_unknowns(const Deciding& d)
{
    std::vector<std::string> unsaid;
    for (std::string& fact : unknowns_to_say(d.state, d.pack)) {
        const bool said = std::ranges::any_of(d.make.still_unknown, [&](const StillUnknown& line) {
            return line.fact == fact && !is_blank(line.why_safe);
        });
        if (!said) unsaid.push_back(std::move(fact));
    }
    if (!unsaid.empty()) return refuse(CaseRefused::unknowns_unsaid, std::move(unsaid));
    return Done{};
}

Result<Done, CaseRefusal> check_lengths(const MakeDecision& make)
{
    if (!fits_account(make.reason)) return refuse(CaseRefused::text_too_long, {"reason"});
    for (const StillUnknown& line : make.still_unknown) {
        if (!fits_line(line.fact) || !fits_account(line.why_safe)) {
            return refuse(CaseRefused::text_too_long, {"still_unknown"});
        }
    }
    return Done{};
}

/// The decision that waits for a second person, by its number.
Result<const Decision*, CaseRefusal> awaiting(const Case& state, int number)
{
    for (const Decision& decision : state.decisions) {
        if (decision.made.number != number) continue;
        const bool waits = decision.sign_off == SignOff::awaited && &decision == state.decision();
        if (!waits) return refuse(CaseRefused::settled_already, {std::to_string(number)});
        return &decision;
    }
    return refuse(CaseRefused::nobody_such, {std::to_string(number)});
}

}  // namespace

CaseDecided decided(const Case& state, const MakeDecision& make, const Circumstances& c)
{
    const Weighed now = weigh(facts_of(state), c);
    const Deciding deciding{state, make, c.in_force, now.in_force};
    SL_TRY(check_route(deciding));
    const SecondPerson second = second_person(c.in_force, now.in_force, make.route);
    if (second == SecondPerson::does_not_refer) {
        SL_TRY(check_tests(make));
        SL_TRY(check_said({{"reason", make.reason}}));
        SL_TRY(check_unknowns(deciding));
    }
    if (second == SecondPerson::lowers_advice) SL_TRY(check_said({{"reason", make.reason}}));
    SL_TRY(check_lengths(make));

    auto events = advice_if_changed(state, now, c);
    const DecisionMade made{static_cast<int>(state.decisions.size()) + 1,
                            make.by,
                            std::string{now.in_force.route.text()},
                            make.route,
                            make.reason,
                            make.enough_known,
                            make.manageable,
                            make.still_unknown,
                            second != SecondPerson::not_needed};
    events.emplace_back(made);
    // Sign-off never delays action: what was decided calls for its steps at once.
    const Decision decision{made, c.now, SignOff::not_needed, std::nullopt, std::nullopt, ""};
    std::ranges::move(tasks_newly_called_for(state, now.in_force, &decision, c), std::back_inserter(events));
    return events;
}

// Who agreed by telephone is named in the call; whoever wrote that down may be the one who decided.
CaseDecided decided(const Case& state, const SignOffDecision& sign, const Circumstances&)
{
    const Decision* decision = SL_TRY(awaiting(state, sign.number));
    if (sign.called) {
        SL_TRY(check_said({{"name", sign.called->name},
                           {"position", sign.called->position},
                           {"when", sign.called->when.words},
                           {"said", sign.called->said}}));
    } else if (sign.by == decision->made.by) {
        return refuse(CaseRefused::same_person);
    }
    return std::vector<CaseEvent>{DecisionSignedOff{sign.number, sign.by, sign.called}};
}

CaseDecided decided(const Case& state, const RefuseSignOff& refusal, const Circumstances&)
{
    const Decision* decision = SL_TRY(awaiting(state, refusal.number));
    if (refusal.by == decision->made.by) return refuse(CaseRefused::same_person);
    SL_TRY(check_said({{"reason", refusal.reason}}));
    return std::vector<CaseEvent>{SignOffRefused{refusal.number, refusal.by, refusal.reason}};
}

SecondPerson second_person_for(const Case& state, const guidance::Pack& pack, std::string_view route)
{
    return second_person(pack, decision::evaluate(pack, facts_of(state)), route);
}

}  // namespace safelead::record
