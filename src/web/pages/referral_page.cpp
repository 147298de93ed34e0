#include "web/pages/referral_page.h"

#include "directory/local_time.h"
#include "web/forms/referral_draft_form.h"
#include "web/html/components.h"
#include "web/html/words_row.h"
#include "web/pages/discarding_referral.h"
#include "web/pages/outcome_help.h"
#include "web/pages/police_notice.h"
#include "web/pages/readers_page.h"
#include "web/pages/referral_ladder.h"
#include "web/pages/referral_outside.h"
#include "web/pages/referral_readers_page.h"
#include "web/pages/referral_rows.h"
#include "web/pages/referral_step_cards.h"
#include "web/pages/referral_steps.h"
#include "web/pages/referral_times.h"
#include "web/pages/typed_not_recorded.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

Html paragraph_of(Html content)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << content << "</p>";
}

Html heading(Html title)
{
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << title << "</h2>";
}

}  // namespace

Html what_it_says(const Speaker& say, const ReferralPage& page)
{
    const auto rows = referral_rows(say, page);
    const auto those_of = [&rows](const std::optional<record::CaseRef>& child) {
        SummaryList list;
        for (const auto& row : rows)
            if (row.child == child) list.rows.push_back(words_row(text(row.label), row.words));
        return list;
    };
    Html out;
    for (const auto& child : page.view.it->children) {
        auto list = those_of(child.ref);
        list.card = SummaryCard{.title = say("Child {0}"_p, {child.ref.text()})};
        out << list;
    }
    return out << those_of(std::nullopt);
}

namespace {

Html back_to_case(const Speaker& say, std::string_view address)
{
    return BackLink{.href = std::string{address}, .content = say("Back to the case’s referrals"_p)};
}

FormFrame frame_of(const ReferralPage& page, std::string_view what)
{
    return {.action = fmt::format("{}/{}", page.address, what),
            .csrf_token = page.csrf_token,
            .command = page.command,
            .draft = what == "write" ? draft_of_referral(page.view.it->reference) : "",
            .draft_of = what == "write" ? page.draft_of : "",
            .page = page.address};
}

Html one_field(const FormWriter& form, const ReferralField& field, std::string_view name)
{
    const auto& say = form.say();
    if (field.rows == 0) return form.line(name, say(field.label), say(field.hint));
    return form.paragraph(name, say(field.label), say(field.hint), field.rows);
}

Html fields_of_child(const FormWriter& form, const record::ReferredChild& child)
{
    Html out;
    for (const auto& field : referred_child_fields())
        out << one_field(form, field, child_field(child.ref, field.name));
    return out;
}

/// Whoever is in the case can be taken in, and whoever is in it can be left out.
Html children_fields(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> children;
    for (const auto& child : page.view.it->children)
        children.push_back({.value = std::string{child.ref.text()}, .label = text(child.ref.text())});
    for (const auto& child : page.view.left_out)
        children.push_back({.value = std::string{child.ref.text()},
                            .label = say("{0}, who is not in it now"_p, {child.ref.text()})});
    Html out;
    out << form.checkboxes("child", say("Children in it"_p), say("Without the tick, a child is left out."_p),
                           std::move(children), Layout::small);
    for (const auto& child : page.view.it->children)
        out << heading(say("Child {0}"_p, {child.ref.text()})) << fields_of_child(form, child);
    const auto ticked = form.typed().all("child");
    for (const auto& child : page.view.left_out)
        out << Details{.summary = say("What is known of {0}, if you tick them"_p, {child.ref.text()}),
                       .content = fields_of_child(form, child),
                       .is_open = std::ranges::find(ticked, child.ref.text()) != ticked.end()};
    return out;
}

/// Who at an authority reads what is about somebody who works with children.
Html lado_words(const Speaker& say, const record::Agency& to)
{
    if (to.kind != record::AgencyKind::lado) return {};
    Html out;
    return out << InsetText{.content = say("It is for the LADO: nobody else at {0} reads it, unless the LADO "
                                           "opens it to them by name."_p,
                                           {to.name})};
}

/// A form that comes back was typed in the draft that it was drawn from, whatever was written since.
std::string seen_by(const FormWriter& form, const record::Referral& of)
{
    const auto seen = form.typed().text(seen_field);
    return seen.empty() ? fmt::format("{}", of.written_at()) : std::string{seen};
}

}  // namespace

