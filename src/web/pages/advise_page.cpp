#include "web/pages/advise_page.h"

#include "web/forms/advise_form.h"
#include "web/html/components.h"
#include "web/pages/advice_page.h"
#include "web/pages/questions_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

using guidance::AnswerType;
using guidance::Pack;
using guidance::Question;

Html opening(const Speaker& say)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Advice without an account"_p)
        << "</h1><div class=\"safelead-danger\"><p class=\"govuk-body govuk-!-font-weight-bold\">"
        << say("If anyone is in danger now, ring [999](tel:999)."_p) << "</p></div><p class=\"govuk-body\">"
        << say("For safeguarding leads and their deputies. Answer what you know; leave the rest. Not known "
               "is an "
               "answer, and is never taken for no. Don’t look at or describe an image to answer any of these."_p)
        << "</p><p class=\"govuk-body\">"
        << say("**Nothing is kept.** No name is asked for, and there is no room to write one. What you "
               "answer is "
               "used once, to draw this page, and then forgotten; it is not in the address. **Nobody is "
               "told**: "
               "not your school, not the police, not social care."_p)
        << "</p><p class=\"govuk-body\">"
        << say("To learn how it decides: [practise on made-up situations](/practice)."_p) << "</p>";
    return out;
}

template <class Words>
std::vector<Choice> choices_of(const Pack& pack, std::string_view group, const Words& words)
{
    std::vector<Choice> choices;
    for (const auto word : words) {
        const std::string value{guidance::to_text(word)};
        choices.push_back({.value = value, .label = text(worded(pack, group, value))});
    }
    return choices;
}

/// "3", "40 or over".
std::string age_words(const Speaker& say, int age)
{
    return age == oldest_offered ? say.plain("{0} or over"_p, {fmt::format("{}", age)})
                                 : fmt::format("{}", age);
}

Html age_list(const FormWriter& form, const std::string& name, Html label)
{
    const auto& say = form.say();
    Select list{.name = name,
                .id = name,
                .label = {.content = std::move(label)},
                .error = form.error(name),
                .value = std::string{form.typed().text(name)}};
    list.items.push_back({.value = "", .content = say.plain("Not known"_p)});
    for (int age = 0; age <= oldest_offered; ++age)
        list.items.push_back({.value = fmt::format("{}", age), .content = age_words(say, age)});
    return list;
}

Html person_fields(const FormWriter& form, const Pack& pack, int place)
{
    const auto& say = form.say();
    const auto letter = letter_of(place);
    Html out;
    out << "<section aria-labelledby=\"person-" << text(letter)
        << "\"><h3 class=\"govuk-heading-m\" id=\"person-" << text(letter) << "\">"
        << say("Person {0}"_p, {letter}) << "</h3>"
        << form.checkboxes(field_of("role", place), say("What did {0} do with the image?"_p, {letter}),
                           say("Tick all that apply. Showing a screen is sharing."_p),
                           choices_of(pack, "role", guidance::all_roles), Layout::small)
        << age_list(form, field_of("age", place), say("Age of {0} now"_p, {letter}))
        << age_list(form, field_of("age-then", place), say("Age of {0} then"_p, {letter}))
        << form.radios(field_of("basis", place), say("How sure is the age of {0}?"_p, {letter}), {},
                       choices_of(pack, "age_basis", guidance::all_age_bases), Layout::small, LegendSize::s)
        << form.radios(field_of("setting", place), say("Where does {0} belong?"_p, {letter}), {},
                       choices_of(pack, "setting", guidance::all_settings), Layout::small, LegendSize::s)
        << "</section>";
    return out;
}

Html people_fields(const FormWriter& form, const AdvisePage& page)
{
    const auto& say = form.say();
    Html out;
    out << "<h2 class=\"govuk-heading-l\" id=\"people\">" << say("Who had a part in it?"_p)
        << "</h2><p class=\"govuk-body\">"
        << say("Everyone who had a part in it, whatever they did. The letters stand for them: keep the list "
               "of "
               "who is who to yourself. Leave empty what you don’t need. “Then” is when the image was made, "
               "for "
               "somebody in it; for others, when they did what is ticked."_p)
        << "</p>" << hidden_input(people_field, fmt::format("{}", page.room));
    for (int place = 0; place < page.room; ++place) out << person_fields(form, page.pack, place);
    if (page.room < most_letters)
        out << Button{.content = say("Add another person"_p),
                      .name = "ask",
                      .value = "add-person",
                      .classes = "govuk-button--secondary"};
    return out;
}

bool is_asked_here(const Question& question)
{
    return question.type != AnswerType::ages && question.type != AnswerType::free_word;
}

Html question_fields(const FormWriter& form, const AdvisePage& page)
{
    const auto& say = form.say();
    const auto is_decisive = [&page](const Question& question) {
        return std::ranges::find(page.decisive, question.fact) != page.decisive.end();
    };
    Html first;
    for (const auto& fact : page.decisive)
        if (const auto* question = page.pack.question(fact.text());
            question != nullptr && is_asked_here(*question))
            first << ask_question(form, *question);
    Html rest;
    for (const auto& question : page.pack.questions())
        if (is_asked_here(question) && !is_decisive(question)) rest << ask_question(form, question);
    Html out;
    if (!first.is_empty())
        out << "<h2 class=\"govuk-heading-l\" id=\"ask-next\">" << say("These could change the advice"_p)
            << "</h2>" << first;
    if (!rest.is_empty())
        out << "<h2 class=\"govuk-heading-l\" id=\"the-rest\">" << say("The other questions"_p) << "</h2>"
            << rest;
    return out;
}

