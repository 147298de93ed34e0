#include "web/pages/guidance_page.h"

#include "directory/local_time.h"
#include "web/html/components.h"
#include "web/pages/advice_page.h"
#include "web/pages/contacts_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

using guidance::Pack;
using guidance::TableKind;

Phrase heading_of(TableKind kind)
{
    switch (kind) {
        case TableKind::category:
            return "What it is"_p;
        case TableKind::criteria:
            return "Criteria for referring at once"_p;
        case TableKind::safety_rules:
            return "Safety rules"_p;
        case TableKind::unresolved:
            return "What is not known and matters"_p;
        case TableKind::indicators:
            return "What makes it more serious"_p;
        case TableKind::route:
            return "The route"_p;
        case TableKind::at_least:
            return "At least this route, by an overlay"_p;
        case TableKind::consult:
            return "Whom to consult"_p;
        case TableKind::flags:
            return "Things to do because of it"_p;
    }
    throw_bug("a table has no heading");
}

bool is_shown(const Pack& pack, const guidance::Rule& rule)
{
    return pack.is_shown_to_schools(rule.gives.text());
}

bool is_among(const std::vector<guidance::RuleId>& rules, const guidance::RuleId& rule)
{
    return std::ranges::find(rules, rule) != rules.end();
}

Html mark_of(const Speaker& say, const guidance::Rule& rule, const RulesOfCase* of_case)
{
    Html out;
    if (of_case == nullptr) return out;
    if (is_among(of_case->met, rule.id))
        out << Tag{.content = say("Met in this case"_p), .classes = "govuk-tag--blue"} << "<br>";
    else if (is_among(of_case->still_possible, rule.id))
        out << Tag{.content = say("Could still be met"_p), .classes = "govuk-tag--yellow"} << "<br>";
    return out;
}

/// What every line of the page is drawn from.
struct Shown {
    const Speaker& say;
    const Pack& pack;
    const Names& names;
    const RulesOfCase* of_case;
};

Html rule_line(const Shown& shown, const guidance::Rule& rule)
{
    const auto& [say, pack, names, of_case] = shown;
    const bool is_met = of_case != nullptr && is_among(of_case->met, rule.id);
    Html out;
    out << "<li id=\"" << text(rule.id.text()) << "\"";
    if (is_met) out << " data-met=\"" << text(rule.id.text()) << "\"";
    out << ">" << mark_of(say, rule, of_case) << "<strong>" << text(fact_words(pack, rule.gives.text()))
        << "</strong><br>" << say("When:"_p) << " " << condition_in_words(pack, names, rule.when)
        << "<br><span class=\"govuk-hint safelead-source\">"
        << say("Rule {0}, {1}. Source: {2}."_p, {rule.id.text(),
                                                 rule.standing == guidance::Standing::guidance
                                                     ? say.plain("the guidance itself"_p)
                                                     : say.plain("a project rule, our careful reading"_p),
                                                 rule.source.text()})
        << "</span></li>";
    return out;
}

Html table_lines(const Shown& shown, const guidance::Table& table)
{
    const auto& say = shown.say;
    Html out;
    out << "<h2 class=\"govuk-heading-m\" id=\"table-" << text(guidance::to_text(table.kind)) << "\">"
        << say(heading_of(table.kind)) << "</h2><p class=\"govuk-body\">"
        << say(table.hit == guidance::Hit::first ? "The first rule that is met speaks."_p
                                                 : "Every rule that is met speaks."_p)
        << "</p><ol class=\"govuk-list govuk-list--spaced\">";
    for (const auto& rule : table.rules)
        if (is_shown(shown.pack, rule)) out << rule_line(shown, rule);
    return out << "</ol>";
}

