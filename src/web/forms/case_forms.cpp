#include "web/forms/case_forms.h"

#include "web/forms/agency_kind.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace safelead::web {

namespace {

constexpr std::string_view fact_prefix = "fact-";
constexpr std::string_view unknown_prefix = "unknown-";
constexpr std::string_view ask_settled = "settled";

/// What was chosen, if it is one of those offered; else "unknown". The core checks it again.
std::string word_or_unknown(const FormFields& typed, std::string_view name)
{
    const auto word = typed.text(name);
    return word.empty() ? "unknown" : std::string{word};
}

record::Answer stated(const FormFields& typed, std::string_view name)
{
    const auto word = typed.text(name);
    if (word == "yes") return record::Answer::yes;
    if (word == "no") return record::Answer::no;
    return record::Answer::unknown;
}

}  // namespace

Result<Typed<PeopleToAdd>, FormErrors> parse_people_to_add(const FormFields& typed,
                                                           const directory::Zone& zone)
{
    FormReader read{typed, zone};
    Typed<PeopleToAdd> form{read.command(), {}};
    for (const auto id : typed.all("child")) form.asked.children.emplace_back(std::string{id});
    form.asked.called = read.words("called");
    if (form.asked.children.empty() && form.asked.called.empty())
        read.wrong("child", "Find and tick a child, or say who it is who is not on the list"_p);
    return read.finish(std::move(form));
}

Result<Typed<record::DescribePerson>, FormErrors> parse_describe_person(const FormFields& typed,
                                                                        const directory::Zone& zone,
                                                                        const PersonId& by,
                                                                        const record::CaseRef& ref)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    record::DescribePerson person{.by = by,
                                  .ref = ref,
                                  .roles = {},
                                  .born = {},
                                  .acted_on = {},
                                  .age = {},
                                  .age_at_event = {},
                                  .age_basis = {},
                                  .setting = {}};
    for (const auto role : typed.all("role")) person.roles.emplace_back(role);
    if (person.roles.empty())
        read.wrong("role", "Tick what they did; if they had no part in it, take them out"_p);
    person.born = read.date("born");
    person.acted_on = read.date("acted");
    person.age = read.age("age");
    person.age_at_event = read.age("age-then");
    person.age_basis = word_or_unknown(typed, "basis");
    person.setting = word_or_unknown(typed, "setting");
    return read.finish(Typed<record::DescribePerson>{command, std::move(person)});
}

Result<Typed<record::TakePersonOut>, FormErrors> parse_take_out(const FormFields& typed,
                                                                const directory::Zone& zone,
                                                                const PersonId& by,
                                                                const record::CaseRef& ref)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    auto why = read.needed("why", "Say why they have no part in it"_p);
    return read.finish(Typed<record::TakePersonOut>{command, {by, ref, std::move(why)}});
}

Result<Typed<record::AnswerFacts>, FormErrors> parse_answers(const FormFields& typed,
                                                             const directory::Zone& zone, const PersonId& by,
                                                             const record::Case& state)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    record::AnswerFacts answers{.by = by, .answers = {}, .told_by = read.words("told-by")};
    for (const auto& field : typed.in_order()) {
        if (!field.name.starts_with(fact_prefix)) continue;
        const auto fact = std::string_view{field.name}.substr(fact_prefix.size());
        const auto stands = state.answers.find(fact);
        const std::string_view now =
            stands == state.answers.end() ? std::string_view{} : stands->second.value;
        if (field.value == now) continue;
        answers.answers.push_back({std::string{fact}, field.value});
    }
    if (answers.answers.empty()) read.wrong("form", "Nothing was changed. Answer at least one question"_p);
    return read.finish(Typed<record::AnswerFacts>{command, std::move(answers)});
}

Result<Typed<record::RecordConsultation>, FormErrors> parse_consultation(const FormFields& typed,
                                                                         const directory::Zone& zone,
                                                                         const PersonId& by)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    record::Consulted consulted{.by = by,
                                .with = read.needed("with", "Say whom you consulted"_p),
                                .person = read.words("person"),
                                .how = read.words("how"),
                                .when = read.needed_event_time("when", "Say when you consulted them"_p),
                                .advised = read.needed("advised", "Write what they advised"_p),
                                .kind = read_agency_kind(read),
                                .police_notice = read_police_notice(read)};
    return read.finish(Typed<record::RecordConsultation>{command, {std::move(consulted)}});
}

