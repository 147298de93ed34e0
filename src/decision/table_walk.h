#pragma once

// Tables walked over as diagrams: when each rule speaks, over every way of answering.

#include "decision/diagrams.h"
#include "decision/walk.h"
#include "guidance/program.h"

#include <map>
#include <vector>

namespace safelead::decision {

/// When each rule of `table` speaks. `logic` is told for the rules that ask whether the table says anything.
template <class Logic>
[[nodiscard]] std::vector<Diagrams::Function> when_each_speaks(const guidance::RunnableTable& table,
                                                               Walk<Logic>& walk, Logic& logic)
{
    std::vector<Diagrams::Function> when;
    Diagrams::Function earlier = Diagrams::no;
    for (const guidance::RunnableRule& rule : table.rules) {
        Diagrams::Function speaks = walk.incident(rule.condition);
        if (table.hit == guidance::Hit::first) {
            const auto own = logic.both(speaks, logic.opposite(earlier));
            earlier = logic.either(earlier, speaks);
            speaks = own;
        }
        when.push_back(speaks);
        logic.speak(static_cast<std::uint16_t>(table.kind), speaks);
    }
    return when;
}

/// When each code is given; a code that no rule of the table gives is not there.
using WhenGiven = std::map<std::uint16_t, Diagrams::Function>;

template <class Logic>
[[nodiscard]] WhenGiven when_given(const guidance::RunnableTable& table,
                                   const std::vector<Diagrams::Function>& when, Logic& logic)
{
    WhenGiven given;
    for (std::size_t i = 0; i < when.size(); ++i) {
        const auto [place, is_new] = given.emplace(table.rules[i].gives, when[i]);
        if (!is_new) place->second = logic.either(place->second, when[i]);
    }
    return given;
}

/// The routes once overlays have raised them: `at_least` says when each overlay's route is the least there
/// may be.
template <class Logic>
[[nodiscard]] WhenGiven raise_routes(const guidance::Program& program, WhenGiven routes,
                                     const WhenGiven& at_least, Logic& logic)
{
    const auto severity = [&](std::uint16_t code) { return program.severity_of_code[code]; };
    for (const auto& [least, when] : at_least) {
        Diagrams::Function raised = Diagrams::no;
        for (auto& [route, truth] : routes) {
            if (severity(route) >= severity(least)) continue;
            raised = logic.either(raised, logic.both(truth, when));
            truth = logic.both(truth, logic.opposite(when));
        }
        const auto [place, is_new] = routes.emplace(least, raised);
        if (!is_new) place->second = logic.either(place->second, raised);
    }
    return routes;
}

}  // namespace safelead::decision
