#include "cli/guidance_replay.h"

#include "app/packs.h"
#include "app/replay.h"
#include "cli/exit_codes.h"

#include <fmt/format.h>

#include <ostream>

namespace safelead::cli {

namespace {

using app::ReplayShown;
using insight::words;

void print_line(std::ostream& out, std::string_view what, const insight::Figure& figure)
{
    out << fmt::format("  {:<66} {:>14}\n", what, words(figure));
}

/// A reason why not is left out where it did not happen.
void print_reason(std::ostream& out, std::string_view why, const insight::Figure& figure)
{
    if (figure != insight::Figure{}) print_line(out, why, figure);
}

void print_changes(std::ostream& out, const app::Packs& packs, const ReplayShown& shown,
                   std::string_view heading, const std::vector<app::ReplayRow>& rows)
{
    if (rows.empty()) return;
    out << heading << '\n';
    for (const auto& row : rows) {
        if (row.before.empty())
            print_line(out, "other changes, each fewer than 5", row.count);
        else
            out << fmt::format("  from {}\n    to {:<61} {:>14}\n",
                               app::code_words(packs, shown.pack, row.before),
                               app::code_words(packs, shown.pack, row.after), words(row.count));
    }
}

void print(std::ostream& out, const app::Packs& packs, const ReplayShown& shown)
{
    std::string laid;
    for (const auto& overlay : shown.pack.overlays()) laid += fmt::format(" with {}", overlay.text());
    out << fmt::format("Recorded assessments, weighed again under {}{}. The record was only read.\n",
                       shown.pack.edition().text(), laid);
    print_line(out, "assessments", shown.assessments);
    print_line(out, "the same category and route", shown.unchanged);
    print_line(out, "another category or route", shown.changed);
    print_line(out, "decisions made on them", shown.decisions);
    print_line(out, "decisions whose advice would be another", shown.decisions_touched);
    print_reason(out, "could not be weighed: part of the case's record does not open", shown.record_closed);
    print_reason(out, "could not be weighed: not all that was known then is there any more", shown.not_whole);
    print_reason(out, "have an answer this edition does not ask for: taken as not known", shown.not_asked);
    if (shown.organisations_closed > 0)
        out << fmt::format("  {} organisations could not be read: `safelead record verify` says why\n",
                           shown.organisations_closed);
    print_changes(out, packs, shown, "Category", shown.categories);
    print_changes(out, packs, shown, "Route", shown.routes);
    out << "Figures are rounded to 5 so that nobody shows in them; a lead sees exact ones, and the cases of\n"
           "their own school, at /guidance/replay.\n";
}

int wrong(std::ostream& errors, const app::NoSuchGuidance& none)
{
    errors << fmt::format("There is no \"{}\": there are {}.\n", none.asked_for,
                          fmt::join(none.there_are, ", "));
    return exit_wrong_use;
}

int wrong(std::ostream& errors, const app::NoSuchOrganisation& none)
{
    errors << fmt::format("There is no organisation \"{}\": `safelead organisation list` shows their ids.\n",
                          none.asked_for);
    return exit_wrong_use;
}

}  // namespace

int replay_guidance(const GuidanceReplay& asked, const OnRecordWith& with)
{
    const auto since = parse_date(asked.since);
    if (!asked.since.empty() && !since) {
        with.errors << fmt::format("\"{}\" is no day: write it like 2026-09-01.\n", asked.since);
        return exit_wrong_use;
    }
    const auto progress = [&with](const app::ReplayProgress& now) {
        if (!with.progress) return;
        with.progress(fmt::format("{} of {} organisations, {} assessments", now.organisations_done,
                                  now.organisations, insight::with_commas(now.assessments)));
    };
    const auto replayed =
        app::replay_everywhere(with.safelead, {asked.edition, asked.overlays, since, asked.given_under},
                               asked.organisations, progress);
    if (!replayed)
        return std::visit([&with](const auto& none) { return wrong(with.errors, none); }, replayed.error());
    if (asked.output == Output::json)
        with.out << app::to_json(*replayed) << '\n';
    else
        print(with.out, with.safelead.packs(), *replayed);
    return exit_done;
}

}  // namespace safelead::cli
