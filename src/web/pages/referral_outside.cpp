#include "web/pages/referral_outside.h"

#include "base/bug.h"
#include "directory/local_time.h"
#include "web/html/components.h"
#include "web/pages/outcome_help.h"
#include "web/pages/referral_rows.h"
#include "web/pages/referral_steps.h"
#include "web/pages/typed_step.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

namespace safelead::web {

namespace {

Html body(Html words)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << words << "</p>";
}

std::string time_in_words(const ReferralPage& page, Instant at)
{
    return directory::words(page.zone.local(at));
}

FormFrame link_frame(const ReferralPage& page, std::string_view what, std::string_view id)
{
    return {.action = fmt::format("{}/{}", page.address, what),
            .csrf_token = page.csrf_token,
            .command = fmt::format("{}-{}", page.command, id),
            .draft = {},
            .draft_of = {},
            .page = page.address,
            .id = fmt::format("form-{}", id)};
}

/// One that waits, or that somebody has open: either can be taken back.
Html take_back_form(const FormWriter& form, const ReferralPage& page, const record::ReferralLink& link)
{
    const auto& say = form.say();
    const auto until = time_in_words(page, link.until);
    Html out;
    return out
           << InsetText{.content =
                            link.is_open
                                ? say("The link for {0} was opened. Whoever opened it reads the referral, "
                                      "and can answer, until {1}."_p,
                                      {link.whom, until})
                                : say("A link waits for {0}. It opens once, until {1}."_p,
                                      {link.whom, until})}
           << form.open(link_frame(page, "link/revoke", "revoke"))
           << form.line("link-why", say("Why do you take it back?"_p))
           << Button{.content = link.is_open ? say("Take back what is open"_p) : say("Take the link back"_p),
                     .classes = "govuk-button--warning"}
           << FormWriter::close();
}

/// Too late for the form that it was typed into: it stands there once more.
Html not_recorded(const FormWriter& form, std::string_view field)
{
    const auto typed = form.typed().text(field);
    Html out;
    if (typed.empty()) return out;
    return out << InsetText{.content = form.say()("What you wrote was not recorded: “{0}”"_p, {typed})};
}

Html make_link_form(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    Html content;
    content << body(say(
                   "It opens once, within three days, with a code of eight digits. Give the link one way and "
                   "the code another: the link by e-mail, the code by telephone to a number that you "
                   "know."_p))
            << form.open(link_frame(page, "link", "link"))
            << form.line("whom", say("Who is to open it, and at which agency?"_p))
            << Button{.content = page.view.link ? say("Make another link and code"_p)
                                                : say("Make a link and a code"_p),
                      .classes = "govuk-button--secondary",
                      .prevents_double_click = true}
            << FormWriter::close();
    Html out;
    return out << Details{.summary = say("Give them a link and a code"_p),
                          .content = std::move(content),
                          .is_open = form.error("whom").has_value()};
}

/// What was typed in a step goes along; what opens something does not.
Html carried(const FormFields& typed)
{
    constexpr std::array<std::string_view, 6> not_carried{"csrf", "command", "pass",
                                                          "code", "digits",  "draft"};
    Html out;
    if (typed.text("kind").empty()) return out;
    for (const auto& field : typed.in_order())
        if (std::ranges::find(not_carried, field.name) == not_carried.end())
            out << hidden_input(field.name, field.value);
    return out;
}

Html open_link_form(const FormWriter& form, const FormFrame& frame)
{
    const auto& say = form.say();
    Html out;
    return out << form.open(frame) << carried(form.typed())
               << Input{.name = "code",
                        .id = "code",
                        .label = {.content = say("What stands behind the # of the link"_p)},
                        .hint = Hint{.content = say("Or the whole link"_p)},
                        .error = form.error("code"),
                        .value = std::string{form.typed().text("code")},
                        .autocomplete = "off",
                        .autocapitalize = "none",
                        .spellcheck = false}
               << Input{.name = "digits",
                        .id = "digits",
                        .label = {.content = say("The code: eight digits"_p)},
                        .error = form.error("digits"),
                        .autocomplete = "off",
                        .inputmode = "numeric",
                        .classes = "govuk-input--width-10"}
               << Button{.content = say("Open it"_p), .prevents_double_click = true} << FormWriter::close();
}

/// The link opened once; what it gave goes on, for two hours.
Html show_again_form(const FormWriter& form, const FormFrame& frame, std::string_view pass)
{
    Html out;
    return out << form.open(frame) << carried(form.typed()) << hidden_input("pass", pass)
               << Button{.content = form.say()("Show it again"_p), .prevents_double_click = true}
               << FormWriter::close();
}

Html why_not_shown(const Speaker& say, WhyNotShown why)
{
    switch (why) {
        case WhyNotShown::over:
            return say(
                "The two hours after it was opened have passed, or the school took it back or closed it."_p);
        case WhyNotShown::crowded:
            return say("Too many use Safelead just now. Your link is still good."_p);
        case WhyNotShown::stopped:
            return say(
                "Part of the school’s record does not open. Tell the school: whoever runs Safelead for them "
                "can help. Your link is still good until two hours after you opened it."_p);
        case WhyNotShown::done:
            break;
    }
    throw_bug("what was done has no reason why it is not shown");
}

Html whom_to_ring(const Speaker& say, const NotShown& not_shown)
{
    const auto& sender = not_shown.sender;
    if (not_shown.why != WhyNotShown::over)
        return body(sender && !sender->telephone.empty()
                        ? say("If it can’t wait, ring {0}: {1}."_p, {sender->name, sender->telephone})
                        : say("If it can’t wait, ring the school that gave you the link."_p));
    if (sender && !sender->telephone.empty())
        return body(say("Give your answer to {0} now: {1}. Or ask them for another link."_p,
                        {sender->name, sender->telephone}));
    if (sender)
        return body(say("Give your answer to {0} now, by telephone. Or ask them for another link."_p,
                        {sender->name}));
    return body(say("Ring the school that gave you the link, and give them your answer."_p));
}

/// Nothing opens it any more, and nothing tells them so but the sender.
Html at_an_end(const Speaker& say, const ReferralPage& page)
{
    const auto& of = *page.view.it;
    const bool is_withdrawn = of.state == record::ReferralState::withdrawn;
    return body(is_withdrawn ? say("It is withdrawn: no link opens it any more, and whoever had it open no "
                                   "longer sees it. Ring {0} and tell them so: Safelead does not."_p,
                                   {of.to.name})
                             : say("No link opens it any more. What {0} still answers, by telephone or "
                                   "letter, write down here."_p,
                                   {of.to.name}));
}

}  // namespace