Phrase owner_words(guidance::Owner owner)
{
    switch (owner) {
        case guidance::Owner::dsl:
            return "Safeguarding lead"_p;
        case guidance::Owner::head:
            return "Headteacher"_p;
        case guidance::Owner::reporter:
            return "Whoever reported it"_p;
        case guidance::Owner::any:
            return "Anyone"_p;
    }
    throw_bug("a step is nobody's");
}

Html step_lines(const Speaker& say, const std::vector<guidance::Step>& steps)
{
    Html out;
    out << "<h2 class=\"govuk-heading-l\" id=\"steps\">" << say("Steps"_p) << "</h2>";
    if (steps.empty())
        return out << "<p class=\"govuk-body\">" << say("This edition calls for no steps."_p) << "</p>";
    out << "<ol class=\"govuk-list govuk-list--number govuk-list--spaced\">";
    for (const auto& step : steps)
        out << "<li data-step=\"" << text(step.id.text()) << "\"><strong>" << text(step.words)
            << "</strong><br>"
            << say("{0}, {1}."_p, {say.plain(owner_words(step.owner)), deadline_words(say, step.deadline)})
            << "<br><span class=\"govuk-hint safelead-source\">"
            << say("Source: {0} ({1})"_p,
                   {step.source.text(), step.standing == guidance::Standing::guidance
                                            ? say.plain("the guidance itself"_p)
                                            : say.plain("a project rule, our careful reading"_p)})
            << "</span></li>";
    return out << "</ol>";
}

std::string person_words(const Speaker& say, const Pack& pack, const guidance::Person& person)
{
    std::string roles;
    for (const auto role : person.roles.in_order()) {
        if (!roles.empty()) roles += "; ";
        roles += worded(pack, "role", guidance::to_text(role));
    }
    const auto age = [&say](const std::optional<int>& years) {
        return years ? age_words(say, *years) : say.plain("not known"_p);
    };
    return say.plain("{0}. Age now: {1}. Age then: {2}. How sure: {3}. Belongs to: {4}."_p,
                     {roles, age(person.age), age(person.age_at_event),
                      worded(pack, "age_basis", guidance::to_text(person.age_basis)),
                      worded(pack, "setting", guidance::to_text(person.setting))});
}

/// What the advice rests on, so that a printed page can be understood by itself.
Html what_was_answered(const Speaker& say, const Pack& pack, const guidance::Facts& facts)
{
    SummaryList list;
    for (const auto& person : facts.people())
        list.rows.push_back(
            {.key = say("Person {0}"_p, {person.ref}), .value = text(person_words(say, pack, person))});
    for (const auto& answer : facts.answers())
        list.rows.push_back({.key = text(fact_words(pack, answer.fact.text())),
                             .value = text(value_words(pack, answer.fact.text(), answer.value))});
    Html out;
    out << "<h2 class=\"govuk-heading-l\" id=\"answered\">" << say("What you answered"_p) << "</h2>";
    if (list.rows.empty())
        return out << "<p class=\"govuk-body\">" << say("Nothing yet: everything counts as not known."_p)
                   << "</p>";
    return out << list;
}

Html given(const Speaker& say, const AdvisePage& page, const Advised& advised)
{
    Html out;
    out << "<h2 class=\"govuk-heading-l\" id=\"advice\">" << say("The advice"_p)
        << "</h2><p class=\"govuk-body\">"
        << say("This is advice. A person decides. It was not kept: print this page or note it down if you "
               "need "
               "it. On a shared computer, close the page when you have finished."_p)
        << "</p>"
        << advice_in_full(say, page.pack, advised.advice,
                          {.questions = {}, .people = "#people", .rules = edition_address(page.pack)})
        << step_lines(say, advised.steps) << who_to_ring_now(say, page.ringing)
        << what_was_answered(say, page.pack, advised.facts);
    return out;
}

}  // namespace

std::string deadline_words(const Speaker& say, const guidance::Deadline& deadline)
{
    using Unit = guidance::Deadline::Unit;
    const auto count = fmt::format("{}", deadline.count);
    const bool is_one = deadline.count == 1;
    switch (deadline.unit) {
        case Unit::immediately:
            return say.plain("now"_p);
        case Unit::hours:
            return say.plain(is_one ? "within {0} hour"_p : "within {0} hours"_p, {count});
        case Unit::working_hours:
            return say.plain(is_one ? "within {0} working hour"_p : "within {0} working hours"_p, {count});
        case Unit::same_school_day:
            return say.plain("on the same school day"_p);
        case Unit::working_days:
            return say.plain(is_one ? "within {0} working day"_p : "within {0} working days"_p, {count});
        case Unit::days:
            return say.plain(is_one ? "within {0} day"_p : "within {0} days"_p, {count});
    }
    throw_bug("a deadline has no such unit");
}

Html advise_page(const FormWriter& form, const AdvisePage& page)
{
    const auto& say = form.say();
    const FormFrame frame{.action = "/advise", .csrf_token = {}, .command = {}, .draft = {}};
    const Button show{.content = say("Show the advice"_p), .name = "ask", .value = "advice"};
    Html out;
    out << form.error_summary() << opening(say);
    if (page.advised) out << given(say, page, *page.advised);
    out << "<div class=\"no-print\">";
    if (page.advised)
        out << "<h2 class=\"govuk-heading-l\" id=\"change\">" << say("Change or add answers"_p) << "</h2>";
    out << form.open(frame) << question_fields(form, page) << people_fields(form, page)
        << "<div class=\"govuk-button-group\">" << show << "</div>" << FormWriter::close() << "</div>";
    return out;
}

}  // namespace safelead::web
