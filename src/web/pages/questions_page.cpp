#include "web/pages/questions_page.h"

#include "record/from_report.h"
#include "record/what_is_open.h"
#include "web/pages/advice_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

using guidance::AnswerType;
using guidance::Question;

Html how_it_stands(const Speaker& say, const CaseView& view, const Question& question)
{
    Html out;
    const auto found = view.state.answers.find(question.fact.text());
    if (found == view.state.answers.end()) {
        for (const auto& said : record::facts_in_reports(view.state, view.concerns))
            if (said.fact == question.fact.text())
                out << "<br>"
                    << say("The report says: {0}. Saving confirms it."_p,
                           {value_words(view.in_force, said.fact, said.value)});
        return out;
    }
    const auto& answer = found->second;
    out << "<br>"
        << say("Now: {0}. Recorded by {1}, {2}."_p,
               {value_words(view.in_force, question.fact.text(), answer.value), view.staff_name(answer.by),
                view.when(answer.at)});
    if (!answer.told_by.empty()) out << " " << say("Told by: {0}."_p, {answer.told_by});
    return out;
}

Html ask(const FormWriter& form, const CaseView& view, const Question& question)
{
    return ask_question(form, question, how_it_stands(form.say(), view, question));
}

Html ages_still_wanted(const Speaker& say, const CaseView& view)
{
    Html out;
    if (!view.state.advice) return out;
    const auto& next = view.state.advice->advice.ask_next;
    const bool wanted = std::ranges::any_of(
        next, [](const auto& fact) { return fact.text() == "subject_age" || fact.text() == "person_age"; });
    if (wanted)
        out << InsetText{.content =
                             say("An age that is not known could change the advice. Add it under People."_p)};
    return out;
}

/// One answer for all that is left, by somebody who asked about each.
Html rest_is_no(const FormWriter& form, const CaseView& view)
{
    const auto& say = form.say();
    if (record::askable_at_once(view.state, view.in_force).empty()) return {};
    return form.checkboxes(
        "rest", say("The yes or no questions above that you left empty"_p),
        say("Tick this only if you have asked about each of them. Not known is never no: choose “Not known” "
            "where "
            "you are not sure. Danger and harm are always answered by themselves. Say above who told you."_p),
        {{.value = "no", .label = say("I have asked about each, and the answer is no"_p)}}, Layout::small);
}

Html who_told(const FormWriter& form)
{
    const auto& say = form.say();
    return form.line(
        "told-by", say("Who told you? (optional)"_p),
        say("For example, the child, a parent, another school. It is kept with every answer you change "
            "here."_p),
        "govuk-input--width-20");
}

}  // namespace

FormFields answers_as_typed(const CaseView& view)
{
    FormFields typed;
    for (const auto& [fact, answer] : view.state.answers)
        typed.add(fmt::format("fact-{}", fact), answer.value);
    for (const auto& said : record::facts_in_reports(view.state, view.concerns))
        if (view.in_force.question(said.fact) != nullptr)
            typed.add(fmt::format("fact-{}", said.fact), said.value);
    return typed;
}

Html ask_question(const FormWriter& form, const guidance::Question& question, const Html& how_it_stands)
{
    const auto name = fmt::format("fact-{}", question.fact.text());
    Html hint;
    hint << text(question.help);
    if (!question.why.empty()) hint << " " << text(question.why);
    hint << how_it_stands;
    Html out;
    if (question.type == AnswerType::free_word) {
        out << form.line(name, text(question.words), hint, "govuk-input--width-20");
    } else {
        std::vector<Choice> choices;
        for (const auto& value : question.values)
            choices.push_back({.value = value.value, .label = text(value.label)});
        const auto layout = choices.size() > 4 ? Layout::small : Layout::inline_small;
        out << form.radios(name, text(question.words), hint, std::move(choices), layout, LegendSize::s);
    }
    return out;
}

Html questions_page(const FormWriter& form, const CaseView& view, const FormFrame& frame)
{
    const auto& say = form.say();
    std::vector<const Question*> decisive;
    std::vector<const Question*> rest;
    for (const auto& open : record::questions_of(view.state, view.in_force)) {
        if (open.question->type == AnswerType::ages) continue;
        (open.decisive ? decisive : rest).push_back(open.question);
    }
    const bool may_answer = view.takes(access::Action::change_case);
    Html save;
    if (may_answer) save << Button{.content = say("Save these answers"_p), .prevents_double_click = true};
    Html out;
    out << form.error_summary() << case_header(say, view, CasePlace::questions, say("Questions"_p))
        << advice_so_far(say, view) << "<p class=\"govuk-body\">"
        << say("Answer what you know; leave the rest. Not known is an answer, and is never taken for no. "
               "Don’t look "
               "at or describe an image to answer any of these."_p)
        << "</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(view.address("assessment"))
        << "\">" << say("The fuller assessment, and what each child needs"_p) << "</a></p>"
        << ages_still_wanted(say, view) << form.open(frame);
    if (may_answer) out << who_told(form);
    out << "<h2 class=\"govuk-heading-m\" id=\"ask-next\">" << say("These could change the advice"_p)
        << "</h2>";
    if (decisive.empty())
        out << "<p class=\"govuk-body\">" << say("Nothing that is still open could change the advice."_p)
            << "</p>";
    for (const auto* question : decisive) out << ask(form, view, *question);
    if (!decisive.empty() && may_answer) out << rest_is_no(form, view);
    if (!decisive.empty()) out << save;
    out << "<h2 class=\"govuk-heading-m\" id=\"the-rest\">" << say("The other questions"_p) << "</h2>";
    for (const auto* question : rest) out << ask(form, view, *question);
    out << save << FormWriter::close();
    return out;
}

}  // namespace safelead::web
