#include "web/pages/diff_page.h"

#include "web/html/components.h"
#include "web/pages/advice_page.h"
#include "web/pages/words.h"

#include <algorithm>

namespace safelead::web {

namespace {

using app::Difference;
using app::DifferenceIn;

Phrase heading_phrase(DifferenceIn where)
{
    const auto words = app::heading_of(where);
    return Phrase{words, words};
}

std::string_view id_of(DifferenceIn where)
{
    constexpr std::string_view ids[] = {"in-short", "rules", "names", "questions", "steps", "terms", "texts"};
    return ids[static_cast<std::size_t>(where)];
}

bool is_shown(const Difference& difference)
{
    return difference.audience == guidance::Term::Audience::everyone;
}

Html item(const Speaker& say, const Difference& difference)
{
    Html out;
    out << "<li>" << text(difference.words);
    if (!difference.more.empty() && difference.in == DifferenceIn::own_words) {
        Html lines;
        lines << "<ul class=\"govuk-list govuk-list--bullet\">";
        for (const auto& line : difference.more) lines << "<li>" << text(line) << "</li>";
        lines << "</ul>";
        out << Details{.summary = say("How the rules put it"_p), .content = std::move(lines)};
    } else if (!difference.more.empty()) {
        out << "<ul class=\"govuk-list govuk-list--bullet\">";
        for (const auto& line : difference.more) out << "<li>" << text(line) << "</li>";
        out << "</ul>";
    }
    if (!difference.source.empty()) {
        if (difference.more.empty()) out << "<br>";
        out << "<span class=\"govuk-hint safelead-source\">" << say("Source: {0}."_p, {difference.source})
            << "</span>";
    }
    return out << "</li>";
}

Html section(const Speaker& say, const std::vector<Difference>& all, DifferenceIn where)
{
    const auto is_here = [where](const Difference& one) { return one.in == where && is_shown(one); };
    Html out;
    if (std::ranges::none_of(all, is_here)) return out;
    out << "<h2 class=\"govuk-heading-m\" id=\"" << text(id_of(where)) << "\">" << say(heading_phrase(where))
        << "</h2><ul class=\"govuk-list govuk-list--spaced\">";
    for (const auto& difference : all)
        if (is_here(difference)) out << item(say, difference);
    return out << "</ul>";
}

Html touched_section(const Speaker& say, const Touched& touched)
{
    Html out;
    out << "<h2 class=\"govuk-heading-m\" id=\"touched\">"
        << say("Recorded decisions that this would touch"_p) << "</h2>";
    switch (touched.why) {
        case Touched::Why::shown:
            return out << touched.lines;
        case Touched::Why::not_signed_in:
            return out << "<p class=\"govuk-body\">"
                       << say("Safeguarding leads see those of their own school when they are signed in."_p)
                       << "</p>";
        case Touched::Why::not_their_role:
            return out << "<p class=\"govuk-body\">"
                       << say("Your role does not include this. Ask your safeguarding lead."_p) << "</p>";
    }
    return out;
}

}  // namespace

Html diff_page(const Speaker& say, const app::TwoEditions& two, const std::vector<Difference>& all,
               const Touched& touched)
{
    const auto link = [](const guidance::Pack& pack) {
        Html out;
        return std::move(out << "<a class=\"govuk-link\" href=\"" << text(edition_address(pack)) << "\">"
                             << text(pack.imprint().title) << "</a> (" << text(pack.imprint().publisher)
                             << ")");
    };
    Html out;
    out << "<h1 class=\"govuk-heading-l\">"
        << say("What changed in the guidance from {0} to {1}"_p, {two.called_before, two.called_after})
        << "</h1><p class=\"govuk-body\">"
        << say("Made from the rules of both, as Safelead applies them. Read the guidance itself beside it."_p)
        << "</p><ul class=\"govuk-list govuk-list--bullet\"><li>" << text(two.called_before) << ": "
        << link(two.before) << "</li><li>" << text(two.called_after) << ": " << link(two.after)
        << "</li></ul>";
    if (std::ranges::none_of(all, is_shown))
        out << "<p class=\"govuk-body\">" << say("Nothing is different."_p) << "</p>";
    for (const auto where : app::all_differences_in) out << section(say, all, where);
    return out << touched_section(say, touched);
}

Html touched_lines(const Speaker& say, const ReplayPage& page)
{
    const auto& shown = *page.shown;
    Html out;
    if (shown.assessments == insight::Figure{})
        return out << "<p class=\"govuk-body\">"
                   << say("Nothing is recorded at {0} that was advised under the earlier of the two."_p,
                          {page.organisation})
                   << "</p>";
    return out << "<p class=\"govuk-body\">"
               << say("Of {0} recorded assessments at {1}, {2} would have another category or route, and so "
                      "would the advice of {3} of {4} decisions."_p,
                      {insight::words(shown.assessments), page.organisation, insight::words(shown.changed),
                       insight::words(shown.decisions_touched), insight::words(shown.decisions)})
               << "</p>" << replayed_cases(say, page);
}

}  // namespace safelead::web
