#include "web/forms/referral_form.h"

#include "base/text.h"
#include "web/forms/form_reader.h"
#include "web/forms/outcome_code.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace safelead::web {

namespace {

constexpr std::array<std::pair<std::string_view, record::StepKind>, 13> kinds_by_word{{
    {"received", record::StepKind::received},
    {"more-asked", record::StepKind::more_asked},
    {"more-answered", record::StepKind::more_answered},
    {"decided", record::StepKind::decided},
    {"fed-back", record::StepKind::fed_back},
    {"closed", record::StepKind::closed},
    {"withdrawn", record::StepKind::withdrawn},
    {"redirected", record::StepKind::redirected},
    {"police-recorded", record::StepKind::police_recorded},
    {"disagreement-raised", record::StepKind::disagreement_raised},
    {"disagreement-answered", record::StepKind::disagreement_answered},
    {"meeting-told", record::StepKind::meeting_told},
    {"action-answered", record::StepKind::action_answered},
}};

constexpr std::array came_options{Option<record::ActionCame>{"done", record::ActionCame::done},
                                  Option<record::ActionCame>{"partly", record::ActionCame::partly},
                                  Option<record::ActionCame>{"not-done", record::ActionCame::not_done}};

constexpr std::array decisions{
    Option<record::DecidedAs>{"urgent-protection", record::DecidedAs::urgent_protection},
    Option<record::DecidedAs>{"section-47", record::DecidedAs::section_47},
    Option<record::DecidedAs>{"section-17", record::DecidedAs::section_17},
    Option<record::DecidedAs>{"other-services", record::DecidedAs::other_services},
    Option<record::DecidedAs>{"specialist-assessment", record::DecidedAs::specialist_assessment},
    Option<record::DecidedAs>{"police-enquiry", record::DecidedAs::police_enquiry},
    Option<record::DecidedAs>{"advice-given", record::DecidedAs::advice_given},
    Option<record::DecidedAs>{"no-further-action", record::DecidedAs::no_further_action},
};

constexpr std::array recorded_as{
    Option<record::RecordedAs>{"person-involved", record::RecordedAs::person_involved},
    Option<record::RecordedAs>{"suspect", record::RecordedAs::suspect},
    Option<record::RecordedAs>{"witness", record::RecordedAs::witness},
    Option<record::RecordedAs>{"not-said", record::RecordedAs::not_said},
};

/// Of each child of whom anything was said; what was not chosen is not said. The core knows which children
/// there are.
std::vector<record::ChildRecordedAs> read_recorded_as(FormReader& read)
{
    std::vector<record::ChildRecordedAs> children;
    const auto child_of = [&children](std::string_view field,
                                      std::string_view prefix) -> record::ChildRecordedAs& {
        const record::CaseRef ref{std::string{field.substr(prefix.size())}};
        const auto known = std::ranges::find(children, ref, &record::ChildRecordedAs::ref);
        if (known != children.end()) return *known;
        return children.emplace_back(record::ChildRecordedAs{ref, record::RecordedAs::not_said});
    };
    for (const auto& field : read.typed().in_order()) {
        const std::string_view name = field.name;
        if (name.starts_with(as_prefix))
            child_of(name, as_prefix).as =
                read.choice<record::RecordedAs>(name, recorded_as).value_or(record::RecordedAs::not_said);
        if (trim(field.value).empty()) continue;
        if (name.starts_with(told_child_prefix))
            child_of(name, told_child_prefix).told_child = read.words(name);
        if (name.starts_with(told_parents_prefix))
            child_of(name, told_parents_prefix).told_parents = read.words(name);
    }
    return children;
}

record::PoliceRecorded read_police(FormReader& read, const app::StepOffers& offers)
{
    record::PoliceRecorded police{};
    const auto recorded = read.choice<record::Answer>("crime-recorded", answer_options);
    if (!recorded) read.wrong("crime-recorded", "Say whether a crime was recorded"_p);
    police.crime_recorded = recorded.value_or(record::Answer::unknown);
    police.why_not = read.words("why-not");
    police.reference = read.words("crime-reference");
    police.officer = read.words("officer");
    police.recorded_as = read_recorded_as(read);
    police.outcome_on = read.date("outcome-on");
    read.not_after("outcome-on", police.outcome_on, offers.today);
    police.outcome = read.words("outcome");
    if (const auto wrong =
            wrong_outcome(police.outcome, offers.outcomes, police.outcome_on.value_or(offers.today)))
        read.wrong("outcome", *wrong);
    return police;
}

record::MeetingTold read_meeting(FormReader& read)
{
    record::MeetingTold told{number_typed<int>(read.needed("meeting", "Choose which meeting"_p)), {}, {}, {}};
    for (const auto number : read.typed().all("their-action"))
        told.actions.push_back({number_typed<int>(number), {}, {}});
    return told;
}

record::ActionReply read_reply(FormReader& read)
{
    record::ActionReply reply{number_typed<int>(read.needed("action", "Choose which action"_p)),
                              record::ActionCame::not_done};
    const auto came = read.choice<record::ActionCame>("came", came_options);
    if (!came) read.wrong("came", "Choose what became of it"_p);
    reply.came = came.value_or(record::ActionCame::not_done);
    return reply;
}

void read_particulars(FormReader& read, record::StepSaid& said, const app::StepOffers& offers)
{
    if (said.kind == record::StepKind::decided) {
        said.decided_as = read.choice<record::DecidedAs>("decided-as", decisions);
        if (!said.decided_as) read.wrong("decided-as", "Choose what is decided"_p);
    }
    if (said.kind == record::StepKind::redirected) {
        const auto id = read.words("to");
        const auto found = std::ranges::find_if(
            offers.agencies, [&](const app::AgencyHere& one) { return agency_value(one.agency) == id; });
        auto elsewhere = read.words("to-name");
        if (found != offers.agencies.end())
            said.to = found->agency;
        else if (!elsewhere.empty())
            said.to = record::Agency{OrganisationId{""}, std::move(elsewhere), record::AgencyKind::other};
        else
            read.wrong("to", "Say who is right for it"_p);
    }
    if (said.kind == record::StepKind::police_recorded) said.police = read_police(read, offers);
    if (said.kind == record::StepKind::meeting_told) said.meeting = read_meeting(read);
    if (said.kind == record::StepKind::action_answered) said.action = read_reply(read);
    if (said.kind == record::StepKind::disagreement_raised) {
        said.rung = read.needed("rung", "Choose the step"_p);
        said.with = read.words("with");
        said.out_of_order = read.words("out-of-order");
    }
    if (said.kind == record::StepKind::disagreement_answered) {
        const auto agreed = read.choice<record::Answer>("agreed", answer_options);
        if (!agreed) read.wrong("agreed", "Say whether it is agreed now"_p);
        said.agreed = agreed.value_or(record::Answer::unknown);
    }
}

}  // namespace

