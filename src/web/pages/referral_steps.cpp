#include "web/pages/referral_steps.h"

#include "directory/local_time.h"
#include "web/forms/asked_police.h"
#include "web/forms/referral_form.h"
#include "web/html/components.h"
#include "web/pages/outcome_help.h"
#include "web/pages/referral_ladder.h"
#include "web/pages/referral_meeting.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace safelead::web {

namespace {

using record::StepKind;

struct StepWords {
    StepKind kind;
    Phrase happened;
    Phrase title;  ///< Of its form.
    Phrase label;  ///< Of the words in it; nothing where none are needed.
    Phrase hint;
    Phrase button;
};

constexpr std::array all_words{
    StepWords{StepKind::received,
              "Received"_p,
              "We have received it"_p,
              "A word to the sender, if you like"_p,
              {},
              "Record that it was received"_p},
    StepWords{StepKind::decided, "Decided"_p, "Decide"_p, "Why?"_p,
              "The sender reads this. Give the reason also where nothing more is done"_p,
              "Record the decision"_p},
    StepWords{StepKind::more_asked,
              "More was asked"_p,
              "Ask for more"_p,
              "What do you need to know?"_p,
              {},
              "Ask the sender"_p},
    StepWords{StepKind::more_answered, "Answered"_p, "Answer what was asked"_p, "Your answer"_p,
              "Never what an image shows"_p, "Send the answer"_p},
    StepWords{StepKind::fed_back,
              "The sender was told what happens next"_p,
              "Tell the sender what happens next"_p,
              "What happens next, and what may the child and the parents be told?"_p,
              {},
              "Tell the sender"_p},
    StepWords{StepKind::closed, "Closed"_p, "Close this referral"_p, "What came of it?"_p, {}, "Close it"_p},
    StepWords{StepKind::withdrawn, "Withdrawn"_p, "Withdraw it"_p, "Why?"_p,
              "What they have recorded already, they keep"_p, "Withdraw it"_p},
    StepWords{StepKind::redirected,
              "Redirected"_p,
              "It belongs to somebody else"_p,
              "Why, and what has been told them already?"_p,
              {},
              "Redirect it"_p},
    StepWords{StepKind::silence_noticed, "Nobody had answered in time"_p, {}, {}, {}, {}},
    StepWords{StepKind::managers_told, "Nobody had answered: shown to managers"_p, {}, {}, {}, {}},
    StepWords{StepKind::police_recorded,
              "What the police recorded"_p,
              "Record what the police did"_p,
              "Anything else"_p,
              {},
              "Record this"_p},
    StepWords{StepKind::disagreement_raised, "Not agreed"_p, "We do not agree"_p,
              "What do you not agree with, and what do you ask for?"_p,
              "A child who is in danger does not wait for this: ring 999, or ring again"_p,
              "Record that we do not agree"_p},
    StepWords{StepKind::disagreement_answered,
              "Answer to the disagreement"_p,
              "Answer the disagreement"_p,
              "What was said, and by whom?"_p,
              {},
              "Record the answer"_p},
    StepWords{StepKind::meeting_told, "Told of a strategy meeting"_p, "Tell them of a strategy meeting"_p,
              "Anything else they should know of it"_p,
              "They see the day, who was there, and the actions you choose; nothing else of the case"_p,
              "Tell them"_p},
    StepWords{StepKind::action_answered,
              "What became of an action"_p,
              "Say what became of an action"_p,
              "What was done, or why not?"_p,
              {},
              "Record what became of it"_p},
};

const StepWords& words_for(StepKind kind)
{
    for (const auto& one : all_words)
        if (one.kind == kind) return one;
    throw_bug("a step of a referral has no words");
}

struct DecisionWords {
    std::string_view word;
    Phrase label;
};
constexpr std::array<DecisionWords, 8> decisions{{
    {"urgent-protection", "Protect the child at once"_p},
    {"section-47", "Enquiries under section 47 (Children Act 1989)"_p},
    {"section-17", "Assessment as a child in need, section 17"_p},
    {"other-services", "Early help or other services"_p},
    {"specialist-assessment", "Specialist assessment"_p},
    {"police-enquiry", "Police enquiry"_p},
    {"advice-given", "Advice: the sender goes on"_p},
    {"no-further-action", "No further action"_p},
}};

Html answer_of(const Speaker& say, record::Answer answer)
{
    return answer == record::Answer::yes  ? say("Yes"_p)
           : answer == record::Answer::no ? say("No"_p)
                                          : say("Not known"_p);
}

void add_row(SummaryList& list, Html key, std::string_view value)
{
    if (value.empty()) return;
    list.rows.push_back({.key = std::move(key), .value = text(value), .value_classes = "safelead-words"});
}

void add_police(const Speaker& say, const ReferralPage& page, SummaryList& list,
                const record::PoliceRecorded& police)
{
    list.rows.push_back({.key = say("Crime recorded"_p), .value = answer_of(say, police.crime_recorded)});
    add_row(list, say("Why not"_p), police.why_not);
    add_row(list, say("Crime reference"_p), police.reference);
    add_row(list, say("Officer"_p), police.officer);
    add_row(list, say("Who is recorded as what"_p), police.people);
    for (const auto& child : police.recorded_as.value_or(std::vector<record::ChildRecordedAs>{}))
        list.rows.push_back({.key = say("{0} is recorded as"_p, {child.ref.text()}),
                             .value = say(recorded_as_words.at(static_cast<std::size_t>(child.as)))});
    add_row(list, say("Outcome"_p), outcome_words(say, page.view.offers.outcomes, police.outcome));
    if (police.outcome_on) add_row(list, say("Outcome given on"_p), directory::long_date(*police.outcome_on));
    add_row(list, say("What the child was told"_p), police.told_child);
    add_row(list, say("What the parents were told"_p), police.told_parents);
}

Html step_card(const Speaker& say, const ReferralPage& page, const record::ReferralStep& step)
{
    SummaryList list;
    list.card = SummaryCard{.title = say(words_for(step.said.kind).happened)};
    const auto& side =
        step.side == record::Side::sender ? page.view.it->sent->from.name : page.view.it->to.name;
    add_row(list, say("When"_p), directory::words(page.zone.local(step.at)));
    if (step.side == record::Side::program)
        list.rows.push_back({.key = say("By"_p), .value = say("Safelead"_p)});
    else
        add_row(list, say("By"_p), fmt::format("{}, {}", step.by_name, side));
    if (step.said.decided_as)
        list.rows.push_back(
            {.key = say("Decision"_p),
             .value = say(decisions.at(static_cast<std::size_t>(*step.said.decided_as)).label)});
    if (step.said.to) add_row(list, say("To"_p), step.said.to->name);
    if (!step.said.rung.empty()) add_row(list, say("Step"_p), rung_words(page, step.said.rung));
    add_row(list, say("Between whom"_p), step.said.with);
    add_row(list, say("Why not the next step"_p), step.said.out_of_order);
    if (step.said.kind == StepKind::disagreement_raised && step.answer_by)
        add_row(list, say("To be answered by"_p), directory::words(page.zone.local(*step.answer_by)));
    if (step.said.kind == StepKind::disagreement_answered)
        list.rows.push_back({.key = say("Agreed now"_p), .value = answer_of(say, step.said.agreed)});
    add_meeting(say, page, list, step.said);
    if (step.said.police) add_police(say, page, list, *step.said.police);
    add_row(list, say("Words"_p), step.said.words);
    Html out;
    return out << list;
}

constexpr std::string_view as_prefix = "as-";

std::vector<Choice> recorded_as_choices(const Speaker& say)
{
    return {{.value = "person-involved", .label = say(recorded_as_words.at(1))},
            {.value = "suspect", .label = say(recorded_as_words.at(2))},
            {.value = "witness", .label = say(recorded_as_words.at(3))},
            {.value = "not-said", .label = say(recorded_as_words.at(0))}};
}

Html recorded_as_fields(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    Html out;
    for (const auto& child : page.view.it->children)
        out << form.radios(fmt::format("{}{}", as_prefix, child.ref.text()),
                           say("As what is {0} recorded?"_p, {child.ref.text()}),
                           say("“Person involved” is not the same as “suspect”"_p), recorded_as_choices(say),
                           Layout::inline_small, LegendSize::s);
    return out;
}

void add_typed_recorded_as(const Speaker& say, const FormFields& typed, SummaryList& list)
{
    for (const auto& field : typed.in_order())
        for (auto& choice : recorded_as_choices(say))
            if (field.name.starts_with(as_prefix) && field.value == choice.value)
                list.rows.push_back(
                    {.key = say("{0} is recorded as"_p, {field.name.substr(as_prefix.size())}),
                     .value = std::move(choice.label)});
}

Html police_fields(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    Html out;
    return out << form.radios("crime-recorded", say("Has a crime been recorded?"_p), {}, yes_no_unknown(say),
                              Layout::small, LegendSize::s)
               << form.line("why-not", say("If not, why not?"_p))
               << form.line("crime-reference", say("Crime reference"_p), {}, "govuk-input--width-20")
               << form.line("officer", say("Officer"_p)) << recorded_as_fields(form, page)
               << form.line("outcome", say("Outcome code, if there is one"_p),
                            say("1 to 22, or 1A, 2A, 3A"_p), "govuk-input--width-5")
               << form.date("outcome-on", say("When was it given?"_p))
               << form.paragraph("told-child", say("What was the child told?"_p), {}, 2)
               << form.paragraph("told-parents", say("What were the parents told?"_p), {}, 2);
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

Html particulars(const FormWriter& form, const ReferralPage& page, StepKind kind)
{
    const auto& say = form.say();
    std::vector<Choice> choices;
    if (kind == StepKind::decided) {
        for (const auto& one : decisions)
            choices.push_back({.value = std::string{one.word}, .label = say(one.label)});
        return form.radios("decided-as", say("What is decided?"_p), {}, std::move(choices), Layout::small,
                           LegendSize::s);
    }
    if (kind == StepKind::redirected) return redirect_fields(form, page);
    if (kind == StepKind::police_recorded) return police_fields(form, page);
    if (kind == StepKind::disagreement_raised) return ladder_fields(form, page);
    if (kind == StepKind::meeting_told) return meeting_fields(form, page);
    if (kind == StepKind::action_answered) return reply_fields(form, page);
    Html out;
    if (kind == StepKind::disagreement_answered)
        out << form.radios("agreed", say("Is it agreed now?"_p), {},
                           {{.value = "yes", .label = say("Yes"_p)}, {.value = "no", .label = say("No"_p)}},
                           Layout::inline_small, LegendSize::s);
    return out;
}

/// What an agency says for itself; the rest is the sender's, or between two who both have an account.
bool is_an_answer(StepKind kind)
{
    using enum StepKind;
    return kind == received || kind == decided || kind == more_asked || kind == fed_back ||
           kind == redirected || kind == police_recorded || kind == disagreement_answered;
}

bool is_open_for(const ReferralPage& page, StepKind kind)
{
    const auto& of = *page.view.it;
    if (page.answering != Answering::own && !is_an_answer(kind)) return false;
    if (record::move_for(of.state, kind, page.view.side) == nullptr) return false;
    if (kind == StepKind::police_recorded) return of.to.kind == record::AgencyKind::police;
    if (kind == StepKind::meeting_told) return !page.view.meetings.empty() && !of.to.id.text().empty();
    if (kind == StepKind::action_answered) return !record::actions_told(of).empty();
    if (kind == StepKind::disagreement_answered)
        return of.disagreement && of.disagreement->raised_by != page.view.side;
    if (kind == StepKind::disagreement_raised) return record::may_go_up(of, page.view.now);
    if (kind == StepKind::closed) return !of.disagreement;
    return true;
}

Html one_form(const FormWriter& form, const ReferralPage& page, const StepWords& words)
{
    const auto& say = form.say();
    const std::string word{step_word(words.kind)};
    const auto field = fmt::format("words-{}", word);
    const bool by_link = page.answering == Answering::by_link;
    const auto draft = fmt::format("referral-{}-{}", word, page.view.it->reference.text());
    const FormFrame frame{.action = fmt::format("{}/step", page.address),
                          .csrf_token = page.csrf_token,
                          .command = fmt::format("{}-{}", page.command, word),
                          .draft = by_link ? std::string{} : draft,
                          .draft_of = page.draft_of,
                          .page = page.address,
                          .id = fmt::format("form-{}", word)};
    Html content;
    content << form.open(frame) << hidden_input("kind", word);
    if (by_link) content << hidden_input("pass", page.pass);
    if (page.answering != Answering::own)
        content << form.line(fmt::format("who-{}", word),
                             by_link ? say("Your name and post"_p) : say("Who there said so?"_p));
    content << particulars(form, page, words.kind)
            << form.paragraph(field, say(words.label), say(words.hint), 3)
            << Button{.content = say(words.button), .prevents_double_click = true} << FormWriter::close();
    const bool is_sent = form.typed().text("kind") == word;
    Html out;
    return out << Details{.summary = say(words.title), .content = std::move(content), .is_open = is_sent};
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

Html step_forms(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    if (!page.view.may_act) return {};
    Html forms;
    for (const auto& words : all_words)
        if (is_open_for(page, words.kind)) forms << one_form(form, page, words);
    const bool was_redirected =
        page.view.side == record::Side::sender && page.view.it->state == record::ReferralState::redirected;
    Html out;
    if (was_redirected)
        out << Button{.content = say("Send it to the right agency"_p),
                      .href = fmt::format("/cases/{}/referrals/new?follows={}", page.draft_of,
                                          page.view.it->reference.text())};
    if (forms.is_empty()) return out;
    const auto heading = page.answering == Answering::written_down ? "Write down what they answered"_p
                                                                   : "What you can do now"_p;
    return out << "<h2 class=\"govuk-heading-m\">" << say(heading) << "</h2>" << forms;
}

Html typed_step(const Speaker& say, const FormFields& typed, const std::vector<app::AgencyHere>& agencies)
{
    const auto word = typed.text("kind");
    SummaryList list;
    const auto add = [&](const Phrase& label, std::string_view value) { add_row(list, say(label), value); };
    const auto chosen = [&](const Phrase& label, std::string_view name) {
        const auto answer = typed.text(name);
        if (answer == "yes" || answer == "no" || answer == "unknown")
            list.rows.push_back({.key = say(label),
                                 .value = answer_of(say, answer == "yes"  ? record::Answer::yes
                                                         : answer == "no" ? record::Answer::no
                                                                          : record::Answer::unknown)});
    };
    const auto words = std::ranges::find_if(
        all_words, [&](const StepWords& one) { return !word.empty() && step_word(one.kind) == word; });
    if (words == all_words.end()) return {};
    for (const auto& one : decisions)
        if (typed.text("decided-as") == one.word)
            list.rows.push_back({.key = say("Decision"_p), .value = say(one.label)});
    for (const auto& one : agencies)
        if (agency_value(one.agency) == typed.text("to"))
            list.rows.push_back({.key = say("To"_p), .value = agency_label(say, one.agency)});
    add("To"_p, typed.text("to-name"));
    chosen("Crime recorded"_p, "crime-recorded");
    add("Why not"_p, typed.text("why-not"));
    add("Crime reference"_p, typed.text("crime-reference"));
    add("Officer"_p, typed.text("officer"));
    add_typed_recorded_as(say, typed, list);
    add("Outcome"_p, typed.text("outcome"));
    if (!typed.text("outcome-on-day").empty())
        add("Outcome given on"_p, fmt::format("{} {} {}", typed.text("outcome-on-day"),
                                              typed.text("outcome-on-month"), typed.text("outcome-on-year")));
    add("What the child was told"_p, typed.text("told-child"));
    add("What the parents were told"_p, typed.text("told-parents"));
    chosen("Agreed now"_p, "agreed");
    add("Words"_p, typed.text(fmt::format("words-{}", word)));
    add("Your name and post"_p, typed.text(fmt::format("who-{}", word)));
    list.card = SummaryCard{.title = say(words->title)};
    Html out;
    return out << list;
}

}  // namespace safelead::web
