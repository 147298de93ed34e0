#include "app/check_overlays.h"

#include "decision/laws.h"
#include "decision/smallest.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::app {

std::vector<Shortcoming> wrong_once_laid(const guidance::Pack& laid,
                                         const std::vector<decision::Breach>& before)
{
    const auto proven = decision::prove(laid);
    if (!proven) return {};
    const auto at = fmt::format("{} with {}", laid.edition().text(), laid.overlays().front().text());
    std::vector<Shortcoming> wrong;
    const auto table =
        std::ranges::find(laid.tables(), guidance::TableKind::at_least, &guidance::Table::kind);
    for (const auto& reach : proven->rules) {
        if (reach.table == guidance::TableKind::at_least && !reach.example)
            wrong.push_back({at,
                             fmt::format("The rule {} can never speak, whatever the facts.",
                                         table->rules[reach.rule].id.text()),
                             {}});
    }
    const decision::Laws laws{laid};
    for (const auto& [law, facts] : proven->breaches) {
        if (std::ranges::find(before, law, &decision::Breach::law) != before.end()) continue;
        const auto breaks = [&](const guidance::Facts& tried) {
            const auto broken = laws.broken_by(tried);
            return broken && broken->law == law;
        };
        const guidance::Facts small = decision::smallest(facts, breaks);
        wrong.push_back(
            {at, fmt::format("{} {}", to_text(law), laws.broken_by(small)->how), in_words(small)});
    }
    return wrong;
}

}  // namespace safelead::app
