#include "web/pages/meeting_page.h"

#include "record/review_meeting.h"
#include "web/pages/records_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

struct Thing {
    std::string_view name;
    Phrase asked;
    Phrase shown;  ///< What is written beside the answer.
};

/// The nine, in the order of the guidance (UKCIS 2024, initial review meeting).
constexpr Thing things[] = {
    {"immediate_risk", "Is any child at immediate risk?"_p, "Which child, and what was done?"_p},
    {"refer", "Is it to be referred to the police or social care?"_p, "Why, or why not?"_p},
    {"viewing_needed", "Must anybody view it to keep a child safe? In most cases no"_p, "Why?"_p},
    {"more_information", "Is more information needed to decide?"_p, "What, and who finds it out?"_p},
    {"shared_widely", "Has it been shared widely?"_p, "Through which services, and with whom?"_p},
    {"act_to_remove", "Is there anything to take down or delete at once?"_p,
     "From where? Report Remove comes before any deletion"_p},
    {"facts_of_child", "Is there anything about the children that changes the risk?"_p,
     "What, and about whom?"_p},
    {"other_settings", "Is another school, setting or person to be contacted?"_p, "Whom, and who does it?"_p},
    {"contact_parents", "Are parents or carers to be contacted? In most cases yes"_p,
     "Who does it and when, or why not?"_p},
};

std::string answer_field(std::string_view thing)
{
    return fmt::format("answer-{}", thing);
}

std::string words_field(std::string_view thing)
{
    return fmt::format("words-{}", thing);
}

Html known_already(const Speaker& say, const CaseView& view, std::string_view thing)
{
    Html facts;
    for (const auto fact : record::facts_for_review(thing)) {
        const auto found = view.state.answers.find(fact);
        if (found == view.state.answers.end() || view.in_force.question(fact) == nullptr) continue;
        facts << "<li>" << text(fact_words(view.in_force, fact)) << " <strong>"
              << text(value_words(view.in_force, fact, found->second.value)) << "</strong></li>";
    }
    if (thing == "refer" && view.state.advice)
        facts << "<li>" << say("Advised:"_p) << " <strong>"
              << text(view.in_force.term(view.state.advice->advice.route.text())) << "</strong></li>";
    if (thing == "more_information" && view.state.advice && !view.state.advice->advice.ask_next.empty())
        facts << "<li><a class=\"govuk-link\" href=\"" << text(view.address("questions")) << "\">"
              << say("{0} questions could still change the advice"_p,
                     {fmt::format("{}", view.state.advice->advice.ask_next.size())})
              << "</a></li>";
    if (facts.is_empty()) return {};
    Html out;
    return out << say("The case says already:"_p) << "<ul class=\"govuk-list govuk-list--bullet\">" << facts
               << "</ul>";
}

std::string answer_from_facts(const CaseView& view, std::string_view thing)
{
    if (thing == "refer" && view.state.advice &&
        view.in_force.is_referring(view.state.advice->advice.route.text()))
        return "yes";
    bool all_no = true;
    bool any = false;
    for (const auto fact : record::facts_for_review(thing)) {
        const auto found = view.state.answers.find(fact);
        const auto value = found == view.state.answers.end() ? std::string{} : found->second.value;
        if (thing == "immediate_risk" || thing == "facts_of_child") {
            if (value == "yes" || value == "alleged") return "yes";
            all_no = all_no && value == "no";
            any = true;
        }
        if (fact == "shared_publicly_online" && value == "yes") return "yes";
    }
    return any && all_no ? "no" : "";
}

Html criteria_fields(const FormWriter& form, const CaseView& view)
{
    const auto& say = form.say();
    if (!view.state.advice || view.state.advice->advice.criteria.empty()) return {};
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Criteria that are met"_p) << "</h2>";
    for (const auto& criterion : view.state.advice->advice.criteria)
        out << form.paragraph(
            fmt::format("rests-{}", criterion.text()),
            say("{0}: on which words does it rest?"_p, {view.in_force.term(criterion.text())}),
            say("As somebody said them, and who said them. Don’t describe an image"_p), 3);
    return out;
}

