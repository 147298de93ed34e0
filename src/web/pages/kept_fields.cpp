#include "web/pages/kept_fields.h"

#include "record/kept_in.h"
#include "record/what_is_open.h"
#include "web/forms/asked_evidence.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

struct Earlier {
    std::string value;
    std::string words;
};

/// What a record of that type may be about, the newest first.
std::vector<Earlier> earlier_records(const CaseView& view, std::string_view type)
{
    using namespace record;
    std::vector<Earlier> earlier;
    const auto number = [](int n) { return fmt::format("{}", n); };
    const auto person = [&](const std::optional<CaseRef>& ref) {
        return ref ? fmt::format(", {}", view.called(*ref)) : std::string{};
    };
    if (type == FieldsOf<DeviceMoved>::type) {
        for (const auto& kept : kept_in<DeviceTaken>(view.state))
            earlier.push_back(
                {number(kept.it->number),
                 fmt::format("{}. {}{}", kept.it->number, kept.it->device, person(kept.it->about))});
    } else if (type == FieldsOf<DeletionAnswered>::type) {
        for (const auto& kept : kept_in<DeletionAsked>(view.state))
            earlier.push_back(
                {number(kept.it->number),
                 fmt::format("{}. {}{}", kept.it->number, kept.it->places, person(kept.it->about))});
    } else if (type == FieldsOf<ViewingSigned>::type) {
        for (const auto& kept : kept_in<ViewingRecorded>(view.state))
            earlier.push_back(
                {number(kept.it->number), fmt::format("{}. {}", kept.it->number, view.when(kept.it->when))});
    } else if (type == FieldsOf<SupportPlanReviewed>::type) {
        for (const auto& kept : kept_in<SupportPlanMade>(view.state))
            earlier.push_back(
                {number(kept.it->number), fmt::format("{}{}", kept.it->number, person(kept.it->about))});
    } else if (type == FieldsOf<ActionAnswered>::type) {
        for (const auto& kept : kept_in<ActionAgreed>(view.state))
            earlier.push_back({number(kept.it->number),
                               fmt::format("{}. {}: {}", kept.it->number, kept.it->agency, kept.it->what)});
    } else if (type == FieldsOf<TaskGiven>::type) {
        for (const auto* task : tasks_to_do(view.state))
            earlier.push_back({std::string{task->set.task.text()}, task->set.words});
    }
    return earlier;
}

std::vector<Choice> choices_of(const std::vector<Earlier>& earlier)
{
    std::vector<Choice> choices;
    for (const auto& one : earlier) choices.push_back({.value = one.value, .label = text(one.words)});
    return choices;
}

Html hint_words(const Speaker& say, const Asked& asked)
{
    return asked.hint.id.empty() ? Html{} : say(asked.hint);
}

std::vector<Choice> people_choices(const Speaker& say, const CaseView& view, const Asked& asked)
{
    std::vector<Choice> choices;
    for (const auto& person : view.state.people)
        choices.push_back({.value = std::string{person.ref.text()},
                           .label = text(fmt::format("{}: {}", person.ref.text(), view.name_of(person)))});
    if (asked.missing.id.empty()) choices.push_back({.value = "", .label = say("Nobody in particular"_p)});
    return choices;
}

Html staff_select(const FormWriter& form, const CaseView& view, const Asked& asked)
{
    const auto& say = form.say();
    Select select{.name = std::string{asked.field},
                  .label = {.content = say(asked.label), .classes = "govuk-label--s"},
                  .error = form.error(asked.field)};
    if (!asked.hint.id.empty()) select.hint = Hint{.content = say(asked.hint)};
    select.items.push_back({.value = "", .content = say.plain("Choose somebody"_p)});
    for (const auto& [id, name] : view.staff) {
        const PersonId person{id};
        if (asked.offered == Offered::readers_of_the_case && !view.readers.contains(person)) continue;
        select.items.push_back({.value = id, .content = name});
    }
    select.value = std::string{form.typed().text(asked.field)};
    Html out;
    return out << select;
}

Html label_words(const Speaker& say, const Asked& asked)
{
    Html out;
    return out << "<strong>" << say(asked.label) << "</strong>";
}

}  // namespace