Result<Typed<record::MakeDecision>, FormErrors> parse_decision(const FormFields& typed,
                                                               const directory::Zone& zone,
                                                               const PersonId& by)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    record::MakeDecision decision{.by = by,
                                  .route = read.needed("route", "Choose what you decide"_p),
                                  .reason = read.words("reason"),
                                  .enough_known = stated(typed, "enough-known"),
                                  .manageable = stated(typed, "manageable"),
                                  .still_unknown = {}};
    for (const auto& field : typed.in_order()) {
        if (!field.name.starts_with(unknown_prefix)) continue;
        auto why = read.words(field.name);
        if (!why.empty())
            decision.still_unknown.push_back({field.name.substr(unknown_prefix.size()), std::move(why)});
    }
    return read.finish(Typed<record::MakeDecision>{command, std::move(decision)});
}

Result<Typed<record::CaseCommand>, FormErrors> parse_sign_off(const FormFields& typed,
                                                              const directory::Zone& zone, const PersonId& by,
                                                              int number)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    const auto answer = typed.text("answer");
    record::CaseCommand asked = record::SignOffDecision{number, by, std::nullopt};
    if (answer == "refuse") {
        asked = record::RefuseSignOff{number, by, read.needed("refuse-reason", "Say why you don’t agree"_p)};
    } else if (answer == "call") {
        record::RecordedCall call{
            .name = read.needed("call-name", "Give the name of the person who agreed"_p),
            .position = read.needed("call-position", "Say what they are"_p),
            .when = read.needed_event_time("call", "Say when you spoke to them"_p),
            .said = read.needed("call-said", "Write what they said"_p)};
        asked = record::SignOffDecision{number, by, std::move(call)};
    } else if (answer != "agree") {
        read.wrong("answer", "Choose one of the answers"_p);
    }
    return read.finish(Typed<record::CaseCommand>{command, std::move(asked)});
}

Result<Typed<record::RecordReferral>, FormErrors> parse_referral(const FormFields& typed,
                                                                 const directory::Zone& zone,
                                                                 const PersonId& by)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    record::ReferralMade referral{.by = by,
                                  .to = read.needed("to", "Say to whom you referred it"_p),
                                  .how = read.needed("how", "Say how: by telephone, by form, in person"_p),
                                  .when = read.needed_event_time("when", "Say when you referred it"_p),
                                  .said = read.needed("said", "Write what was said"_p),
                                  .their_person = read.words("their-person"),
                                  .their_reference = read.words("their-reference"),
                                  .kind = read_agency_kind(read),
                                  .police_notice = read_police_notice(read)};
    return read.finish(Typed<record::RecordReferral>{command, {std::move(referral)}});
}

Result<Typed<record::RecordGivenBack>, FormErrors> parse_given_back(const FormFields& typed,
                                                                    const directory::Zone& zone,
                                                                    const PersonId& by)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    record::GivenBack back{.by = by,
                           .agency = read.needed("agency", "Say which agency gave it back"_p),
                           .person = read.needed("person", "Say who told you"_p),
                           .when = read.needed_event_time("back", "Say when they told you"_p),
                           .why = read.needed("why", "Write why they gave it back"_p)};
    return read.finish(Typed<record::RecordGivenBack>{command, {std::move(back)}});
}

Result<Typed<record::CaseCommand>, FormErrors> parse_task(const FormFields& typed,
                                                          const directory::Zone& zone, const PersonId& by)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    const record::TaskId task{read.words("task")};
    const auto field = fmt::format("note-{}", task.text());
    if (typed.text(ask_settled) == "drop")
        return read.finish(Typed<record::CaseCommand>{
            command, record::DropTask{task, by, read.needed(field, "Say why it is not done"_p)}});
    return read.finish(Typed<record::CaseCommand>{command, record::FinishTask{task, by, read.words(field)}});
}

Result<Typed<record::AddNote>, FormErrors> parse_note(const FormFields& typed, const directory::Zone& zone,
                                                      const PersonId& by)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    record::NoteAdded note{
        .by = by, .when = read.event_time("when"), .words = read.needed("note", "Write the note"_p)};
    return read.finish(Typed<record::AddNote>{command, {std::move(note)}});
}

Result<Typed<std::string>, FormErrors> parse_reason(const FormFields& typed, const directory::Zone& zone)
{
    FormReader read{typed, zone};
    const auto command = read.command();
    auto reason = read.needed("reason", "Give the reason"_p);
    return read.finish(Typed<std::string>{command, std::move(reason)});
}

}  // namespace safelead::web
