#include "web/pages/own_figures_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

using insight::Line;
using insight::TermFigures;

std::string route_words(const guidance::Pack& newest, const std::string& route)
{
    const auto term = newest.term(route);
    return term.empty() ? route : std::string{term};
}

std::string agency_words(const Speaker& say, const std::string& kind)
{
    if (kind == "police") return say.plain("the police"_p);
    if (kind == "social_care") return say.plain("children’s social care"_p);
    if (kind == "local_authority") return say.plain("the local authority"_p);
    return say.plain("another agency"_p);
}

void add_row(Table& table, Html what, const insight::Figure& figure)
{
    table.rows.push_back(
        {{.content = std::move(what)}, {.content = text(insight::words(figure)), .format = "numeric"}});
}

template <class WordsOf>
void append_lines(Html& out, const Speaker& say, Html caption, const std::vector<Line>& lines,
                  WordsOf words_of)
{
    if (lines.empty()) return;
    out << "<h3 class=\"govuk-heading-s\">" << caption << "</h3>\n";
    Table table{.head = {{.content = say("What"_p)}, {.content = say("Number"_p), .format = "numeric"}},
                .first_cell_is_header = true};
    for (const auto& line : lines) add_row(table, text(words_of(line.what)), line.figure);
    out << table;
}

void append_term(Html& out, const Speaker& say, const OwnFiguresPage& page, const TermFigures& of)
{
    out << "<h2 class=\"govuk-heading-m\">" << text(insight::words(of.term)) << "</h2>\n";
    if (of.is_withheld) {
        out << "<p class=\"govuk-body\">"
            << say("Not shown: fewer than three organisations had anything to count, so that figures would "
                   "tell of one of them."_p)
            << "</p>\n";
        return;
    }
    Table table{.head = {{.content = say("What"_p)}, {.content = say("Number"_p), .format = "numeric"}},
                .first_cell_is_header = true};
    add_row(table, say("Cases opened"_p), of.opened);
    if (of.decided) add_row(table, say("Cases decided for the first time"_p), *of.decided);
    add_row(table, say("Cases closed for the first time"_p), of.closed);
    out << table;
    const auto route = [&](const std::string& id) { return route_words(page.newest, id); };
    const auto kind = [&](const std::string& id) { return agency_words(say, id); };
    append_lines(out, say, say("What guidance advised when it was decided"_p), of.advised, route);
    append_lines(out, say, say("What was decided"_p), of.routes, route);
    append_lines(out, say, say("The youngest young person, when it was decided"_p), of.ages,
                 [](const std::string& band) { return band; });
    append_lines(out, say, say("Referrals sent"_p), of.referred, kind);
    append_lines(out, say, say("Referrals on which the two sides disagreed"_p), of.disagreed, kind);
}

Html lead_in(const Speaker& say, const OwnFiguresPage& page)
{
    switch (page.of) {
        case FiguresOf::own_exact:
            return say(
                "Counted at {0}, as they are, in the cases that you may read. Do not pass them on as they "
                "stand: a small number can pick a child out."_p,
                {page.organisation});
        case FiguresOf::own_rounded:
            return say(
                "Counted at {0}, rounded to 5. Fewer than 5 may also be none. A line or a term in which no "
                "number comes to 5 is left out, so that nobody can be picked out."_p,
                {page.organisation});
        case FiguresOf::partnership:
            return say(
                "Counted over all schools together, rounded to 5. Below 5 is not shown. They are not "
                "for publication: nothing here compares them with what was published before."_p);
    }
    return {};
}

}  // namespace

Html own_figures_page(const Speaker& say, const OwnFiguresPage& page)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Figures"_p) << "</h1>\n<p class=\"govuk-body\">"
        << lead_in(say, page) << "</p>\n<p class=\"govuk-body\">"
        << say("A low number does not mean that little happens: it may mean that children do not tell."_p)
        << "</p>\n";
    if (page.not_read > 0)
        out << InsetText{.content =
                             say("Some of what was counted does not open, so these figures are too low. "
                                 "The operator should look at the record."_p)};
    if (page.is_practice)
        out << InsetText{.content = say("This is for practice. Nothing made up is ever counted."_p)};
    if (page.terms.empty())
        out << "<p class=\"govuk-body\">"
            << (page.of == FiguresOf::own_rounded ? say("There is no number of 5 or more in any term."_p)
                                                  : say("Nothing has been counted yet."_p))
            << "</p>\n";
    for (const auto& of : page.terms) append_term(out, say, page, of);
    return out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/statistics\">"
               << say("What others have published"_p) << "</a></p>\n";
}

}  // namespace safelead::web
