#include "cli/guidance_check.h"

#include "app/check_guidance.h"
#include "cli/exit_codes.h"

#include <fmt/format.h>
#include <unistd.h>

#include <ostream>
#include <string>

namespace safelead::cli {

namespace {

using guidance::TableKind;

void print(const app::Shortcoming& one, std::ostream& out)
{
    out << fmt::format("NOT RIGHT  {}: {}\n", one.at, one.what);
    for (const std::string& line : one.facts_words) out << "             " << line << '\n';
}

std::string joined(const std::vector<std::string>& lines)
{
    return fmt::format("{}", fmt::join(lines, "; "));
}

void print_reached(const app::EditionProof& proof, const GuidanceCheck& asked, std::ostream& out)
{
    for (const app::Reached& one : proof.reached) {
        const bool is_result = one.table == TableKind::category || one.table == TableKind::route;
        if (!is_result && !asked.every_rule) continue;
        out << fmt::format("  {:<24} by {:<16} for example when {}\n", one.gives, one.rule,
                           joined(app::in_words(one.facts)));
    }
}

/// One line that is written over, and only where a person sees it.
std::function<void(std::string_view, std::uint64_t)> progress_on_terminal(std::uint64_t of,
                                                                          std::ostream& errors)
{
    if (::isatty(STDERR_FILENO) == 0) return {};
    return [of, &errors](std::string_view edition, std::uint64_t done) {
        errors << fmt::format("\r{}: {} of {} cases", edition, done, of) << std::flush;
    };
}

}  // namespace

int check_guidance(const GuidanceCheck& asked, const std::filesystem::path& guidance, std::ostream& out,
                   std::ostream& errors)
{
    const auto folder = asked.folder.empty() ? guidance : asked.folder;
    const auto progress = progress_on_terminal(asked.cases, errors);
    const auto proof = app::check_guidance({folder, asked.cases, asked.seed, progress});
    if (progress) errors << "\r\x1b[K" << std::flush;
    if (!proof) {
        errors << proof.error().text() << '\n';
        return exit_said_no;
    }
    for (const app::EditionProof& edition : proof->editions) {
        out << fmt::format(
            "{}: {} of {} rules can speak, {} steps, {} worked examples; {}; {} made-up cases (seed {})\n",
            edition.edition, edition.reached.size(), edition.rules, edition.steps, edition.examples,
            edition.not_proved.empty() ? "proved for every set of facts and any number of people"
                                       : fmt::format("not proved, because {}", edition.not_proved),
            edition.cases, asked.seed);
        print_reached(edition, asked, out);
        for (const auto& one : edition.shortcomings) print(one, out);
    }
    for (const auto& one : proof->in_files) print(one, out);
    out << (proof->holds() ? "Everything holds.\n" : "Not everything holds: see NOT RIGHT above.\n");
    return proof->holds() ? exit_done : exit_said_no;
}

}  // namespace safelead::cli