/// What is sent to an agency that can't sign in goes by a link, by post or by word; what it answers is
/// written down.
Html without_account(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    const auto& of = *page.view.it;
    const bool opens = record::opens_by_link(of.state);
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("They have no account here"_p) << "</h2>"
        << (opens ? body(say("Nothing was sent to {0} by Safelead. Give them a link and a code, or [print "
                             "it]({1}/paper) and send it by secure mail; then write down what they answer."_p,
                             {of.to.name, page.address}))
                  : at_an_end(say, page));
    if (!page.view.may_act) return out;
    if (opens)
        out << (page.view.link ? take_back_form(form, page, *page.view.link) : not_recorded(form, "link-why"))
            << make_link_form(form, page);
    else
        out << not_recorded(form, "link-why") << not_recorded(form, "whom");
    app::ReferralView as_they_see_it = page.view;
    as_they_see_it.side = record::Side::receiver;
    const ReferralPage written{as_they_see_it,          page.zone,    page.address,
                               page.csrf_token,         page.command, page.draft_of,
                               Answering::written_down, {},           page.kept};
    return out << step_forms(form, written);
}

app::LetterAsked on_paper(const Speaker& say, const ReferralPage& page)
{
    const auto& of = *page.view.it;
    app::LetterAsked letter;
    letter.title = say.plain("Referral {0} to {1}"_p, {of.reference.text(), of.to.name});
    letter.author = of.sent->from.name;
    letter.foot = say.plain("Referral {0}. For {1} alone. Answer to: {2}"_p,
                            {of.reference.text(), of.to.name, of.words.caller});
    letter.parts.emplace_back(
        say.plain("Sent"_p),
        say.plain("From {0} to {1}, sent by {2} on {3}."_p,
                  {of.sent->from.name, of.to.name, of.sent->by_name, time_in_words(page, of.sent->at)}));
    for (auto& row : referral_rows(say, page))
        letter.parts.emplace_back(
            row.child ? fmt::format("{} ({})", row.label, row.child->text()) : row.label,
            std::move(row.words));
    for (auto& part : outcome_help_parts(say, page)) letter.parts.push_back(std::move(part));
    return letter;
}

