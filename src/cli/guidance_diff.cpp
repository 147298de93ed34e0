#include "cli/guidance_diff.h"

#include "app/check_guidance.h"
#include "app/compare_editions.h"
#include "app/differences.h"
#include "cli/exit_codes.h"
#include "cli/guidance_show.h"

#include <fmt/format.h>

#include <ostream>

namespace safelead::cli {

namespace {

constexpr std::uint64_t cases = 20'000;
constexpr std::uint64_t seed = 1;

void print(const app::Difference& difference, std::ostream& out)
{
    out << fmt::format("  * {}\n", difference.words);
    for (const auto& line : difference.more) out << fmt::format("      {}\n", line);
    if (!difference.source.empty()) out << fmt::format("      ({})\n", difference.source);
}

void print(const std::vector<app::Difference>& all, std::ostream& out)
{
    for (const auto where : app::all_differences_in) {
        bool is_first = true;
        for (const auto& difference : all) {
            if (difference.in != where) continue;
            if (is_first) out << '\n' << app::heading_of(where) << '\n';
            is_first = false;
            print(difference, out);
        }
    }
}

void print_other_answers(const app::TwoEditions& two, std::ostream& out)
{
    const auto answers = app::other_answers(two.before, two.after, cases, seed);
    out << fmt::format("\nOther category or route, over {} made-up cases: {} ways\n", cases, answers.size());
    for (const auto& one : answers) {
        out << fmt::format("  {} becomes {}, for example when\n", one.before, one.after);
        for (const std::string& line : app::in_words(one.facts)) out << "    " << line << '\n';
    }
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

    const auto two = app::two_editions(*packs, asked.before, asked.after).value();
    const auto all = app::differences(*packs, two);
    out << fmt::format("From {} ({}) to {} ({}): {} differences\n", two.called_before, asked.before,
                       two.called_after, asked.after, all.size());
    print(all, out);
    print_other_answers(two, out);
    return exit_done;
}

}  // namespace safelead::cli
