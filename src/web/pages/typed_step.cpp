#include "web/pages/typed_step.h"

#include "web/forms/form_writer.h"
#include "web/forms/referral_form.h"
#include "web/html/components.h"
#include "web/html/words_row.h"
#include "web/pages/referral_ladder.h"
#include "web/pages/referral_meeting.h"
#include "web/pages/referral_step_fields.h"
#include "web/pages/referral_step_words.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

void add_typed_recorded_as(const Speaker& say, const FormFields& typed, SummaryList& list)
{
    for (const auto& field : typed.in_order()) {
        for (auto& choice : recorded_as_choices(say))
            if (field.name.starts_with(as_prefix) && field.value == choice.value)
                list.rows.push_back(
                    {.key = say("{0} is recorded as"_p, {field.name.substr(as_prefix.size())}),
                     .value = std::move(choice.label)});
        if (field.name.starts_with(told_child_prefix))
            add_words_row(list, say("What {0} was told"_p, {field.name.substr(told_child_prefix.size())}),
                          field.value);
        if (field.name.starts_with(told_parents_prefix))
            add_words_row(
                list, say("What {0}’s parents were told"_p, {field.name.substr(told_parents_prefix.size())}),
                field.value);
    }
}

}  // namespace

Html typed_step(const Speaker& say, const FormFields& typed, const app::StepOffers& offers)
{
    const auto word = typed.text("kind");
    SummaryList list;
    const auto add = [&](const Phrase& label, std::string_view value) {
        add_words_row(list, say(label), value);
    };
    const auto chosen = [&](const Phrase& label, std::string_view name, std::vector<Choice> choices) {
        for (auto& choice : choices)
            if (choice.value == typed.text(name))
                list.rows.push_back({.key = say(label), .value = std::move(choice.label)});
    };
    const auto words = std::ranges::find_if(
        step_words(), [&](const StepWords& one) { return !word.empty() && step_word(one.kind) == word; });
    if (words == step_words().end()) return {};
    for (const auto& one : decision_words())
        if (typed.text("decided-as") == one.word)
            list.rows.push_back({.key = say("Decision"_p), .value = say(one.label)});
    for (const auto& one : offers.agencies)
        if (agency_value(one.agency) == typed.text("to"))
            list.rows.push_back({.key = say("To"_p), .value = agency_label(say, one.agency)});
    add("To"_p, typed.text("to-name"));
    chosen("Crime recorded"_p, "crime-recorded", yes_no_unknown(say));
    add("Why not"_p, typed.text("why-not"));
    add("Crime reference"_p, typed.text("crime-reference"));
    add("Officer"_p, typed.text("officer"));
    add_typed_recorded_as(say, typed, list);
    add("Outcome"_p, typed.text("outcome"));
    if (!typed.text("outcome-on-day").empty())
        add("Outcome given on"_p, fmt::format("{} {} {}", typed.text("outcome-on-day"),
                                              typed.text("outcome-on-month"), typed.text("outcome-on-year")));
    chosen("Agreed now"_p, "agreed", yes_no_unknown(say));
    add("Between whom"_p, typed.text("with"));
    add("Why not the next step"_p, typed.text("out-of-order"));
    add("Step"_p, rung_words(offers.ladder, typed.text("rung")));
    add("Number of the meeting"_p, typed.text("meeting"));
    add("Numbers of their actions"_p, fmt::format("{}", fmt::join(typed.all("their-action"), ", ")));
    add("Number of the action"_p, typed.text("action"));
    chosen("What became of it"_p, "came", came_choices(say));
    add("Words"_p, typed.text(fmt::format("words-{}", word)));
    add("Your name and post"_p, typed.text(fmt::format("who-{}", word)));
    list.card = SummaryCard{.title = say(words->title)};
    Html out;
    return out << list;
}

}  // namespace safelead::web
