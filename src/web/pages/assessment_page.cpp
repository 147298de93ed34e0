#include "web/pages/assessment_page.h"

#include "web/html/components.h"
#include "web/pages/advice_page.h"
#include "web/pages/assessment_words.h"
#include "web/pages/closing_page.h"
#include "web/pages/questions_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

using record::AlsoFrom;
using record::AssessmentItem;
using record::AssessmentStanding;
using record::Choosing;

constexpr std::string_view fact_prefix = "fact-";

std::string value_field(std::string_view question)
{
    return fmt::format("value-{}", question);
}

std::string words_field(std::string_view question)
{
    return fmt::format("words-{}", question);
}

Html wishes_line(const Speaker& say, const CaseView& view, const record::CaseRef& child)
{
    const auto wishes = record::wishes_of(view.state, child);
    Html line;
    return line << "<li>"
                << say("{0}: {1}"_p,
                       {view.called(child), wishes.empty() ? say.plain("not written down yet"_p) : wishes})
                << "</li>";
}

/// What the case knows of what a question asks, with who said so.
Html known_lines(const Speaker& say, const CaseView& view, const AssessmentItem& item)
{
    Html lines;
    for (const auto fact : item.known) {
        const auto& answer = view.state.answers.find(fact)->second;
        lines << "<li>" << text(fact_words(view.in_force, fact)) << " <strong>"
              << text(value_words(view.in_force, fact, answer.value)) << "</strong>. "
              << say("Recorded by {0}, {1}."_p, {view.staff_name(answer.by), view.when(answer.at)});
        if (!answer.told_by.empty()) lines << " " << say("Told by: {0}."_p, {answer.told_by});
        lines << "</li>";
    }
    const auto from = item.question->also_from;
    for (const auto& person : view.state.people) {
        if (from == AlsoFrom::each_child && record::may_be_a_child(person))
            lines << wishes_line(say, view, person.ref);
        if (!person.described) continue;
        const auto& described = *person.described;
        const bool in_it = std::ranges::find(described.roles, "subject") != described.roles.end();
        if (from == AlsoFrom::ages && in_it)
            lines << "<li>"
                  << say("{0}: {1} when it was made, {2}"_p,
                         {view.called(person.ref),
                          described.age_at_event ? fmt::format("{}", *described.age_at_event)
                                                 : say.plain("age not known"_p),
                          worded(view.in_force, "age_basis", described.age_basis)})
                  << "</li>";
        if (from == AlsoFrom::settings)
            lines << "<li>"
                  << say("{0}: {1}"_p,
                         {view.called(person.ref), worded(view.in_force, "setting", described.setting)})
                  << "</li>";
    }
    if (lines.is_empty()) return {};
    Html out;
    return out << "<ul class=\"govuk-list govuk-list--bullet\">" << lines << "</ul>";
}

Html also_at(const Speaker& say, const CaseView& view, AlsoFrom from)
{
    Html out;
    const auto link = [&](std::string_view page, const Phrase& words) {
        out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(view.address(page)) << "\">"
            << say(words) << "</a></p>";
    };
    switch (from) {
        case AlsoFrom::ages:
            link("people", "Ages are given under People"_p);
            break;
        case AlsoFrom::settings:
        case AlsoFrom::spread:
            link("people", "Each person and their setting are recorded under People"_p);
            break;
        case AlsoFrom::removals:
            link("records/removal", "What was taken down or deleted is recorded under Records"_p);
            break;
        case AlsoFrom::each_child:
            link("records/conversations", "A child’s own words are recorded under Conversations"_p);
            link("records/support", "What they wish is part of their support and safety plan"_p);
            break;
        case AlsoFrom::nothing:
            break;
    }
    return out;
}

/// What an answer implies: the facts that its choices say yes to, and the rules it bears on.
Html implies(const Speaker& say, const CaseView& view, const record::AssessmentQuestion& question)
{
    Html out;
    out << say(words_of_question(question.id).means);
    std::string rules;
    for (const auto code : question.bears_on) {
        const auto* term = view.in_force.find_term(code);
        if (term == nullptr) continue;
        rules += fmt::format("{}{} ({})", rules.empty() ? "" : "; ", term->words, code);
    }
    if (!rules.empty()) out << " " << say("It bears on: {0}."_p, {rules});
    for (const auto& [value, fact] : question.implies)
        if (view.in_force.question(fact) != nullptr)
            out << "<br>"
                << say("“{0}” answers yes to: {1}"_p,
                       {say.plain(words_of_value(question.id, value)), fact_words(view.in_force, fact)});
    return out;
}