Html draw_asked(const FormWriter& form, const CaseView& view, const Asked& asked, Control control,
                std::string_view type)
{
    const auto& say = form.say();
    const auto field = asked.field;
    switch (control) {
        case Control::text:
            if (asked.rows == 0) return form.line(field, label_words(say, asked), hint_words(say, asked));
            return form.paragraph(field, label_words(say, asked), hint_words(say, asked), asked.rows);
        case Control::time:
            return form.event_time(field, say(asked.label), hint_words(say, asked));
        case Control::answer:
            return form.radios(field, say(asked.label), hint_words(say, asked), yes_no_unknown(say),
                               Layout::inline_small, LegendSize::s);
        case Control::day:
            return form.date(field, say(asked.label), hint_words(say, asked));
        case Control::number: {
            const auto earlier = earlier_records(view, type);
            if (field == "number")
                return form.radios(field, say(asked.label), hint_words(say, asked), choices_of(earlier),
                                   Layout::small, LegendSize::s);
            return form.line(field, label_words(say, asked), hint_words(say, asked), "govuk-input--width-5");
        }
        case Control::choice: {
            std::vector<Choice> choices;
            for (const auto& words : asked.choices)
                choices.push_back({.value = fmt::format("{}", choices.size()), .label = say(words)});
            return form.radios(field, say(asked.label), hint_words(say, asked), std::move(choices),
                               Layout::small, LegendSize::s);
        }
        case Control::person_in_case:
            return form.radios(field, say(asked.label), hint_words(say, asked),
                               people_choices(say, view, asked), Layout::small, LegendSize::s);
        case Control::staff:
            return staff_select(form, view, asked);
        case Control::earlier_record:
            return form.radios(field, say(asked.label), hint_words(say, asked),
                               choices_of(earlier_records(view, type)), Layout::small, LegendSize::s);
        case Control::none:
            break;
    }
    throw_bug("a form asks for what no control can ask");
}

std::string shown(const Speaker&, const CaseView&, const Asked&, const std::string& value)
{
    return value;
}

std::string shown(const Speaker&, const CaseView& view, const Asked&, const record::EventTime& value)
{
    return view.when(value);
}

std::string shown(const Speaker& say, const CaseView&, const Asked&, record::Answer value)
{
    return say.plain(answer_words(value));
}

std::string shown(const Speaker&, const CaseView&, const Asked&, const std::optional<Date>& value)
{
    return value ? directory::long_date(*value) : std::string{};
}

std::string shown(const Speaker&, const CaseView&, const Asked&, int value)
{
    return fmt::format("{}", value);
}

std::string shown(const Speaker&, const CaseView& view, const Asked&, const record::CaseRef& value)
{
    return view.called(value);
}

std::string shown(const Speaker&, const CaseView& view, const Asked&, const PersonId& value)
{
    return view.staff_name(value);
}

std::string shown(const Speaker&, const CaseView& view, const Asked&, const record::TaskId& value)
{
    for (const auto& task : view.state.tasks)
        if (task.set.task == value) return task.set.words;
    return {};
}

std::string shown(const Speaker&, const CaseView& view, const Asked&, Instant value)
{
    return view.when(value);
}

std::string shown(const Speaker&, const CaseView&, const Asked&, const OpeningId&)
{
    return {};
}

std::string shown_choice(const Speaker& say, const Asked& asked, std::size_t value)
{
    return say.plain(asked.choices[value]);
}

Html corrections_of(const Speaker& say, const CaseView& view, std::uint64_t position)
{
    Html out;
    for (const auto& kept : record::kept_in<record::EntryCorrected>(view.state)) {
        if (static_cast<std::uint64_t>(kept.it->entry) != position) continue;
        out << "<div class=\"govuk-inset-text\"><strong>" << say("Corrected"_p) << "</strong>. "
            << say("It says: {0}. It should say: {1}. {2} Entered {3} by {4} (entry {5})."_p,
                   {kept.it->says, kept.it->should_say, kept.it->why, view.when(kept.at),
                    view.staff_name(kept.it->by), fmt::format("{}", kept.position)})
            << "</div>";
    }
    return out;
}

Html record_card(const Speaker& say, const CaseView& view, Html title, const std::vector<ShownField>& fields,
                 const PersonId& by, Instant at, std::uint64_t position)
{
    SummaryList list;
    list.card = SummaryCard{.title = std::move(title)};
    for (const auto& field : fields)
        list.rows.push_back({.key = say(field.label), .value = text(field.value)});
    list.rows.push_back({.key = say("Recorded"_p),
                         .value = say("{0}, {1} (entry {2})"_p,
                                      {view.staff_name(by), view.when(at), fmt::format("{}", position)})});
    Html out;
    return out << list << corrections_of(say, view, position);
}

}  // namespace safelead::web
