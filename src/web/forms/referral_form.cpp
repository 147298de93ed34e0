#include "web/forms/referral_form.h"

#include "base/text.h"
#include "web/forms/form_reader.h"
#include "web/forms/outcome_code.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <system_error>

namespace safelead::web {

namespace {

constexpr std::array words_of_referral{
    ReferralField{"concern", "What are you worried about?"_p,
                  "What was said, in the words used. Never what an image shows"_p, 5},
    ReferralField{"immediacy", "How soon does something have to happen, and why?"_p,
                  "If a child is in danger now, ring 999 first: nobody may read this for hours"_p},
    ReferralField{"criteria", "Which criteria are met, and in whose words?"_p, {}, 4},
    ReferralField{"relationship", "How are those involved related, and how old are they?"_p},
    ReferralField{"spread", "What is known of where it was shared, and with how many?"_p},
    ReferralField{"adult", "Is an adult involved?"_p, "As far as is known; write what is not known, too"_p},
    ReferralField{"devices", "Which devices does the school hold?"_p},
    ReferralField{"viewed", "Has anybody viewed an image?"_p,
                  "Who and on what ground. Never what was seen"_p},
    ReferralField{"family", "Who is in the family?"_p, "Brothers and sisters, and others who matter"_p},
    ReferralField{"parents", "What do the parents say, and do they agree? If they were not told: why not?"_p},
    ReferralField{"support", "What support was given already?"_p},
    ReferralField{"asked", "What do you ask them to do?"_p},
    ReferralField{"caller", "Who refers, and how can they ring back?"_p, {}, 2},
    ReferralField{"others_told", "Who else has been told?"_p, {}, 2},
    ReferralField{"basis", "On what lawful basis is this shared?"_p, {}, 3},
};

constexpr std::array words_of_child{
    ReferralField{"who", "Name, date of birth, UPN"_p, {}, 0},
    ReferralField{"home", "Address, and the authority it is in"_p, {}, 2},
    ReferralField{"school", "School and year group"_p, {}, 0},
    ReferralField{"part", "What they did, or what was done"_p, {}, 2},
    ReferralField{"now", "Where are they now?"_p, {}, 0},
    ReferralField{"wishes", "What do they want, in their own words?"_p, {}, 2},
    ReferralField{
        "needs", "Language, special needs or disability, ethnicity, what makes them vulnerable"_p, {}, 2},
    ReferralField{"workers", "Who works with them already?"_p, {}, 0},
};

constexpr std::array<std::pair<std::string_view, record::StepKind>, 13> step_words{{
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

constexpr std::array yes_no{Option<record::Answer>{"yes", record::Answer::yes},
                            Option<record::Answer>{"no", record::Answer::no},
                            Option<record::Answer>{"unknown", record::Answer::unknown}};

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

void add_time(FormFields& fields, std::string_view name, const record::EventTime& time,
              const directory::Zone& zone)
{
    const auto add = [&](std::string_view part, std::string value) {
        fields.add(fmt::format("{}-{}", name, part), std::move(value));
    };
    fields.add(std::string{name}, time.words);
    auto day = time.day;
    if (time.instant) {
        const auto wall = zone.local(*time.instant).wall;
        day = wall.date;
        const auto minutes = wall.time.count();
        add("time", fmt::format("{:02}:{:02}", minutes / 60, minutes % 60));
    }
    if (!day) return;
    add("day", fmt::format("{}", static_cast<unsigned>(day->day())));
    add("month", fmt::format("{}", static_cast<unsigned>(day->month())));
    add("year", fmt::format("{}", static_cast<int>(day->year())));
}

constexpr std::array recorded_as{
    Option<record::RecordedAs>{"person-involved", record::RecordedAs::person_involved},
    Option<record::RecordedAs>{"suspect", record::RecordedAs::suspect},
    Option<record::RecordedAs>{"witness", record::RecordedAs::witness},
    Option<record::RecordedAs>{"not-said", record::RecordedAs::not_said},
};

/// Of each child that was asked about; what was not chosen is not said. The core knows which children there
/// are.
std::vector<record::ChildRecordedAs> read_recorded_as(FormReader& read)
{
    constexpr std::string_view prefix = "as-";
    std::vector<record::ChildRecordedAs> children;
    for (const auto& field : read.typed().in_order()) {
        if (!field.name.starts_with(prefix)) continue;
        children.push_back({record::CaseRef{field.name.substr(prefix.size())},
                            read.choice<record::RecordedAs>(field.name, recorded_as)
                                .value_or(record::RecordedAs::not_said)});
    }
    return children;
}

record::PoliceRecorded read_police(FormReader& read, const app::StepOffers& offers)
{
    record::PoliceRecorded police{};
    const auto recorded = read.choice<record::Answer>("crime-recorded", yes_no);
    if (!recorded) read.wrong("crime-recorded", "Say whether a crime was recorded"_p);
    police.crime_recorded = recorded.value_or(record::Answer::unknown);
    police.why_not = read.words("why-not");
    police.reference = read.words("crime-reference");
    police.officer = read.words("officer");
    police.recorded_as = read_recorded_as(read);
    police.outcome_on = read.date("outcome-on");
    police.outcome = read.words("outcome");
    if (const auto wrong =
            wrong_outcome(police.outcome, offers.outcomes, police.outcome_on.value_or(offers.today)))
        read.wrong("outcome", *wrong);
    police.told_child = read.words("told-child");
    police.told_parents = read.words("told-parents");
    return police;
}

/// The number of a record in the case; 0 where it is none, which no record has.
int number_in(std::string_view typed)
{
    int number = 0;
    const auto [end, fault] = std::from_chars(typed.data(), typed.data() + typed.size(), number);
    return fault == std::errc{} && end == typed.data() + typed.size() ? number : 0;
}

record::MeetingTold read_meeting(FormReader& read)
{
    record::MeetingTold told{number_in(read.needed("meeting", "Choose which meeting"_p)), {}, {}, {}};
    for (const auto number : read.typed().all("their-action"))
        told.actions.push_back({number_in(number), {}, {}});
    return told;
}

record::ActionReply read_reply(FormReader& read)
{
    record::ActionReply reply{number_in(read.needed("action", "Choose which action"_p)),
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
        const auto agreed = read.choice<record::Answer>("agreed", yes_no);
        if (!agreed) read.wrong("agreed", "Say whether it is agreed now"_p);
        said.agreed = agreed.value_or(record::Answer::unknown);
    }
}

}  // namespace

std::span<const ReferralField> referral_fields()
{
    return words_of_referral;
}

std::span<const ReferralField> referred_child_fields()
{
    return words_of_child;
}

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

std::string child_field(const record::CaseRef& ref, std::string_view name)
{
    return fmt::format("{}-{}", ref.text(), name);
}

FormFields typed_of(const record::Referral& referral, const directory::Zone& zone)
{
    FormFields fields;
    record::each_field_of(referral.words, [&]<class Value>(std::string_view name, const Value& value) {
        if constexpr (std::is_same_v<Value, std::string>) fields.add(std::string{name}, value);
    });
    constexpr std::array<std::string_view, 3> answers{"unknown", "no", "yes"};
    fields.add("parents_know",
               std::string{answers.at(static_cast<std::size_t>(referral.words.parents_know))});
    add_time(fields, "called", referral.words.called, zone);
    for (const auto& child : referral.children) {
        fields.add("child", std::string{child.ref.text()});
        record::each_field_of(child, [&]<class Value>(std::string_view name, const Value& value) {
            if constexpr (std::is_same_v<Value, std::string>) fields.add(child_field(child.ref, name), value);
        });
    }
    return fields;
}

Result<Typed<app::ReferralText>, FormErrors> parse_referral_text(const FormFields& typed,
                                                                 const directory::Zone& zone,
                                                                 const record::Referral& before)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    app::ReferralText text{};
    record::each_field_of(text.words, [&]<class Value>(std::string_view name, Value& value) {
        if constexpr (std::is_same_v<Value, std::string>) value = read.words(name);
    });
    text.words.parents_know =
        read.choice<record::Answer>("parents_know", yes_no).value_or(record::Answer::unknown);
    text.words.called = read.event_time("called");
    const auto chosen = typed.all("child");
    for (const auto& child : before.children) {
        if (std::ranges::find(chosen, child.ref.text()) == chosen.end()) continue;
        auto now = child;
        record::each_field_of(now, [&]<class Value>(std::string_view name, Value& value) {
            if constexpr (std::is_same_v<Value, std::string>)
                value = read.words(child_field(child.ref, name));
        });
        text.children.push_back(std::move(now));
    }
    if (text.children.empty()) read.wrong("child", "Choose at least one child"_p);
    return read.finish(Typed<app::ReferralText>{command, std::move(text)});
}

std::string_view step_word(record::StepKind kind)
{
    const auto found =
        std::ranges::find(step_words, kind, &std::pair<std::string_view, record::StepKind>::second);
    return found == step_words.end() ? std::string_view{} : found->first;
}

Result<Typed<record::StepSaid>, FormErrors> parse_step(const FormFields& typed, const directory::Zone& zone,
                                                       const app::StepOffers& offers)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    const auto found = std::ranges::find(step_words, typed.text("kind"),
                                         &std::pair<std::string_view, record::StepKind>::first);
    if (found == step_words.end()) {
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

FormErrors step_errors(FormErrors errors, const FormFields& typed)
{
    for (auto& error : errors) {
        if (error.field == "who") error.field = fmt::format("who-{}", typed.text("kind"));
        if (error.field == "words") error.field = fmt::format("words-{}", typed.text("kind"));
        std::ranges::replace(error.field, '_', '-');
    }
    return errors;
}

}  // namespace safelead::web
