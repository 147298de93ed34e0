#include "cli/guidance_diff.h"

#include "app/check_guidance.h"
#include "app/compare_editions.h"
#include "cli/exit_codes.h"
#include "cli/guidance_show.h"

#include <fmt/format.h>

#include <ostream>

namespace safelead::cli {

namespace {

using guidance::Rule;

constexpr std::uint64_t cases = 20'000;
constexpr std::uint64_t seed = 1;

void print_rule(std::string_view sign, std::string_view edition, const Rule& rule, std::ostream& out)
{
    out << fmt::format("    {} {}: gives {} when {}\n      ({}; {})\n", sign, edition, rule.gives.text(),
                       rule.when, rule.source.text(), guidance::to_text(rule.standing));
}

void print(const app::RuleChange& change, const GuidanceDiff& asked, std::ostream& out)
{
    const auto what = !change.before  ? fmt::format("is new in {}", asked.after)
                      : !change.after ? fmt::format("is not in {} any more", asked.after)
                                      : std::string{"is different"};
    out << fmt::format("  {} {}\n", change.rule, what);
    if (change.before) print_rule("-", asked.before, *change.before, out);
    if (change.after) print_rule("+", asked.after, *change.after, out);
}

}  // namespace

int diff_guidance(const GuidanceDiff& asked, const std::filesystem::path& guidance, std::ostream& out,
                  std::ostream& errors)
{
    const auto packs = load_packs(guidance, errors);
    if (!packs) return exit_said_no;
    const auto* before = find_edition(*packs, asked.before, errors);
    const auto* after = before == nullptr ? nullptr : find_edition(*packs, asked.after, errors);
    if (after == nullptr) return exit_wrong_use;

    const auto changes = app::rule_changes(*before, *after);
    out << fmt::format("Rules, from {} to {}: {} changes\n", asked.before, asked.after, changes.size());
    for (const auto& change : changes) print(change, asked, out);
    const auto answers = app::other_answers(*before, *after, cases, seed);
    out << fmt::format("\nOther category or route, over {} made-up cases: {} ways\n", cases, answers.size());
    for (const auto& one : answers) {
        out << fmt::format("  {} becomes {}, for example when\n", one.before, one.after);
        for (const std::string& line : app::in_words(one.facts)) out << "    " << line << '\n';
    }
    return exit_done;
}

}  // namespace safelead::cli
