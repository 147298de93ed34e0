#include "web/pages/statistics_page.h"

#include "web/html/components/table.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

using guidance::Figure;
using guidance::FigureSet;
using guidance::FigureUnit;

constexpr int chart_width = 300;  // Units of the drawing; it grows with the page.
constexpr int bar_height = 18;
constexpr int row_height = 44;

std::string value_of(const FigureSet& set, const Figure& figure)
{
    return set.unit == FigureUnit::percent ? figure.shown + "%" : figure.shown;
}

/// The longest bar is the whole: 100 for a percentage, the largest for a count.
double whole_of(const FigureSet& set)
{
    if (set.unit == FigureUnit::percent) return 100;
    double largest = 1;
    for (const Figure& figure : set.values) largest = std::max(largest, figure.size);
    return largest;
}

std::string in_one_sentence(const FigureSet& set)
{
    std::string words = set.title + ": ";
    for (std::size_t i = 0; i < set.values.size(); ++i)
        words +=
            fmt::format("{}{}: {}", i == 0 ? "" : ", ", set.values[i].label, value_of(set, set.values[i]));
    return words + ".";
}

void append_chart(Html& out, const FigureSet& set)
{
    const double whole = whole_of(set);
    const auto height = static_cast<std::int64_t>(set.values.size()) * row_height;
    out << "<svg class=\"safelead-chart\" role=\"img\" aria-labelledby=\"chart-" << text(set.id)
        << "\" viewBox=\"0 0 " << std::int64_t{chart_width} << " " << height << "\" width=\"100%\">"
        << "<title id=\"chart-" << text(set.id) << "\">" << text(in_one_sentence(set)) << "</title>";
    std::int64_t y = 0;
    for (const Figure& figure : set.values) {
        const auto width = static_cast<std::int64_t>(figure.size / whole * chart_width);
        out << "<text x=\"0\" y=\"" << y + 14 << "\" font-size=\"12\" fill=\"#0b0c0c\">" << text(figure.label)
            << ": " << text(value_of(set, figure)) << "</text><rect x=\"0\" y=\"" << y + bar_height
            << "\" width=\"" << std::int64_t{chart_width} << "\" height=\"" << std::int64_t{bar_height}
            << "\" fill=\"#eef4f5\" stroke=\"#7fa3ab\"/><rect x=\"0\" y=\"" << y + bar_height << "\" width=\""
            << std::max<std::int64_t>(width, 1) << "\" height=\"" << std::int64_t{bar_height}
            << "\" fill=\"#0b5563\"/>";
        y += row_height;
    }
    out << "</svg>\n";
}

void append_set(Html& out, const Speaker& say, const FigureSet& set)
{
    out << "<h2 class=\"govuk-heading-m\">" << text(set.title) << "</h2>\n<p class=\"govuk-body\">"
        << say("**Of whom:** {0}. **When:** {1}."_p, {set.base, set.year}) << "</p>\n";
    if (!set.note.empty()) out << "<p class=\"govuk-body\">" << text(set.note) << "</p>\n";
    append_chart(out, set);
    Table table{.caption = set.title,
                .caption_classes = "govuk-visually-hidden",
                .head = {{.content = say("What"_p)},
                         {.content = set.unit == FigureUnit::percent ? say("Percent"_p) : say("Number"_p),
                          .format = "numeric"}},
                .first_cell_is_header = true};
    for (const Figure& figure : set.values)
        table.rows.push_back(
            {{.content = text(figure.label)}, {.content = text(figure.shown), .format = "numeric"}});
    out << table << "<p class=\"safelead-source\">"
        << say("Source: {0} ({1})."_p, {set.source.where, set.source.tag}) << "</p>\n";
}

}  // namespace

Html statistics_page(const Speaker& say, const std::vector<FigureSet>& sets)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("How much of a problem is it?"_p)
        << "</h1>\n<p class=\"govuk-body-l\">"
        << say("What others have published. Each figure says whom it counts: most children never send or share such an image."_p)
        << "</p>\n";
    for (const FigureSet& set : sets) append_set(out, say, set);
    return out
           << "<h2 class=\"govuk-heading-m\">" << say("This partnership’s own figures"_p)
           << "</h2>\n<p class=\"govuk-body\">"
           << say("There are none yet. They will stand here once they are released, with small numbers "
                  "hidden so that nobody can be picked out. A low number would not mean that little "
                  "happens: it may mean that children do not tell."_p)
           << "</p>\n<p class=\"govuk-body-s\">"
           << say("No national count of incidents per school was found. Nobody in the field has checked these figures against their first source yet."_p)
           << "</p>\n";
}

}  // namespace safelead::web
