#include "web/pages/referral_steps.h"

#include "web/forms/referral_draft_form.h"
#include "web/forms/referral_form.h"
#include "web/html/components.h"
#include "web/pages/referral_ladder.h"
#include "web/pages/referral_step_fields.h"
#include "web/pages/referral_step_words.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

using record::StepKind;

/// What an agency says for itself, by a link or by the sender's hand; the rest is the sender's.
bool is_an_answer(StepKind kind)
{
    using enum StepKind;
    return kind == received || kind == decided || kind == more_asked || kind == fed_back ||
           kind == redirected || kind == police_recorded || kind == disagreement_raised ||
           kind == disagreement_answered || kind == action_answered;
}

bool is_open_for(const ReferralPage& page, StepKind kind)
{
    const auto& of = *page.view.it;
    if (page.answering != Answering::own && !is_an_answer(kind)) return false;
    if (record::move_for(of.state, kind, page.view.side) == nullptr) return false;
    if (kind == StepKind::police_recorded) return of.to.kind == record::AgencyKind::police;
    if (kind == StepKind::meeting_told) return !page.view.meetings.empty();
    if (kind == StepKind::action_answered) return !record::actions_told(of).empty();
    if (kind == StepKind::disagreement_answered && is_raised_here(page)) {
        const auto end = may_end_here(page);
        return end.accept || end.settle;
    }
    if (kind == StepKind::disagreement_answered) return of.disagreement.has_value();
    if (kind == StepKind::disagreement_raised) return record::may_go_up(of, page.view.now);
    if (kind == StepKind::closed) return !of.disagreement;
    if (kind == StepKind::received)
        return of.state != record::ReferralState::redirected || !record::is_sent_on(of);
    // Sending the next one says it.
    if (kind == StepKind::sent_on) return false;
    return true;
}

/// The sender's page of a referral to an agency without an account has some forms twice: the sender's own,
/// and what is written down for the agency.
bool is_there_twice(const ReferralPage& page, StepKind kind)
{
    return is_of_either_side(kind) && page.answering != Answering::by_link &&
           page.view.it->to.id.text().empty();
}

bool is_theirs(const ReferralPage& page, StepKind kind)
{
    return page.answering == Answering::written_down && is_there_twice(page, kind);
}

Html draw_form(const FormWriter& form, const ReferralPage& page, const StepWords& words)
{
    const auto& say = form.say();
    const std::string word{step_word(words.kind)};
    const auto field = fmt::format("words-{}", word);
    const bool by_link = page.answering == Answering::by_link;
    const bool is_for_them = is_theirs(page, words.kind);
    const auto own = is_for_them ? their_form(word) : word;
    const auto* where = page.answering == Answering::written_down ? "answered/" : "";
    const FormFrame frame{.action = fmt::format("{}/{}step", page.address, where),
                          .csrf_token = page.csrf_token,
                          .command = fmt::format("{}-{}", page.command, word),
                          .draft = by_link ? std::string{} : draft_of_step(own, page.view.it->reference),
                          .draft_of = page.draft_of,
                          .page = page.address,
                          .id = place_of_form(own)};
    Html content;
    content << form.open(frame) << hidden_input("kind", word);
    if (is_for_them) content << hidden_input(whose_field, theirs);
    if (by_link) content << hidden_input("pass", page.pass);
    if (page.answering != Answering::own)
        content << form.line(fmt::format("who-{}", word),
                             by_link ? say("Your name and post"_p) : say("Who there said so?"_p));
    content << step_fields(form, page, words.kind)
            << form.paragraph(field, say(words.label), say(words.hint), 3)
            << Button{.content = say(words.button), .prevents_double_click = true} << FormWriter::close();
    const bool is_sent = form.typed().text("kind") == word;
    Html out;
    return out << Details{.summary = say(words.title), .content = std::move(content), .is_open = is_sent};
}

/// What was typed in the one of two equal forms stands in that one.
Html one_form(const FormWriter& form, const ReferralPage& page, const StepWords& words)
{
    if (!is_there_twice(page, words.kind)) return draw_form(form, page, words);
    const bool is_for_them = is_theirs(page, words.kind);
    const FormFields nothing;
    const bool is_typed_here = is_of_theirs(form.typed()) == is_for_them;
    const FormWriter here{form.say(), is_typed_here ? form.typed() : nothing, form.errors(),
                          is_for_them ? their_ids : ""};
    return draw_form(here, page, words);
}

/// With what was sent just now; else with what was typed before a time-out.
Html form_as_it_was_left(const FormWriter& form, const ReferralPage& page, const StepWords& words)
{
    const auto word = step_word(words.kind);
    const auto own = is_theirs(page, words.kind) ? their_form(word) : std::string{word};
    const auto kept = std::ranges::find_if(
        page.kept, [&](const KeptTyping& one) { return form_typed_in(one.fields) == own; });
    if (form_typed_in(form.typed()) == own || kept == page.kept.end()) return one_form(form, page, words);
    const FormErrors nothing_wrong;
    return one_form(FormWriter{form.say(), kept->fields, nothing_wrong}, page, words);
}

/// A step that an agency without an account took is written down on the sender's page.
bool is_open_to_write_down(const ReferralPage& page, StepKind kind)
{
    const bool is_senders = page.view.side == record::Side::sender && page.answering == Answering::own;
    if (!is_senders || !page.view.it->to.id.text().empty()) return false;
    app::ReferralView as_they_see_it = page.view;
    as_they_see_it.side = record::Side::receiver;
    const ReferralPage written{as_they_see_it, page.zone, {}, {}, {}, {}, Answering::written_down};
    return is_open_for(written, kind);
}

}  // namespace

bool is_of_either_side(StepKind kind)
{
    return kind == StepKind::disagreement_raised || kind == StepKind::disagreement_answered;
}

bool has_form(const ReferralPage& page, std::string_view word)
{
    if (!page.view.may_act) return false;
    if (!page.view.it->sent)
        return word == discarded_word && page.view.it->state == record::ReferralState::draft;
    return std::ranges::any_of(step_words(), [&](const StepWords& words) {
        return step_word(words.kind) == word && !word.empty() &&
               (is_open_for(page, words.kind) || is_open_to_write_down(page, words.kind));
    });
}

Html title_of_step(const Speaker& say, std::string_view word)
{
    for (const auto& words : step_words())
        if (!word.empty() && step_word(words.kind) == word) return say(words.title);
    return word == discarded_word ? say("Discard this draft"_p) : say("The draft"_p);
}

Html step_forms(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    if (!page.view.may_act) return {};
    Html forms;
    for (const auto& words : step_words())
        if (is_open_for(page, words.kind))
            forms << form_as_it_was_left(form, page, words_of_form(page, words));
    const auto& of = *page.view.it;
    const bool waits_to_be_sent_on = page.view.side == record::Side::sender &&
                                     of.state == record::ReferralState::redirected && !record::is_sent_on(of);
    Html out;
    if (waits_to_be_sent_on)
        out << Button{
            .content = say("Send it to the right agency"_p),
            .href = fmt::format("/cases/{}/referrals/new?follows={}", page.draft_of, of.reference.text())};
    if (forms.is_empty()) return out;
    const auto heading =
        page.answering == Answering::written_down ? "Write down what they said"_p : "What you can do now"_p;
    return out << "<h2 class=\"govuk-heading-m\">" << say(heading) << "</h2>" << forms;
}

}  // namespace safelead::web