namespace {
constexpr std::string_view lado_ending = "/lado";
}

std::string agency_value(const record::Agency& agency)
{
    const bool is_lado = agency.kind == record::AgencyKind::lado;
    return fmt::format("{}{}", agency.id.text(), is_lado ? lado_ending : std::string_view{});
}

Html agency_label(const Speaker& say, const record::Agency& agency)
{
    if (agency.kind == record::AgencyKind::lado)
        return say("{0}: the LADO, about somebody who works with children"_p, {agency.name});
    return text(agency.name);
}

std::string_view step_word(record::StepKind kind)
{
    const auto found =
        std::ranges::find(kinds_by_word, kind, &std::pair<std::string_view, record::StepKind>::second);
    return found == kinds_by_word.end() ? std::string_view{} : found->first;
}

std::string draft_of_step(std::string_view form, const record::Reference& referral)
{
    return fmt::format("referral-{}-{}", form, referral.text());
}

Result<Typed<record::StepSaid>, FormErrors> parse_step(const FormFields& typed, const directory::Zone& zone,
                                                       const app::StepOffers& offers)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    const auto found = std::ranges::find(kinds_by_word, typed.text("kind"),
                                         &std::pair<std::string_view, record::StepKind>::first);
    if (found == kinds_by_word.end()) {
        read.wrong("form", "Choose what to do"_p);
        return fail(read.errors());
    }
    record::StepSaid said{};
    said.kind = found->second;
    const auto field = fmt::format("words-{}", found->first);
    const bool may_be_silent = said.kind == record::StepKind::received ||
                               said.kind == record::StepKind::police_recorded ||
                               said.kind == record::StepKind::meeting_told;
    said.words = may_be_silent ? read.words(field) : read.needed(field, "Write it here"_p);
    read_particulars(read, said, offers);
    return read.finish(Typed<record::StepSaid>{command, std::move(said)});
}

Result<Typed<AnswerOf>, FormErrors> parse_answer_of(const FormFields& typed, const directory::Zone& zone,
                                                    const app::StepOffers& offers)
{
    auto step = parse_step(typed, zone, offers);
    const auto field = fmt::format("who-{}", typed.text("kind"));
    FormErrors errors = step ? FormErrors{} : step.error();
    auto who = std::string{trim(typed.text(field))};
    if (who.empty()) errors.push_back({field, "Say who answered"_p});
    if (!errors.empty()) return fail(std::move(errors));
    return Typed<AnswerOf>{step->command, {std::move(step->asked), std::move(who)}};
}

bool is_of_theirs(const FormFields& typed)
{
    return typed.text(whose_field) == theirs;
}

std::string their_form(std::string_view word)
{
    return fmt::format("{}{}", their_ids, word);
}

std::string form_typed_in(const FormFields& typed)
{
    const auto word = typed.text("kind");
    return is_of_theirs(typed) ? their_form(word) : std::string{word};
}

std::string place_of_form(std::string_view form)
{
    return form.empty() ? std::string{"form"} : fmt::format("form-{}", form);
}

FormErrors at_their_fields(FormErrors errors, const FormFields& typed)
{
    if (!is_of_theirs(typed)) return errors;
    for (auto& error : errors)
        if (error.field == fmt::format("form-{}", typed.text("kind")))
            error.field = fmt::format("form-{}", form_typed_in(typed));
        else if (error.field != "form")
            error.field = fmt::format("{}{}", their_ids, error.field);
    return errors;
}

FormErrors step_errors(FormErrors errors, const FormFields& typed)
{
    const auto kind = typed.text("kind");
    for (auto& error : errors) {
        for (const std::string_view field : {"who", "words", "form"})
            if (!kind.empty() && error.field == field) error.field = fmt::format("{}-{}", field, kind);
        if (error.field == "reference") error.field = "crime-reference";
        std::ranges::replace(error.field, '_', '-');
    }
    return errors;
}

}  // namespace safelead::web
