#include "cli/stats.h"

#include "app/counted.h"
#include "cli/exit_codes.h"

#include <fmt/format.h>

#include <ostream>

namespace safelead::cli {
namespace {

void print_lines(std::string_view what, const std::vector<insight::Line>& lines, std::ostream& out)
{
    if (lines.empty()) return;
    out << fmt::format("  {}\n", what);
    for (const auto& line : lines)
        out << fmt::format("    {:24} {}\n", line.what, insight::words(line.figure));
}

void print_term(const insight::TermFigures& of, std::ostream& out)
{
    out << insight::words(of.term) << '\n';
    if (of.is_withheld) {
        out << fmt::format("  Not shown: fewer than {} organisations had anything to count.\n",
                           insight::fewest_organisations);
        return;
    }
    out << fmt::format("  {:26} {}\n", "cases opened", insight::words(of.opened))
        << fmt::format("  {:26} {}\n", "closed for the first time", insight::words(of.closed));
    print_lines("advised", of.advised, out);
    print_lines("decided for the first time", of.routes, out);
    print_lines("youngest young person, when it was decided", of.ages, out);
    print_lines("referrals sent", of.referred, out);
    print_lines("referrals on which the two sides disagreed", of.disagreed, out);
}

}  // namespace

int print_figures(const Stats& asked, const OnRecordWith& with)
{
    const auto counted = app::figures_of_partnership(with.safelead);
    if (counted.not_read > 0)
        with.errors << fmt::format(
            "{} facts do not open or are of a later version, and are not counted: the figures are too low.\n",
            counted.not_read);
    if (asked.output == Output::json) {
        with.out << app::to_json(counted) << '\n';
        return exit_done;
    }
    if (counted.terms.empty()) with.out << "Nothing has been counted yet.\n";
    for (const auto& of : counted.terms) print_term(of, with.out);
    with.out << "Rounded to 5; below 5 is not shown. A low number does not mean that little happens.\n"
                "Not for publication: nothing compares these with what was published before.\n";
    return exit_done;
}

}  // namespace safelead::cli
