#include "record/case_standing.h"

#include "record/case_applying.h"

#include <algorithm>
#include <limits>

namespace safelead::record {

namespace {

const decision::Advice* in_force_advice(const CaseEvent& event)
{
    const auto* given = std::get_if<AdviceGiven>(&event);
    return given != nullptr && given->under == AdviceUnder::in_force ? &given->advice : nullptr;
}

}  // namespace

int urgency_of(const guidance::Pack& pack, std::string_view route)
{
    const auto found = std::ranges::find_if(
        pack.routes(), [&](const guidance::Route& known) { return known.code.text() == route; });
    return found == pack.routes().end() ? std::numeric_limits<int>::max() : found->severity;
}

bool has_worsened(const guidance::Pack& pack, const decision::Advice& before, const decision::Advice& now)
{
    return urgency_of(pack, now.route.text()) > urgency_of(pack, before.route.text()) ||
           newly_met(before, now);
}

bool is_for_an_agency(const guidance::Pack& pack, const decision::Advice& advice)
{
    return !advice.criteria.empty() || pack.is_referring(advice.route.text());
}

bool is_consulted(const Case& state, const guidance::Pack& pack, const decision::Advice& now)
{
    bool consulted = false;
    const decision::Advice* before = nullptr;
    const auto weigh = [&](const decision::Advice& advice) {
        if (before == nullptr || has_worsened(pack, *before, advice)) consulted = false;
        before = &advice;
    };
    for (const auto& happened : state.history) {
        if (const auto* advice = in_force_advice(*happened.event)) weigh(*advice);
        if (std::holds_alternative<Consulted>(*happened.event) ||
            std::holds_alternative<GivenBack>(*happened.event)) {
            consulted = true;
        }
    }
    weigh(now);
    return consulted;
}

bool is_given_back(const Case& state, const guidance::Pack& pack, const decision::Advice& now)
{
    if (!state.given_back) return false;
    const decision::Advice* latest = nullptr;
    const decision::Advice* then = nullptr;
    for (const auto& happened : state.history) {
        if (const auto* advice = in_force_advice(*happened.event)) latest = advice;
        if (std::holds_alternative<GivenBack>(*happened.event)) then = latest;
    }
    return then != nullptr && !has_worsened(pack, *then, now);
}

bool has_outgrown(const Decision& decision, const guidance::Pack& pack, const decision::Advice& now)
{
    const int advised = urgency_of(pack, now.route.text());
    return advised > urgency_of(pack, decision.made.route) &&
           advised > urgency_of(pack, decision.made.recommended);
}

}  // namespace safelead::record
