#include "web/pages/referral_step_fields.h"

#include "web/forms/asked_police.h"
#include "web/forms/referral_form.h"
#include "web/pages/outcome_help.h"
#include "web/pages/referral_ladder.h"
#include "web/pages/referral_meeting.h"
#include "web/pages/referral_step_words.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <string>
#include <utility>

namespace safelead::web {

using record::StepKind;

std::vector<Choice> recorded_as_choices(const Speaker& say)
{
    return {{.value = "person-involved", .label = say(recorded_as_words.at(1))},
            {.value = "suspect", .label = say(recorded_as_words.at(2))},
            {.value = "witness", .label = say(recorded_as_words.at(3))},
            {.value = "not-said", .label = say(recorded_as_words.at(0))}};
}

namespace {

Html fields_of_each_child(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    Html out;
    for (const auto& child : page.view.it->children) {
        const auto ref = child.ref.text();
        out << form.radios(fmt::format("{}{}", as_prefix, ref), say("As what is {0} recorded?"_p, {ref}),
                           say("“Person involved” is not the same as “suspect”"_p), recorded_as_choices(say),
                           Layout::inline_small, LegendSize::s)
            << form.paragraph(fmt::format("{}{}", told_child_prefix, ref), say("What was {0} told?"_p, {ref}),
                              say("Never promise that it cannot be disclosed"_p), 2)
            << form.paragraph(fmt::format("{}{}", told_parents_prefix, ref),
                              say("What were the parents of {0} told?"_p, {ref}), {}, 2);
    }
    return out;
}

Html police_fields(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    Html out;
    return out << form.radios("crime-recorded", say("Has a crime been recorded?"_p), {}, yes_no_unknown(say),
                              Layout::small, LegendSize::s)
               << form.line("why-not", say("If not, why not?"_p))
               << form.line("crime-reference", say("Crime reference"_p), {}, "govuk-input--width-20")
               << form.line("officer", say("Officer"_p)) << fields_of_each_child(form, page)
               << form.line("outcome", say("Outcome code, if there is one"_p),
                            say("1 to 22, or 1A, 2A, 3A"_p), "govuk-input--width-5")
               << outcome_codes(say, page.view.offers.outcomes, page.view.offers.today)
               << form.date("outcome-on", say("When was it given?"_p));
}

Html redirect_fields(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> agencies;
    for (const auto& one : page.view.offers.agencies)
        agencies.push_back({.value = agency_value(one.agency), .label = agency_label(say, one.agency)});
    Html out;
    if (!agencies.empty())
        out << form.radios("to", say("Who is right for it?"_p),
                           say("The sender is asked to send it there: nothing is passed on by itself."_p),
                           std::move(agencies), Layout::small, LegendSize::s);
    return out << form.line("to-name", say("Somebody who is not on this list"_p));
}

}  // namespace

Html step_fields(const FormWriter& form, const ReferralPage& page, StepKind kind)
{
    const auto& say = form.say();
    if (kind == StepKind::decided) {
        std::vector<Choice> choices;
        for (const auto& one : decision_words())
            choices.push_back({.value = std::string{one.word}, .label = say(one.label)});
        return form.radios("decided-as", say("What is decided?"_p), {}, std::move(choices), Layout::small,
                           LegendSize::s);
    }
    if (kind == StepKind::redirected) return redirect_fields(form, page);
    if (kind == StepKind::police_recorded) return police_fields(form, page);
    if (kind == StepKind::disagreement_raised) return ladder_fields(form, page);
    if (kind == StepKind::meeting_told) return meeting_fields(form, page);
    if (kind == StepKind::action_answered) return reply_fields(form, page);
    if (kind != StepKind::disagreement_answered) return {};
    if (is_raised_here(page)) return ending_fields(form, page);
    return form.radios("agreed", say("Is it agreed now?"_p), {},
                       {{.value = "yes", .label = say("Yes"_p)}, {.value = "no", .label = say("No"_p)}},
                       Layout::inline_small, LegendSize::s);
}

}  // namespace safelead::web
