#include "decision/evaluate.h"

#include "decision/conclude.h"

#include <algorithm>

namespace safelead::decision {

namespace {

using guidance::Code;
using guidance::FactId;
using guidance::TableKind;

template <class Item>
void add_once(std::vector<Item>& items, std::string_view text)
{
    const bool there = std::ranges::any_of(items, [text](const Item& item) { return item.text() == text; });
    if (!there) items.emplace_back(std::string{text});
}

void give(Advice& advice, TableKind kind, std::string_view code)
{
    switch (kind) {
        case TableKind::category:
        case TableKind::route:
        case TableKind::at_least:
            return;  // Taken from the conclusion.
        case TableKind::criteria:
            return add_once(advice.criteria, code);
        case TableKind::safety_rules:
            return add_once(advice.safety_rules, code);
        case TableKind::unresolved:
            return add_once(advice.unresolved, code);
        case TableKind::indicators:
            return add_once(advice.indicators, code);
        case TableKind::consult:
            advice.consult.emplace(std::string{code});
            return;
        case TableKind::flags:
            return add_once(advice.flags, code);
    }
}

}  // namespace

Advice write_down(const guidance::Pack& pack, const Conclusion& conclusion)
{
    const guidance::Program& program = pack.program();
    Advice advice{.edition = pack.edition(),
                  .overlays = pack.overlays(),
                  .category = Code{program.codes[conclusion.category]},
                  .route = Code{program.codes[conclusion.route]},
                  .consult = std::nullopt,
                  .criteria = {},
                  .safety_rules = {},
                  .indicators = {},
                  .unresolved = {},
                  .flags = {},
                  .ask_next = {},
                  .because = {}};

    for (const guidance::Table& table : pack.tables()) {
        const auto& runnable = program.tables[static_cast<std::size_t>(table.kind)];
        for (std::size_t i = 0; i < table.rules.size(); ++i) {
            if (((conclusion.of(table.kind) >> i) & 1U) == 0) continue;
            const guidance::Rule& rule = table.rules[i];
            give(advice, table.kind, rule.gives.text());
            advice.because.push_back({rule.gives, rule.id, runnable.rules[i].source, rule.standing});
        }
    }
    std::ranges::sort(advice.unresolved);
    return advice;
}

Advice evaluate(const guidance::Pack& pack, const guidance::Facts& facts)
{
    const Conclusion now = conclude(pack, facts);
    Advice advice = write_down(pack, now);
    advice.ask_next = ask_next(pack, facts, now);
    return advice;
}

}  // namespace safelead::decision
