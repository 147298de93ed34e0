#include "web/pages/examples_page.h"

#include "base/text.h"
#include "web/html/components.h"
#include "web/pages/advice_page.h"
#include "web/pages/case_view.h"
#include "web/pages/words.h"

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

using guidance::Code;
using guidance::Pack;
using guidance::Person;
using guidance::WorkedExample;

/// What every line of the page is drawn from.
struct Shown {
    const Speaker& say;
    const Pack& pack;
};

Html list_of(const std::vector<std::string>& lines)
{
    Html out;
    out << "<ul class=\"govuk-list govuk-list--bullet\">";
    for (const std::string& line : lines) out << "<li>" << text(line) << "</li>";
    return out << "</ul>";
}

/// The words for those codes that schools are shown; "None." if there are none.
template <class Name>
Html words_for(const Shown& shown, const std::vector<Name>& codes)
{
    std::vector<std::string> lines;
    for (const Name& code : codes) {
        if (shown.pack.is_shown_to_schools(code.text()))
            lines.emplace_back(fact_words(shown.pack, code.text()));
    }
    if (lines.empty()) return shown.say("None."_p);
    return list_of(lines);
}

std::string value_words(const Pack& pack, std::string_view fact, std::string_view value)
{
    const auto* question = pack.question(fact);
    if (question == nullptr) return std::string{value};
    const auto found = std::ranges::find(question->values, value, &guidance::AllowedValue::value);
    return found == question->values.end() ? std::string{value} : found->label;
}

/// The facts by what was answered, in the order of the pack.
Html facts_of(const Shown& shown, const WorkedExample& example)
{
    std::vector<std::pair<std::string, std::vector<std::string>>> groups;
    for (const auto& entry : shown.pack.vocabulary().entries()) {
        if (entry.values.empty()) continue;  // A free word, which no rule looks at.
        const auto fact = entry.fact.text();
        const std::string value = value_words(shown.pack, fact, example.facts.value(fact));
        auto group = std::ranges::find(groups, value, &decltype(groups)::value_type::first);
        if (group == groups.end()) group = groups.insert(groups.end(), {value, {}});
        group->second.emplace_back(fact_words(shown.pack, fact));
    }
    Html out;
    for (const auto& [value, facts] : groups)
        out << "<h4 class=\"govuk-heading-s\">" << text(value) << "</h4>" << list_of(facts);
    return out;
}

std::string person_words(const Shown& shown, const Person& person)
{
    const auto& [say, pack] = shown;
    std::string words;
    for (const guidance::Role role : person.roles.in_order()) {
        const std::string code = "role." + std::string{to_text(role)};
        words += (words.empty() ? "" : ", ") + std::string{pack.term(code)};
    }
    words += person.age_at_event
                 ? say.plain("; {0} when it happened"_p, {std::to_string(*person.age_at_event)})
                 : say.plain("; age when it happened not known"_p);
    words += say.plain("; age: {0}"_p,
                       {std::string{pack.term("age_basis." + std::string{to_text(person.age_basis)})}});
    words += "; " + std::string{pack.term("setting." + std::string{to_text(person.setting)})};
    return person.ref + ": " + words;
}

Html people_of(const Shown& shown, const WorkedExample& example)
{
    std::vector<std::string> lines;
    for (const Person& person : example.facts.people()) lines.push_back(person_words(shown, person));
    if (lines.empty()) return shown.say("Nobody is known yet."_p);
    return list_of(lines);
}

Html checked_by(const Shown& shown, const WorkedExample& example)
{
    if (example.checked_by.empty()) return shown.say("Nobody yet."_p);
    return list_of(example.checked_by);
}

Html sources_of(const WorkedExample& example)
{
    std::vector<std::string> lines;
    for (const guidance::Source& source : example.said_in) lines.push_back(source.text());
    return list_of(lines);
}