Html made_link_page(const Speaker& say, const app::SharedLink& link, const std::string& address,
                    const std::string& until, const std::string& back)
{
    Html out;
    return out << "<h1 class=\"govuk-heading-l\">" << say("Give them this link, and the code another way"_p)
               << "</h1>"
               << WarningText{.content =
                                  say("Both are shown once, now. Whoever has both reads the referral."_p)}
               << body(say("It opens once, until {0}. The record says who made it, for whom, and when it was "
                           "opened."_p,
                           {until}))
               << "<p class=\"govuk-body\">" << say("The link, for example by e-mail"_p)
               << ": <span class=\"govuk-!-text-break-word\" id=\"link\">" << text(address) << "#"
               << text(link.link) << "</span></p><p class=\"govuk-body\">" << say("The code, by telephone"_p)
               << ": <strong id=\"link-code\">" << text(link.code) << "</strong></p>"
               << Button{.content = say("I have kept them"_p), .href = back};
}

Html open_link_page(const FormWriter& form, const FormFrame& frame)
{
    const auto& say = form.say();
    Html out;
    return out
           << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("Open what was sent to you"_p)
           << "</h1>"
           << body(say(
                  "A school gave you a link and, another way, a code. Together they open a referral once. "
                  "If you have only one of them, ring the school."_p))
           << open_link_form(form, frame);
}

Html link_over_page(const FormWriter& form, const FormFrame& frame, const NotShown& not_shown)
{
    const auto& say = form.say();
    const bool is_over = not_shown.why == WhyNotShown::over;
    Html out;
    if (not_shown.why == WhyNotShown::done)
        return out << "<h1 class=\"govuk-heading-l\">" << say("This link is over"_p) << "</h1>"
                   << body(say("It is recorded, and the school sees it. You can close this page."_p));
    app::StepOffers offers;
    if (not_shown.sender) offers.agencies = not_shown.sender->agencies;
    const auto typed = typed_step(say, form.typed(), offers);
    out << "<h1 class=\"govuk-heading-l\">"
        << (is_over ? say("This link is over"_p) : say("This can’t be shown at the moment"_p)) << "</h1>";
    if (!typed.is_empty())
        out << WarningText{.content =
                               say("What you typed was not recorded, and the school does not have it."_p)};
    out << body(why_not_shown(say, not_shown.why)) << whom_to_ring(say, not_shown);
    if (!typed.is_empty())
        out << "<h2 class=\"govuk-heading-m\">" << say("What you typed"_p) << "</h2>"
            << body(say("It is kept nowhere but on this page: copy it, or read it out to them."_p)) << typed;
    out << "<h2 class=\"govuk-heading-m\">"
        << (is_over ? say("If you have another link"_p) : say("Try again in a minute"_p)) << "</h2>";
    if (!typed.is_empty()) out << body(say("What you typed goes along, to be sent."_p));
    return out << (is_over ? open_link_form(form, frame) : show_again_form(form, frame, not_shown.pass));
}

}  // namespace safelead::web
