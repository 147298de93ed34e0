#include "web/pages/practice_page.h"

#include "web/html/components.h"
#include "web/pages/advice_page.h"
#include "web/pages/advise_page.h"
#include "web/pages/case_view.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

using guidance::Pack;

std::string address_of(std::string_view exercise)
{
    return fmt::format("/practice/{}", exercise);
}

Html nothing_kept(const Speaker& say)
{
    return InsetText{.content =
                         say("These situations are made up. Nothing that you choose is kept or sent to "
                             "anybody, and none of it is ever counted with real cases."_p)};
}

std::vector<Choice> choices_of(const Pack& pack, const std::vector<std::string_view>& codes)
{
    std::vector<Choice> choices;
    for (const auto code : codes) {
        Html hint;
        if (const auto* term = pack.find_term(code)) hint << text(term->meaning);
        choices.push_back({.value = std::string{code}, .label = text(pack.term(code)), .hint = hint});
    }
    return choices;
}

std::string person_words(const Speaker& say, const Pack& pack, const guidance::Person& person)
{
    std::string roles;
    for (const auto role : person.roles.in_order()) {
        if (!roles.empty()) roles += "; ";
        roles += worded(pack, "role", guidance::to_text(role));
    }
    const auto age = [&say](const std::optional<int>& years) {
        return years ? fmt::format("{}", *years) : say.plain("not known"_p);
    };
    return say.plain("{0}. Age now: {1}. Age then: {2}. How sure: {3}. Belongs to: {4}."_p,
                     {roles, age(person.age), age(person.age_at_event),
                      worded(pack, "age_basis", guidance::to_text(person.age_basis)),
                      worded(pack, "setting", guidance::to_text(person.setting))});
}

/// What the advice will rest on: no trainee has to guess what was found out.
Html what_is_known(const Speaker& say, const ExercisePage& page)
{
    SummaryList list;
    for (const auto& person : page.exercise.facts.people())
        list.rows.push_back(
            {.key = say("Person {0}"_p, {person.ref}), .value = text(person_words(say, page.pack, person))});
    for (const auto& answer : page.exercise.facts.answers())
        if (page.pack.question(answer.fact.text()) != nullptr)
            list.rows.push_back({.key = text(fact_words(page.pack, answer.fact.text())),
                                 .value = text(value_words(page.pack, answer.fact.text(), answer.value))});
    Html rows;
    rows << list;
    return Details{.summary = say("What has been found out"_p), .content = std::move(rows)};
}

int urgency_of(const Pack& pack, std::string_view route)
{
    const auto found = std::ranges::find_if(
        pack.routes(), [&](const guidance::Route& known) { return known.code.text() == route; });
    return found == pack.routes().end() ? 0 : found->severity;
}

Phrase route_words(const ExercisePage& page, const Tried& tried)
{
    const auto advised = tried.advice.route.text();
    if (tried.route == advised) return "The same route as the advice."_p;
    const int yours = urgency_of(page.pack, tried.route);
    const int theirs = urgency_of(page.pack, advised);
    if (yours > theirs)
        return "You went higher than the advice. That is always allowed: raising is free. Look at what the "
               "advice "
               "saw no reason for."_p;
    if (yours < theirs)
        return "You went lower than the advice. In a real case that needs a reason and a second person. Look "
               "at "
               "the rules that were met."_p;
    return "A route of the same weight as the advice, under another name."_p;
}

Html comparison(const Speaker& say, const ExercisePage& page, const Tried& tried)
{
    const auto& pack = page.pack;
    SummaryList list;
    const bool same = tried.category == tried.advice.category.text();
    list.rows = {
        {.key = say("You chose"_p),
         .value = say("{0}; {1}"_p, {pack.term(tried.category), pack.term(tried.route)})},
        {.key = say("The advice says"_p),
         .value = say("{0}; {1}"_p, {pack.term(tried.advice.category), pack.term(tried.advice.route)})},
        {.key = say("Category"_p),
         .value = same ? say("The same."_p)
                       : say("Another. The rule that gave it stands below, with its source."_p)},
        {.key = say("Route"_p), .value = say(route_words(page, tried))},
        {.key = say("What decides it"_p), .value = text(page.exercise.why)}};
    Html out;
    out << "<h2 class=\"govuk-heading-l\" id=\"compared\">" << say("Yours beside the advice"_p) << "</h2>"
        << list << "<p class=\"govuk-body\">"
        << say("The advice is not the mark of an examination: a person decides, and says why."_p) << "</p>";
    return out;
}