Html one_example(const Shown& shown, const WorkedExample& example)
{
    const auto& [say, pack] = shown;
    const auto& advice = example.advice;
    Html route;
    route << "<strong>" << text(pack.term(advice.route)) << "</strong>";
    if (advice.consult) route << "<br>" << text(pack.term(*advice.consult));
    SummaryList list;
    list.rows.push_back({.key = say("What it is"_p), .value = text(pack.term(advice.category))});
    list.rows.push_back({.key = say("Route"_p), .value = std::move(route)});
    list.rows.push_back({.key = say("Criteria met"_p), .value = words_for(shown, advice.criteria)});
    list.rows.push_back({.key = say("Safety rules met"_p), .value = words_for(shown, advice.safety_rules)});
    list.rows.push_back({.key = say("More serious because"_p), .value = words_for(shown, advice.indicators)});
    list.rows.push_back(
        {.key = say("Not known, and it matters"_p), .value = words_for(shown, advice.unresolved)});
    list.rows.push_back({.key = say("To do because of it"_p), .value = words_for(shown, advice.flags)});
    list.rows.push_back({.key = say("Why"_p), .value = text(example.why)});
    list.rows.push_back({.key = say("Where it is said"_p), .value = sources_of(example)});
    list.rows.push_back({.key = say("Checked by"_p), .value = checked_by(shown, example)});
    Html facts;
    facts << "<h3 class=\"govuk-heading-s\">" << say("People"_p) << "</h3>" << people_of(shown, example)
          << "<h3 class=\"govuk-heading-s\">" << say("Answers"_p) << "</h3>" << facts_of(shown, example);
    Html out;
    out << "<h2 class=\"govuk-heading-m\" id=\"" << text(example.name) << "\">" << text(example.title)
        << "</h2><p class=\"govuk-body\">" << text(example.happened) << "</p>" << list
        << Details{.summary = say("The facts of “{0}”"_p, {example.title}), .content = std::move(facts)};
    return out;
}

/// A heading and paragraphs.
Html page_of_words(std::string_view markdown)
{
    Html out;
    std::string paragraph;
    const auto end_paragraph = [&] {
        if (!paragraph.empty())
            out << "<p class=\"govuk-body\">" << text(std::exchange(paragraph, {})) << "</p>";
    };
    for (const std::string_view raw : split(markdown, '\n')) {
        const std::string_view line = trim(raw);
        if (line.starts_with("# ")) {
            end_paragraph();
            out << "<h3 class=\"govuk-heading-s\">" << text(trim(line.substr(2))) << "</h3>";
        } else if (line.empty()) {
            end_paragraph();
        } else {
            paragraph += (paragraph.empty() ? "" : " ") + std::string{line};
        }
    }
    end_paragraph();
    return out;
}

}  // namespace

Html examples_page(const Speaker& say, const Pack& pack, const std::vector<WorkedExample>& examples)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Worked examples"_p) << "</h1>" << edition_lines(say, pack)
        << "<p class=\"govuk-body\">"
        << say("Made-up situations, and what this edition says of each. They are here to be checked: if you "
               "lead safeguarding and would advise otherwise, tell us which and why."_p)
        << "</p>";
    if (examples.empty())
        return out << "<p class=\"govuk-body\">" << say("There are none for this edition yet."_p) << "</p>";
    out << "<nav aria-label=\"" << text(say.plain("Contents"_p)) << "\"><ul class=\"govuk-list\">";
    for (const WorkedExample& example : examples)
        out << "<li><a class=\"govuk-link\" href=\"#" << text(example.name) << "\">" << text(example.title)
            << "</a></li>";
    out << "</ul></nav>";
    for (const WorkedExample& example : examples) out << one_example({say, pack}, example);
    return out;
}

Html words_of_edition(const Speaker& say, const Pack& pack,
                      const std::map<std::string, std::string, std::less<>>& pages)
{
    Html out;
    out << "<h2 class=\"govuk-heading-m\" id=\"words\">" << say("What this edition calls things"_p)
        << "</h2>";
    SummaryList list;
    const auto row = [&](Phrase key, std::string_view code) {
        if (const auto* term = pack.find_term(code))
            list.rows.push_back({.key = say(key), .value = text(term->words)});
    };
    row("What happened"_p, "incident");
    row("What the police call it"_p, "incident.police");
    row("Abuse between children"_p, "incident.between_children");
    row("The local body"_p, "local_body");
    out << list;
    if (pages.empty()) return out;
    out << "<h2 class=\"govuk-heading-m\" id=\"pages\">" << say("In our own words"_p) << "</h2>";
    for (const auto& [name, words] : pages) out << page_of_words(words);
    return out;
}

}  // namespace safelead::web
