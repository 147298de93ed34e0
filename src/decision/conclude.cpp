#include "decision/conclude.h"

#include "decision/plain_truth.h"
#include "decision/walk.h"

namespace safelead::decision {

namespace {

using guidance::Hit;
using guidance::Person;
using guidance::Program;
using guidance::RunnableTable;
using guidance::TableKind;

/// The rules of `table` that speak.
std::uint64_t hear(const RunnableTable& table, Walk<PlainTruth>& walk)
{
    std::uint64_t spoke = 0;
    for (std::size_t i = 0; i < table.rules.size(); ++i) {
        if (!walk.incident(table.rules[i].condition)) continue;
        spoke |= std::uint64_t{1} << i;
        if (table.hit == Hit::first) break;
    }
    return spoke;
}

template <class Visit>
void each_rule(const RunnableTable& table, std::uint64_t spoke, Visit visit)
{
    for (std::size_t i = 0; i < table.rules.size(); ++i) {
        if (((spoke >> i) & 1U) != 0) visit(i, table.rules[i]);
    }
}

/// Overlays raise the route and never lower it; the rule that raised it furthest then speaks for it.
void raise_route(const Program& program, Conclusion& conclusion, std::uint64_t at_least)
{
    constexpr auto route = static_cast<std::size_t>(TableKind::route);
    constexpr auto raised = static_cast<std::size_t>(TableKind::at_least);
    each_rule(program.tables[raised], at_least, [&](std::size_t i, const guidance::RunnableRule& rule) {
        if (program.severity_of_code[rule.gives] <= program.severity_of_code[conclusion.route]) return;
        conclusion.route = rule.gives;
        conclusion.spoke[route] = 0;
        conclusion.spoke[raised] = std::uint64_t{1} << i;
    });
    conclusion.given.set(conclusion.route);
}

}  // namespace

FactValues number_values(const Program& program, const guidance::Facts& facts)
{
    FactValues values{};
    auto answer = facts.answers().begin();
    const auto end = facts.answers().end();
    for (const guidance::RunnableFact& fact : program.facts) {
        values[fact.number] = fact.unknown;
        int order = 1;
        while (answer != end && (order = answer->fact.text().compare(fact.name)) < 0) ++answer;
        if (answer == end || order != 0) continue;
        for (std::size_t i = 0; i < fact.values.size(); ++i) {
            if (fact.values[i] != answer->value) continue;
            values[fact.number] = static_cast<std::uint8_t>(i);
            break;
        }
    }
    return values;
}

Conclusion conclude(const guidance::Pack& pack, const guidance::Facts& facts)
{
    const Program& program = pack.program();
    return conclude(program, number_values(program, facts), facts.people());
}

Conclusion conclude(const Program& program, const FactValues& values, const std::vector<Person>& people)
{
    Conclusion conclusion;
    PlainTruth plain{values, people, conclusion};
    Walk<PlainTruth> walk{program.nodes, plain};

    for (const RunnableTable& table : program.tables) {
        const std::uint64_t spoke = hear(table, walk);
        if (table.kind == TableKind::at_least) {
            raise_route(program, conclusion, spoke);
            continue;
        }
        conclusion.spoke[static_cast<std::size_t>(table.kind)] = spoke;
        each_rule(table, spoke, [&](std::size_t, const guidance::RunnableRule& rule) {
            if (table.kind == TableKind::route) {
                conclusion.route = rule.gives;  // Not given yet: an overlay may still raise it.
            } else {
                conclusion.given.set(rule.gives);
            }
            if (table.kind == TableKind::category) conclusion.category = rule.gives;
        });
    }
    return conclusion;
}

}  // namespace safelead::decision
