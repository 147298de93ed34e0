#include "decision/conclude.h"
#include "decision/evaluate.h"
#include "decision/open_questions.h"
#include "decision/table_walk.h"

#include <algorithm>

namespace safelead::decision {

namespace {

using guidance::FactId;
using guidance::Facts;
using guidance::Pack;
using guidance::Program;
using guidance::RunnableTable;
using guidance::TableKind;

/// The questions that make a difference to the category, the route or a criterion.
std::vector<bool> decisive(const Program& program, OpenQuestions& open)
{
    Walk<OpenQuestions> walk{program.nodes, open};
    std::vector<Diagrams::Function> what_matters;
    const auto add = [&](const WhenGiven& given) {
        for (const auto& [code, when] : given) what_matters.push_back(when);
    };

    WhenGiven routes;
    for (const RunnableTable& table : program.tables) {
        if (table.kind == TableKind::consult) break;
        const WhenGiven given = when_given(table, when_each_speaks(table, walk, open), open);
        if (table.kind == TableKind::route) {
            routes = given;
        } else if (table.kind == TableKind::at_least) {
            routes = raise_routes(program, std::move(routes), given, open);
        } else {
            for (const auto& [code, when] : given) open.give(code, when);
        }
        if (table.kind == TableKind::category || table.kind == TableKind::criteria) add(given);
    }
    add(routes);
    std::vector<bool> questions(open.questions().size());
    open.diagrams().mark_questions(what_matters, questions);
    return questions;
}

}  // namespace

std::vector<FactId> ask_next(const Pack& pack, const Facts& facts)
{
    return ask_next(pack, facts, conclude(pack, facts));
}

std::vector<FactId> ask_next(const Pack& pack, const Facts& facts, const Conclusion& now)
{
    OpenQuestions open{pack, facts, now};
    const std::vector<bool> marked = decisive(pack.program(), open);
    const auto is_marked = [&](const FactId& fact) {
        for (std::size_t i = 0; i < marked.size(); ++i)
            if (marked[i] && open.questions()[i].fact == fact.text()) return true;
        return false;
    };
    std::vector<FactId> next;
    for (const guidance::Question& question : pack.questions())
        if (is_marked(question.fact)) next.push_back(question.fact);
    for (std::size_t i = 0; i < marked.size(); ++i) {  // What the pack has no question for.
        FactId fact{open.questions()[i].fact};
        if (marked[i] && std::ranges::find(next, fact) == next.end()) next.push_back(std::move(fact));
    }
    return next;
}

}  // namespace safelead::decision