Html draft_referral_page(const FormWriter& form, const FormWriter& discarding, const ReferralPage& page)
{
    const auto& say = form.say();
    const auto& of = *page.view.it;
    Html out;
    out << back_to_case(say, fmt::format("/cases/{}/referrals", page.draft_of)) << form.error_summary()
        << "<h1 class=\"govuk-heading-l\">" << say("Referral {0} to {1}"_p, {of.reference.text(), of.to.name})
        << "</h1>" << Tag{.content = say(state_words(of.state))}
        << paragraph_of(
               say("Filled from the case. Correct it, and take out what they do not need to know."_p));
    if (page.view.notice == record::NoticeNeeded::yes) out << police_notice(say);
    out << lado_words(say, of.to) << typed_beside(say, page) << form.open(frame_of(page, "write"))
        << hidden_input(seen_field, seen_by(form, of));
    out << children_fields(form, page);
    out << heading(say("What has happened"_p))
        << form.radios("parents_know", say("Do the parents know?"_p), {}, yes_no_unknown(say),
                       Layout::inline_small, LegendSize::s);
    for (const auto& field : referral_fields()) out << one_field(form, field, field.name);
    return out << form.event_time("called", say("When were they rung?"_p),
                                  say("This form follows within 24 hours of the call."_p))
               << Button{.content = say("Save, and read it through"_p), .prevents_double_click = true}
               << FormWriter::close() << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\""
               << text(page.address) << "/send\">" << say("Read it through as it was last saved"_p)
               << "</a></p>" << discard_form(discarding, page);
}

Html check_referral_page(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    const auto& of = *page.view.it;
    Html out;
    out << back_to_case(say, fmt::format("/cases/{}/referrals", page.draft_of)) << form.error_summary()
        << "<h1 class=\"govuk-heading-l\">" << say("Read it through: referral {0}"_p, {of.reference.text()})
        << "</h1>" << paragraph_of(say("To: {0}. Once it is sent, it no longer changes."_p, {of.to.name}));
    out << lado_words(say, of.to) << form_clock(say, page) << what_it_says(say, page)
        << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"" << text(page.address) << "\">"
        << say("Change it"_p) << "</a></p>";
    if (!page.view.may_act) return out;
    out << form.open(frame_of(page, "send")) << hidden_input(seen_field, fmt::format("{}", of.written_at()));
    if (page.view.notice == record::NoticeNeeded::yes)
        out << police_notice(say)
            << form.checkboxes(
                   "notice", say("Before an officer is told"_p), {},
                   {{.value = "yes",
                     .label = say("I know that the police must record a crime, and tell them"_p)}});
    return out << Button{.content = say("Send it"_p), .prevents_double_click = true} << FormWriter::close();
}

Html referral_page(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    const auto& of = *page.view.it;
    const bool is_sender = page.view.side == record::Side::sender;
    Html out;
    if (is_sender)
        out << back_to_case(say, fmt::format("/cases/{}/referrals", page.draft_of));
    else if (page.answering != Answering::by_link)
        out << BackLink{.href = "/referrals", .content = say("Back to the list"_p)};
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">"
        << say("Referral {0}"_p, {of.reference.text()}) << "</h1>"
        << Tag{.content = say(state_words(of.state))}
        << paragraph_of(
               say("From {0} to {1}, sent by {2} on {3}."_p,
                   {of.sent->from.name, of.to.name, of.sent->by_name, in_words(page.zone, of.sent->at)}))
        << typed_not_recorded(form, page);
    if (page.view.followed)
        out << paragraph_of(
            say("It goes on from referral {0}, which was redirected."_p, {page.view.followed->text()}));
    out << clock_words(say, page) << ladder_standing(say, page);
    if (!is_sender && page.answering == Answering::own) out << readers_notice(say, of, page.address);
    if (is_sender) out << lado_words(say, of.to);
    if (!page.view.route_words.empty())
        out << paragraph_of(
            say("Advice to the sender on that day: {0} ({1}). Nobody has verified that edition here."_p,
                {page.view.route_words, of.sent->edition}));
    if (of.sent->police_notice == record::PoliceNotice::shown_and_confirmed)
        out << paragraph_of(say(
            "Before it was sent, the sender was told that the police must record a crime, and confirmed it."_p));
    out << what_has_come(say, page) << outcome_help(say, page) << step_forms(form, page);
    if (is_sender && of.to.id.text().empty()) out << without_account(form, page);
    if (page.view.may_see_reads && page.answering != Answering::by_link)
        out << readers_link(say, page.address, "Who has read this referral"_p);
    out << Details{.summary = say("What was sent, word for word"_p),
                   .content = what_it_says(say, page),
                   .is_open = !is_sender};
    return out;
}

}  // namespace safelead::web
