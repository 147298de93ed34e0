#include "decision/still_possible.h"

#include "decision/conclude.h"
#include "decision/open_questions.h"
#include "decision/table_walk.h"

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
        const auto& runnable = program.tables[kind];
        const auto when = when_each_speaks(runnable, walk, open);
        for (std::size_t i = 0; i < table.rules.size(); ++i) {
            const bool speaks_now = ((now.spoke[kind] >> i) & 1U) != 0;
            if (!speaks_now && !OpenQuestions::is_no(when[i])) possible.push_back(table.rules[i].id);
        }
        for (const auto& [code, truth] : when_given(runnable, when, open)) open.give(code, truth);
    }
    return possible;
}

}  // namespace safelead::decision
