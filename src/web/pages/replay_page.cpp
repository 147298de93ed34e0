#include "web/pages/replay_page.h"

#include "app/packs.h"
#include "directory/local_time.h"
#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <string>

namespace safelead::web {

namespace {

using app::ReplayRow;
using insight::Disclosure;

std::string title_of(const guidance::Pack& pack)
{
    return fmt::format("{} ({})", pack.imprint().title, pack.imprint().publisher);
}

Html asking(const FormWriter& form, const ReplayPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> editions;
    const auto& all = page.packs.editions();
    for (auto pack = all.rbegin(); pack != all.rend(); ++pack)
        editions.push_back(
            {.value = std::string{pack->edition().text()},
             .label = text(title_of(*pack)),
             .hint = say("In force from {0}"_p, {directory::long_date(pack->imprint().in_force_from)})});
    std::vector<Choice> overlays;
    for (const auto& overlay : page.packs.overlays())
        overlays.push_back({.value = std::string{overlay.overlay.text()},
                            .label = text(overlay.title),
                            .hint = text(overlay.status)});
    Html out;
    out << form.error_summary() << "<form method=\"get\" action=\"/guidance/replay\" novalidate>"
        << form.radios("edition", say("Weigh by"_p), {}, std::move(editions));
    if (!overlays.empty())
        out << form.checkboxes("overlay", say("With this laid on it"_p),
                               say("An overlay can only make the route more urgent."_p), std::move(overlays));
    return out << form.date("since", say("Only what was recorded from this day on"_p),
                            say("Leave it empty for everything."_p))
               << Button{.content = say("Weigh it all again"_p), .prevents_double_click = true} << "</form>";
}

void add_row(SummaryList& list, Html key, const insight::Figure& figure)
{
    list.rows.push_back({.key = std::move(key), .value = text(insight::words(figure))});
}

Html counts(const Speaker& say, const app::ReplayShown& shown)
{
    SummaryList list;
    add_row(list, say("Recorded assessments"_p), shown.assessments);
    add_row(list, say("The same category and route"_p), shown.unchanged);
    add_row(list, say("Another category or route"_p), shown.changed);
    add_row(list, say("Decisions made on them"_p), shown.decisions);
    add_row(list, say("Decisions whose advice would be another"_p), shown.decisions_touched);
    const insight::Figure none;
    if (shown.record_closed != none)
        add_row(list, say("Not weighed: part of the case’s record does not open"_p), shown.record_closed);
    if (shown.not_whole != none)
        add_row(list, say("Not weighed: not all that was known then is there any more"_p), shown.not_whole);
    if (shown.not_asked != none)
        add_row(list, say("With an answer that this edition does not ask for, taken as not known"_p),
                shown.not_asked);
    Html out;
    return out << list;
}

Html change_words(const Speaker& say, const ReplayPage& page, std::string_view before, std::string_view after)
{
    const auto& by = page.shown->pack;
    return say("From “{0}” to “{1}”"_p,
               {app::code_words(page.packs, by, before), app::code_words(page.packs, by, after)});
}

Html table_of(const Speaker& say, const ReplayPage& page, const Phrase& caption,
              const std::vector<ReplayRow>& rows)
{
    Table table{.caption = say.plain(caption), .caption_classes = "govuk-table__caption--m"};
    table.head = {{.content = say("Change"_p)}, {.content = say("Assessments"_p), .format = "numeric"}};
    for (const auto& row : rows) {
        auto change = row.before.empty() ? say("Other changes, each fewer than 5"_p)
                                         : change_words(say, page, row.before, row.after);
        table.rows.push_back({{.content = std::move(change)},
                              {.content = text(insight::words(row.count)), .format = "numeric"}});
    }
    Html out;
    return rows.empty() ? out : std::move(out << table);
}

Html decisions_of(const Speaker& say, const app::ReplayedCase& of)
{
    std::string numbers;
    for (const int number : of.decisions) numbers += fmt::format("{}{}", numbers.empty() ? "" : ", ", number);
    Html out;
    if (numbers.empty()) return out;
    return out << "<br><a class=\"govuk-link\" href=\"/cases/" << text(of.reference.text()) << "/decision\">"
               << (of.decisions.size() == 1 ? say("Decision {0} was made on it"_p, {numbers})
                                            : say("Decisions {0} were made on it"_p, {numbers}))
               << "</a>";
}

Html case_line(const Speaker& say, const ReplayPage& page, const app::ReplayedCase& of)
{
    Html out;
    out << "<li><a class=\"govuk-link\" href=\"/cases/" << text(of.reference.text()) << "\">"
        << text(of.reference.text()) << "</a><br>"
        << say("Last on {0}."_p, {directory::long_date(page.zone.local(of.at).wall.date)});
    if (of.category_before != of.category_after)
        out << "<br>" << say("Category: "_p) << change_words(say, page, of.category_before, of.category_after)
            << ".";
    if (of.route_before != of.route_after)
        out << "<br>" << say("Route: "_p) << change_words(say, page, of.route_before, of.route_after) << ".";
    return out << decisions_of(say, of) << "</li>";
}

Html result(const Speaker& say, const ReplayPage& page)
{
    const auto& shown = *page.shown;
    std::string by = title_of(shown.pack);
    for (const auto& overlay : shown.pack.overlays()) by += fmt::format(" + {}", overlay.text());
    Html out;
    out << "<h2 class=\"govuk-heading-m\" id=\"result\">" << say("What came of it"_p)
        << "</h2><p class=\"govuk-body\">"
        << say("Weighed by {0}, in force from {1}."_p,
               {by, directory::long_date(shown.pack.imprint().in_force_from)})
        << "</p>";
    if (shown.disclosure == Disclosure::rounded)
        out << InsetText{
            .content = say("Figures are rounded to 5, and those below 5 are not shown, so that nobody can be "
                           "picked out. Your role does not read cases."_p)};
    return out << counts(say, shown) << table_of(say, page, "Category"_p, shown.categories)
               << table_of(say, page, "Route"_p, shown.routes) << replayed_cases(say, page);
}

}  // namespace

Html replayed_cases(const Speaker& say, const ReplayPage& page)
{
    Html out;
    if (page.shown == nullptr || page.shown->cases.empty()) return out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Cases that would come out differently"_p)
        << "</h2><p class=\"govuk-body\">"
        << say("Look at each: what was decided stays decided, and a person decides whether anything more is "
               "to be done."_p)
        << "</p><ul class=\"govuk-list govuk-list--spaced\">";
    for (const auto& of : page.shown->cases) out << case_line(say, page, of);
    return out << "</ul>";
}

Html replay_page(const FormWriter& form, const ReplayPage& page)
{
    const auto& say = form.say();
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Recorded advice, weighed again"_p)
        << "</h1><p class=\"govuk-body\">"
        << say("What would the advice recorded at {0} have been under another edition of the guidance, or "
               "with a duty that is not in force yet? No case is changed by asking, and nothing is written."_p,
               {page.organisation})
        << "</p>" << asking(form, page);
    if (page.shown != nullptr) out << result(say, page);
    return out;
}

}  // namespace safelead::web