Html name_lines(const Shown& shown)
{
    const auto& [say, pack, names, of_case] = shown;
    Html out;
    if (names.empty()) return out;
    out << "<h2 class=\"govuk-heading-m\" id=\"names\">" << say("What the names stand for"_p)
        << "</h2><ul class=\"govuk-list govuk-list--spaced\">";
    for (const auto& [name, condition] : names)
        out << "<li id=\"name-" << text(name) << "\"><strong>" << text(guidance::spaced(name))
            << "</strong><br>" << condition_in_words(pack, names, condition) << "</li>";
    return out << "</ul>";
}

}  // namespace

Html condition_in_words(const Pack& pack, const Names& names, std::string_view condition)
{
    Html out;
    for (const auto& [words, name] : guidance::condition_pieces(pack, names, condition)) {
        if (name.empty())
            out << text(words);
        else
            out << "<a class=\"govuk-link\" href=\"#name-" << text(name) << "\">" << text(words) << "</a>";
    }
    return out;
}

Html editions_page(const Speaker& say, const std::vector<Pack>& editions,
                   const std::vector<directory::Arrangements>& areas)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("The guidance, as rules"_p)
        << "</h1><p class=\"govuk-body\">"
        << say("Each edition as Safelead applies it, rule by rule, with its sources. Read the guidance itself beside it."_p)
        << "</p><ul class=\"govuk-list govuk-list--spaced\">";
    for (auto pack = editions.rbegin(); pack != editions.rend(); ++pack) {
        const auto& imprint = pack->imprint();
        out << "<li><a class=\"govuk-link\" href=\"" << text(edition_address(*pack)) << "\">"
            << text(imprint.title) << "</a><br>"
            << say("{0}. In force from {1}."_p,
                   {imprint.publisher, directory::long_date(imprint.in_force_from)});
        if (const auto before = pack + 1; before != editions.rend())
            out << "<br><a class=\"govuk-link\" href=\"/guidance/diff/" << text(before->edition().text())
                << "/" << text(pack->edition().text()) << "\">"
                << say("What changed from the edition before it, of {0}"_p,
                       {directory::long_date(before->imprint().in_force_from)})
                << "</a>";
        out << "</li>";
    }
    out << "</ul>";
    for (const auto& area : areas)
        out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/guidance/local/" << text(area.area)
            << "\">" << say("How it is done in {0}"_p, {name_of_area(area.area)}) << "</a>. "
            << say("Front doors, and how long each part may take."_p) << "</p>";
    return out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/guidance/replay\">"
               << say("What recorded advice would be under another edition"_p) << "</a>. "
               << say("For safeguarding leads, who sign in."_p) << "</p>";
}

Html edition_tables(const Speaker& say, const Pack& pack, const Names& names, const RulesOfCase* of_case)
{
    const Shown shown{say, pack, names, of_case};
    Html out;
    out << "<p class=\"govuk-body\">"
        << say("A fact that somebody says is so counts as yes. What is not known is neither yes nor no. A "
               "name that is a "
               "link stands for what is said under it at the end."_p)
        << "</p>";
    Html contents;
    Html tables;
    for (const auto& table : pack.tables()) {
        if (std::ranges::none_of(table.rules, [&](const auto& rule) { return is_shown(pack, rule); }))
            continue;
        contents << "<li><a class=\"govuk-link\" href=\"#table-" << text(guidance::to_text(table.kind))
                 << "\">" << say(heading_of(table.kind)) << "</a></li>";
        tables << table_lines(shown, table);
    }
    if (!names.empty())
        contents << "<li><a class=\"govuk-link\" href=\"#names\">" << say("What the names stand for"_p)
                 << "</a></li>";
    out << "<nav aria-label=\"" << text(say.plain("Contents"_p)) << "\"><h2 class=\"govuk-heading-m\">"
        << say("Contents"_p) << "</h2><ol class=\"govuk-list\">" << contents << "</ol></nav>" << tables
        << name_lines(shown);
    return out;
}

Html edition_page(const Speaker& say, const Pack& pack, const Names& names)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << text(pack.imprint().title) << "</h1>"
        << edition_lines(say, pack) << edition_tables(say, pack, names, nullptr);
    return out;
}

}  // namespace safelead::web