record::Answer answer_typed(std::string_view typed)
{
    if (typed == "yes") return record::Answer::yes;
    if (typed == "no") return record::Answer::no;
    return record::Answer::unknown;
}

}  // namespace

FormFields meeting_as_known(const CaseView& view)
{
    FormFields known;
    for (const auto& thing : things) {
        const auto answer = answer_from_facts(view, thing.name);
        if (!answer.empty()) known.add(answer_field(thing.name), answer);
    }
    return known;
}

Html meeting_form_page(const FormWriter& form, const CaseView& view, const FormFrame& frame)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary()
        << case_header(say, view, CasePlace::meeting, say("Record the initial review meeting"_p))
        << before_form(say, view, record::FieldsOf<record::ReviewMeetingHeld>::type);
    if (!view.takes(access::Action::change_case)) return out;
    out << form.open(frame) << form.event_time("when", say("When was it held?"_p))
        << form.paragraph("attended", say("Who came?"_p), say("Names, and what each does"_p), 2)
        << "<h2 class=\"govuk-heading-m\">" << say("What it established"_p) << "</h2>";
    for (const auto& thing : things)
        out << form.radios(answer_field(thing.name), say(thing.asked), known_already(say, view, thing.name),
                           yes_no_unknown(say), Layout::inline_small, LegendSize::s)
            << form.paragraph(words_field(thing.name), say(thing.shown), {}, 2);
    return out << criteria_fields(form, view) << "<p class=\"govuk-body\">"
               << say("What is decided, the reason and the sign-off are recorded under Decision."_p) << "</p>"
               << Button{.content = say("Record the meeting"_p), .prevents_double_click = true}
               << FormWriter::close();
}

Result<Typed<record::CaseCommand>, FormErrors> parse_meeting(const FormFields& typed,
                                                             const directory::Zone& zone,
                                                             const CaseView& view)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    record::ReviewMeetingHeld held{.by = view.looker,
                                   .when = read.needed_event_time("when", "Say when it was held"_p),
                                   .attended = read.needed("attended", "Say who came"_p),
                                   .findings = {},
                                   .criteria = {}};
    for (const auto& thing : things) {
        const auto answer = typed.text(answer_field(thing.name));
        if (answer.empty()) read.wrong(answer_field(thing.name), "Answer this; “Not known” is an answer"_p);
        held.findings.push_back(
            {std::string{thing.name}, answer_typed(answer), read.words(words_field(thing.name))});
    }
    if (view.state.advice)
        for (const auto& criterion : view.state.advice->advice.criteria) {
            const std::string code{criterion.text()};
            held.criteria.push_back({code, read.needed(fmt::format("rests-{}", code),
                                                       "Write the words that this criterion rests on"_p)});
        }
    return read.finish(Typed<record::CaseCommand>{command, record::KeepRecord{std::move(held)}});
}

std::vector<ShownField> meeting_fields(const Speaker& say, const CaseView& view,
                                       const record::ReviewMeetingHeld& held)
{
    const Asked nothing{};
    std::vector<ShownField> fields{{"When was it held?"_p, view.when(held.when)},
                                   {"Who came?"_p, held.attended}};
    for (const auto& finding : held.findings) {
        const auto thing = std::ranges::find(things, finding.thing, &Thing::name);
        if (thing == std::end(things)) continue;
        auto words = shown(say, view, nothing, finding.answer);
        if (!finding.words.empty()) words += fmt::format(". {}", finding.words);
        fields.push_back({thing->asked, std::move(words)});
    }
    for (const auto& rests : held.criteria)
        fields.push_back({"A criterion, and the words that it rests on"_p,
                          fmt::format("{}: {}", view.in_force.term(rests.criterion), rests.words)});
    return fields;
}

}  // namespace safelead::web
