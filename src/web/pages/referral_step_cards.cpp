#include "web/pages/referral_step_cards.h"

#include "directory/local_time.h"
#include "web/forms/asked_police.h"
#include "web/forms/form_writer.h"
#include "web/html/components.h"
#include "web/html/words_row.h"
#include "web/pages/outcome_help.h"
#include "web/pages/referral_ladder.h"
#include "web/pages/referral_meeting.h"
#include "web/pages/referral_step_words.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::web {

namespace {

using record::StepKind;

/// What became of it, as the title of its card.
Phrase happened_words(const record::Referral& of, const record::ReferralStep& step)
{
    // Of those that are received, only one that is taken back begins a clock.
    if (step.said.kind == StepKind::received && step.answer_by) return "Taken back: it is theirs after all"_p;
    if (!record::ends_own(of, step)) return words_for(step.said.kind).happened;
    return step.said.agreed == record::Answer::yes ? "The answer was accepted: agreed"_p
                                                   : "Settled at the last step, and not agreed"_p;
}

void add_child_recorded(const Speaker& say, SummaryList& list, const record::ChildRecordedAs& child)
{
    const auto ref = child.ref.text();
    list.rows.push_back({.key = say("{0} is recorded as"_p, {ref}),
                         .value = say(recorded_as_words.at(static_cast<std::size_t>(child.as)))});
    add_words_row(list, say("What {0} was told"_p, {ref}), child.told_child);
    add_words_row(list, say("What {0}’s parents were told"_p, {ref}), child.told_parents);
}

void add_police(const Speaker& say, const ReferralPage& page, SummaryList& list,
                const record::PoliceRecorded& police)
{
    list.rows.push_back({.key = say("Crime recorded"_p), .value = say(answer_words(police.crime_recorded))});
    add_words_row(list, say("Why not"_p), police.why_not);
    add_words_row(list, say("Crime reference"_p), police.reference);
    add_words_row(list, say("Officer"_p), police.officer);
    add_words_row(list, say("Who is recorded as what"_p), police.people);
    for (const auto& child : police.recorded_as.value_or(std::vector<record::ChildRecordedAs>{}))
        add_child_recorded(say, list, child);
    add_words_row(list, say("Outcome"_p), outcome_words(say, page.view.offers.outcomes, police.outcome));
    if (police.outcome_on)
        add_words_row(list, say("Outcome given on"_p), directory::long_date(*police.outcome_on));
    add_words_row(list, say("What the child was told"_p), police.told_child);
    add_words_row(list, say("What the parents were told"_p), police.told_parents);
}

Html step_card(const Speaker& say, const ReferralPage& page, const record::ReferralStep& step)
{
    SummaryList list;
    list.card = SummaryCard{.title = say(happened_words(*page.view.it, step))};
    const auto& side =
        step.side == record::Side::sender ? page.view.it->sent->from.name : page.view.it->to.name;
    add_words_row(list, say("When"_p), directory::words(page.zone.local(step.at)));
    if (step.side == record::Side::program)
        list.rows.push_back({.key = say("By"_p), .value = say("Safelead"_p)});
    else
        add_words_row(list, say("By"_p), fmt::format("{}, {}", step.by_name, side));
    if (step.said.decided_as)
        list.rows.push_back(
            {.key = say("Decision"_p),
             .value = say(decision_words()[static_cast<std::size_t>(*step.said.decided_as)].label)});
    if (step.said.to) add_words_row(list, say("To"_p), step.said.to->name);
    if (!step.said.rung.empty())
        add_words_row(list, say("Step"_p), rung_words(page.view.offers.ladder, step.said.rung));
    add_words_row(list, say("Between whom"_p), step.said.with);
    add_words_row(list, say("Why not the next step"_p), step.said.out_of_order);
    if (step.said.kind == StepKind::disagreement_raised && step.answer_by)
        add_words_row(list, say("To be answered by"_p), directory::words(page.zone.local(*step.answer_by)));
    if (step.said.kind == StepKind::disagreement_answered)
        list.rows.push_back({.key = say("Agreed now"_p), .value = say(answer_words(step.said.agreed))});
    add_meeting(say, page, list, step.said);
    if (step.said.police) add_police(say, page, list, *step.said.police);
    add_words_row(list, say("Words"_p), step.said.words);
    Html out;
    return out << list;
}

}  // namespace

Html what_has_come(const Speaker& say, const ReferralPage& page)
{
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("What has come of it"_p) << "</h2>";
    if (page.view.it->steps.empty())
        out << "<p class=\"govuk-body\">" << say("Nobody has answered yet."_p) << "</p>";
    for (const auto& step : page.view.it->steps) out << step_card(say, page, step);
    return out;
}

}  // namespace safelead::web
