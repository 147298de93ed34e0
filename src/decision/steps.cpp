#include "decision/steps.h"

#include <algorithm>

namespace safelead::decision {

namespace {

using guidance::Code;

std::vector<std::string_view> codes_of(const Advice& advice, std::string_view route)
{
    std::vector<std::string_view> codes{advice.category.text(), route};
    if (advice.consult && route == advice.route.text()) codes.push_back(advice.consult->text());
    for (const auto* list : {&advice.criteria, &advice.safety_rules, &advice.indicators, &advice.flags}) {
        for (const Code& code : *list) codes.push_back(code.text());
    }
    return codes;
}

}  // namespace

std::vector<guidance::Step> steps_for(const guidance::Pack& pack, const Advice& advice)
{
    return steps_for(pack, advice, advice.route.text());
}

std::vector<guidance::Step> steps_for(const guidance::Pack& pack, const Advice& advice,
                                      std::string_view route)
{
    const auto given = codes_of(advice, route);
    const auto names_one = [&given](const std::vector<Code>& codes) {
        return std::ranges::any_of(codes, [&given](const Code& code) {
            return std::ranges::find(given, code.text()) != given.end();
        });
    };

    std::vector<guidance::Step> steps;
    for (const guidance::Step& step : pack.steps()) {
        const bool called = names_one(step.any_of) && (step.and_any.empty() || names_one(step.and_any));
        if (called && !names_one(step.unless)) steps.push_back(step);
    }
    return steps;
}

}  // namespace safelead::decision