Html after_deciding(const Speaker& say, const ExercisePage& page, const Tried& tried)
{
    Html out;
    out << comparison(say, page, tried) << "<h2 class=\"govuk-heading-l\" id=\"advice\">"
        << say("The advice"_p) << "</h2>"
        << advice_in_full(say, page.pack, tried.advice,
                          {.questions = {}, .people = {}, .rules = edition_address(page.pack)});
    if (!tried.steps.empty()) {
        out << "<h2 class=\"govuk-heading-m\">" << say("Steps"_p)
            << "</h2><ol class=\"govuk-list govuk-list--number\">";
        for (const auto& step : tried.steps)
            out << "<li>" << text(step.words) << " " << text(deadline_words(say, step.deadline)) << "</li>";
        out << "</ol>";
    }
    return out;
}

}  // namespace

std::vector<std::string_view> categories_of(const Pack& pack)
{
    std::vector<std::string_view> codes;
    for (const auto& table : pack.tables()) {
        if (table.kind != guidance::TableKind::category) continue;
        for (const auto& rule : table.rules)
            if (std::ranges::find(codes, rule.gives.text()) == codes.end())
                codes.push_back(rule.gives.text());
    }
    return codes;
}

Html practice_page(const Speaker& say, std::span<const guidance::Exercise> exercises)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Practise deciding"_p) << "</h1><p class=\"govuk-body\">"
        << say("For safeguarding leads and those who are learning to be. Read a situation, decide what sort "
               "of "
               "incident it is and what you would do, and then see the advice, the rules that gave it and "
               "where "
               "yours was another."_p)
        << "</p>" << nothing_kept(say);
    if (exercises.empty())
        return out << "<p class=\"govuk-body\">" << say("This installation has no exercises."_p) << "</p>";
    out << "<ol class=\"govuk-list govuk-list--spaced\">";
    for (const auto& exercise : exercises)
        out << "<li><a class=\"govuk-link govuk-!-font-weight-bold\" href=\"" << text(address_of(exercise.id))
            << "\">" << say("Situation {0}"_p, {exercise.id}) << "</a><br>" << text(exercise.summary)
            << "</li>";
    return out << "</ol>";
}

Html exercise_page(const FormWriter& form, const ExercisePage& page)
{
    const auto& say = form.say();
    std::vector<std::string_view> routes;
    for (auto route = page.pack.routes().rbegin(); route != page.pack.routes().rend(); ++route)
        routes.push_back(route->code.text());
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">"
        << say("Situation {0}"_p, {page.exercise.id}) << "</h1><p class=\"govuk-body-l\">"
        << text(page.exercise.summary) << "</p>" << what_is_known(say, page);
    if (page.tried) out << after_deciding(say, page, *page.tried);
    out << form.open({.action = address_of(page.exercise.id), .csrf_token = {}, .command = {}, .draft = {}})
        << form.radios("category",
                       page.tried ? say("Decide again: what sort of incident is it?"_p)
                                  : say("What sort of incident is it?"_p),
                       {}, choices_of(page.pack, categories_of(page.pack)), Layout::small)
        << form.radios("route", say("What would you do?"_p), {}, choices_of(page.pack, routes), Layout::small)
        << Button{.content = say("Show the advice"_p)} << FormWriter::close() << "<ul class=\"govuk-list\">";
    if (!page.next.empty())
        out << "<li><a class=\"govuk-link\" href=\"" << text(address_of(page.next)) << "\">"
            << say("The next situation"_p) << "</a></li>";
    return out << "<li><a class=\"govuk-link\" href=\"/practice\">" << say("All situations"_p)
               << "</a></li></ul>" << nothing_kept(say);
}

}  // namespace safelead::web
