#include "decision/conclude.h"
#include "decision/evaluate.h"
#include "decision/open_questions.h"
#include "decision/walk.h"

#include <algorithm>
#include <map>

namespace safelead::decision {

namespace {

using guidance::FactId;
using guidance::Facts;
using guidance::Hit;
using guidance::Pack;
using guidance::Program;
using guidance::RunnableTable;
using guidance::TableKind;
using Truth = Diagrams::Function;

/// When each code of a table is given, over all ways of answering.
std::map<std::uint16_t, Truth> walk_table(const RunnableTable& table, Walk<OpenQuestions>& walk,
                                          OpenQuestions& open)
{
    std::map<std::uint16_t, Truth> given;
    Truth earlier = Diagrams::no;
    for (const guidance::RunnableRule& rule : table.rules) {
        Truth speaks = walk.incident(rule.condition);
        if (table.hit == Hit::first) {
            const Truth own = open.both(speaks, open.opposite(earlier));
            earlier = open.either(earlier, speaks);
            speaks = own;
        }
        const auto [place, is_new] = given.emplace(rule.gives, speaks);
        if (!is_new) place->second = open.either(place->second, speaks);
        open.speak(static_cast<std::uint16_t>(table.kind), speaks);
    }
    return given;
}

/// The routes once overlays have raised them.
std::map<std::uint16_t, Truth> raise(const Program& program, std::map<std::uint16_t, Truth> routes,
                                     const std::map<std::uint16_t, Truth>& at_least, OpenQuestions& open)
{
    const auto severity = [&](std::uint16_t code) { return program.severity_of_code[code]; };
    for (const auto& [least, when] : at_least) {
        Truth raised = Diagrams::no;
        for (auto& [route, truth] : routes) {
            if (severity(route) >= severity(least)) continue;
            raised = open.either(raised, open.both(truth, when));
            truth = open.both(truth, open.opposite(when));
        }
        const auto [place, is_new] = routes.emplace(least, raised);
        if (!is_new) place->second = open.either(place->second, raised);
    }
    return routes;
}

/// The questions that make a difference to the category, the route or a criterion.
std::vector<bool> decisive(const Program& program, OpenQuestions& open)
{
    Walk<OpenQuestions> walk{program.nodes, open};
    std::vector<bool> questions(open.questions().size());
    const auto mark = [&](const std::map<std::uint16_t, Truth>& given) {
        for (const auto& [code, when] : given) open.diagrams().mark_questions(when, questions);
    };

    std::map<std::uint16_t, Truth> routes;
    for (const RunnableTable& table : program.tables) {
        if (table.kind == TableKind::consult) break;
        const auto given = walk_table(table, walk, open);
        if (table.kind == TableKind::route) {
            routes = given;
        } else if (table.kind == TableKind::at_least) {
            routes = raise(program, std::move(routes), given, open);
        } else {
            for (const auto& [code, when] : given) open.give(code, when);
        }
        if (table.kind == TableKind::category || table.kind == TableKind::criteria) mark(given);
    }
    mark(routes);
    return questions;
}

/// The most urgent route that answering `fact` alone could lead to; `most` is how urgent it is now.
int reach(const Pack& pack, const Facts& facts, const FactValues& now, int most, const std::string& fact)
{
    const Program& program = pack.program();
    const auto severity = [&](const FactValues& values) {
        return program.severity_of_code[conclude(program, values, facts.people()).route];
    };
    const auto* entry = pack.vocabulary().find(fact);
    if (entry == nullptr) return most;  // An age.
    const auto place = static_cast<std::size_t>(entry - pack.vocabulary().entries().data());
    FactValues answered = now;
    for (std::uint8_t value = 0; value < entry->values.size(); ++value) {
        if (value == now.at(place)) continue;
        answered.at(place) = value;
        most = std::max(most, severity(answered));
    }
    return most;
}

}  // namespace

std::vector<FactId> ask_next(const Pack& pack, const Facts& facts)
{
    OpenQuestions open{pack, facts, conclude(pack, facts)};
    const std::vector<bool> marked = decisive(pack.program(), open);
    const FactValues now = number_values(pack.program(), facts);
    const int urgency = pack.program().severity_of_code[conclude(pack.program(), now, facts.people()).route];

    struct Candidate {
        std::string fact;
        int reach;
        std::size_t place;
    };
    std::vector<Candidate> candidates;
    for (std::size_t i = 0; i < marked.size(); ++i) {
        const std::string& fact = open.questions()[i].fact;
        if (!marked[i] || std::ranges::find(candidates, fact, &Candidate::fact) != candidates.end()) continue;
        const guidance::Question* question = pack.question(fact);
        const auto place = question == nullptr ? pack.questions().size()
                                               : static_cast<std::size_t>(question - pack.questions().data());
        candidates.push_back({fact, reach(pack, facts, now, urgency, fact), place});
    }
    std::ranges::sort(candidates, [](const Candidate& a, const Candidate& b) {
        return a.reach != b.reach ? a.reach > b.reach : a.place < b.place;
    });

    std::vector<FactId> next;
    for (Candidate& candidate : candidates) next.emplace_back(std::move(candidate.fact));
    return next;
}

}  // namespace safelead::decision