std::vector<Choice> choices_of(const Speaker& say, const record::AssessmentQuestion& question)
{
    std::vector<Choice> choices;
    for (const auto value : question.values)
        choices.push_back({.value = std::string{value}, .label = say(words_of_value(question.id, value))});
    choices.push_back({.value = "unknown", .label = say("Not known"_p)});
    return choices;
}

Html ask_item(const FormWriter& form, const CaseView& view, const AssessmentItem& item)
{
    const auto& say = form.say();
    const auto& question = *item.question;
    Html out;
    out << "<section class=\"safelead-assessment\" id=\"" << text(question.id)
        << "\"><h3 class=\"govuk-heading-s\">" << text(question.id) << ". "
        << say(words_of_question(question.id).asks) << "</h3><p class=\"govuk-hint\">"
        << implies(say, view, question) << "</p>" << known_lines(say, view, item);
    for (const auto fact : item.to_ask) out << ask_question(form, *view.in_force.question(fact), {});
    if (question.choosing == Choosing::one)
        out << form.radios(value_field(question.id), say("Choose one answer to {0}"_p, {question.id}), {},
                           choices_of(say, question), Layout::small, LegendSize::s);
    if (question.choosing == Choosing::several)
        out << form.checkboxes(value_field(question.id),
                               say("Choose all that are so, for {0}"_p, {question.id}), {},
                               choices_of(say, question), Layout::small);
    if (question.also_from != AlsoFrom::ages && question.also_from != AlsoFrom::each_child)
        out << form.paragraph(words_field(question.id), say("In words, for {0} (optional)"_p, {question.id}),
                              {}, 2);
    return out << also_at(say, view, question.also_from) << "</section>";
}

std::string value_list(const Speaker& say, const record::AssessmentAnswer& answer)
{
    std::string list;
    for (const auto& value : answer.values)
        list +=
            fmt::format("{}{}", list.empty() ? "" : "; ", say.plain(words_of_value(answer.question, value)));
    if (!answer.words.empty()) list += fmt::format("{}{}", list.empty() ? "" : ". ", answer.words);
    return list;
}

Html known_item(const Speaker& say, const CaseView& view, const AssessmentItem& item)
{
    Html out;
    out << "<h3 class=\"govuk-heading-s\">" << text(item.question->id) << ". "
        << say(words_of_question(item.question->id).asks) << "</h3>" << known_lines(say, view, item);
    if (item.answer != nullptr)
        out << "<p class=\"govuk-body\">" << text(value_list(say, *item.answer)) << "</p>";
    return out;
}

Html children_links(const Speaker& say, const CaseView& view)
{
    TaskList list;
    for (const auto& person : view.state.people) {
        const auto needs = record::needs_of(view.state, person);
        if (needs.empty()) continue;
        const auto seen_to = std::ranges::count_if(needs, [&](const record::SupportNeed& need) {
            return record::need_answer(view.state, person.ref, need.id) != nullptr;
        });
        list.items.emplace_back(TaskListItem{
            .title = text(view.called(person.ref)),
            .hint = say("What this child needs, and what became of it"_p),
            .href = view.address(fmt::format("assessment/{}", person.ref.text())),
            .status =
                say("{0} of {1} answered"_p, {fmt::format("{}", seen_to), fmt::format("{}", needs.size())})});
    }
    Html out;
    out << "<h2 class=\"govuk-heading-m\" id=\"needs\">" << say("What each child needs"_p) << "</h2>";
    if (list.items.empty())
        return out << "<p class=\"govuk-body\">"
                   << say("No child is in the case yet. Add them under People."_p) << "</p>";
    return out << list;
}

bool is_offered(const AssessmentItem& item)
{
    return item.standing == AssessmentStanding::to_ask;
}

