#include "decision/still_possible.h"

#include "decision/conclude.h"
#include "decision/open_questions.h"
#include "decision/walk.h"

#include <map>

namespace safelead::decision {

std::vector<guidance::RuleId> still_possible(const guidance::Pack& pack, const guidance::Facts& facts)
{
    const auto& program = pack.program();
    const Conclusion now = conclude(pack, facts);
    OpenQuestions open{pack, facts, now};
    Walk<OpenQuestions> walk{program.nodes, open};
    std::vector<guidance::RuleId> possible;
    for (const guidance::Table& table : pack.tables()) {
        if (table.kind > guidance::TableKind::route) break;
        const auto kind = static_cast<std::size_t>(table.kind);
        std::map<std::uint16_t, Diagrams::Function> given;
        auto earlier = OpenQuestions::no();
        for (std::size_t i = 0; i < table.rules.size(); ++i) {
            const auto& rule = program.tables[kind].rules[i];
            auto speaks = walk.incident(rule.condition);
            if (table.hit == guidance::Hit::first) {
                const auto own = open.both(speaks, open.opposite(earlier));
                earlier = open.either(earlier, speaks);
                speaks = own;
            }
            const bool speaks_now = ((now.spoke[kind] >> i) & 1U) != 0;
            if (!speaks_now && !OpenQuestions::is_no(speaks)) possible.push_back(table.rules[i].id);
            const auto [place, is_new] = given.emplace(rule.gives, speaks);
            if (!is_new) place->second = open.either(place->second, speaks);
            open.speak(static_cast<std::uint16_t>(kind), speaks);
        }
        for (const auto& [code, when] : given) open.give(code, when);
    }
    return possible;
}

}  // namespace safelead::decision