Html shown_section(const Speaker& say, const CaseView& view, const std::vector<AssessmentItem>& items)
{
    Html known;
    Html not_asked;
    for (const auto& item : items) {
        if (item.standing == AssessmentStanding::known) known << known_item(say, view, item);
        if (item.standing == AssessmentStanding::cannot_matter)
            not_asked << "<li>" << text(item.question->id) << ". "
                      << say(words_of_question(item.question->id).asks) << "</li>";
    }
    Html out;
    if (!known.is_empty())
        out << "<h2 class=\"govuk-heading-m\" id=\"known\">" << say("Known already"_p)
            << "</h2><p class=\"govuk-body\">"
            << say("To change an answer, answer it again under Questions or People."_p) << "</p>" << known;
    if (!not_asked.is_empty()) {
        Html list;
        list << "<ul class=\"govuk-list govuk-list--bullet\">" << not_asked << "</ul>";
        out << Details{.summary = say("Not asked, because it can’t matter in this incident"_p),
                       .content = std::move(list)};
    }
    return out;
}

}  // namespace

Html assessment_page(const FormWriter& form, const CaseView& view, const FormFrame& frame)
{
    const auto& say = form.say();
    const auto items = record::assessment_of(view.state, view.in_force);
    Html out;
    out << form.error_summary() << case_header(say, view, CasePlace::questions, say("Fuller assessment"_p))
        << repeat_notice(say, view) << advice_so_far(say, view) << "<p class=\"govuk-body\">"
        << say("The questions of the guidance that are still open and can matter here. There is no score: "
               "the "
               "advice, what is unresolved and what is met say what follows. Leave what you have not asked "
               "yet; "
               "not known is an answer. Which answer implies what is a project rule, our careful reading."_p)
        << "</p>";
    if (view.takes(access::Action::change_case)) {
        out << form.open(frame) << "<h2 class=\"govuk-heading-m\">" << say("To ask"_p) << "</h2>";
        for (const auto& item : items)
            if (is_offered(item)) out << ask_item(form, view, item);
        out << form.line("told-by", say("Who told you? (optional)"_p), {}, "govuk-input--width-20")
            << Button{.content = say("Save this assessment"_p), .prevents_double_click = true}
            << FormWriter::close();
    }
    return out << shown_section(say, view, items) << children_links(say, view);
}

FormFields assessment_as_known(const CaseView& view)
{
    FormFields known;
    for (const auto& item : record::assessment_of(view.state, view.in_force)) {
        if (!is_offered(item)) continue;
        for (const auto fact : item.to_ask)
            if (const auto found = view.state.answers.find(fact); found != view.state.answers.end())
                known.add(fmt::format("{}{}", fact_prefix, fact), found->second.value);
        if (item.answer == nullptr) continue;
        for (const auto& value : item.answer->values) known.add(value_field(item.question->id), value);
        known.add(words_field(item.question->id), item.answer->words);
    }
    return known;
}

Result<Typed<record::CaseCommand>, FormErrors> parse_assessment(const FormFields& typed,
                                                                const directory::Zone& zone,
                                                                const CaseView& view)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    record::AnswerAssessment asked{
        .by = view.looker, .facts = {}, .answers = {}, .told_by = read.words("told-by")};
    for (const auto& item : record::assessment_of(view.state, view.in_force)) {
        if (!is_offered(item)) continue;
        for (const auto fact : item.to_ask) {
            const auto value = typed.text(fmt::format("{}{}", fact_prefix, fact));
            const auto found = view.state.answers.find(fact);
            const bool stands = found != view.state.answers.end() && found->second.value == value;
            if (!value.empty() && !stands) asked.facts.push_back({std::string{fact}, std::string{value}});
        }
        record::AssessmentAnswer answer{
            std::string{item.question->id}, {}, read.words(words_field(item.question->id))};
        for (const auto value : typed.all(value_field(item.question->id))) answer.values.emplace_back(value);
        const bool said = !answer.values.empty() || !answer.words.empty();
        if (said && (item.answer == nullptr || *item.answer != answer))
            asked.answers.push_back(std::move(answer));
    }
    if (asked.facts.empty() && asked.answers.empty())
        read.wrong("form", "Nothing was changed. Answer at least one question"_p);
    return read.finish(Typed<record::CaseCommand>{command, std::move(asked)});
}

std::vector<ShownField> assessment_fields(const Speaker& say, const record::AssessmentAnswered& answered)
{
    std::vector<ShownField> fields;
    for (const auto& answer : answered.answers)
        fields.push_back({words_of_question(answer.question).asks, value_list(say, answer)});
    if (!answered.told_by.empty()) fields.push_back({"Who told you? (optional)"_p, answered.told_by});
    return fields;
}

}  // namespace safelead::web
