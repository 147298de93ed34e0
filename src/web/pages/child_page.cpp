#include "web/pages/child_page.h"

#include "record/child.h"
#include "web/html/components.h"
#include "web/pages/certificate_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

using record::ErasureReason;

std::string when(const ChildPage& page, Instant at)
{
    return directory::words(page.zone.local(at));
}

Html who_they_are(const Speaker& say, const record::Identity& identity)
{
    SummaryList list;
    const auto add = [&](const Phrase& key, const std::string& value) {
        if (!value.empty()) list.rows.push_back({.key = say(key), .value = text(value)});
    };
    add("Name"_p, record::name_of(identity));
    add("Year group"_p, identity.year_group);
    add("School, or what else is known"_p, identity.school);
    add("Date of birth"_p, identity.born ? directory::long_date(*identity.born) : std::string{});
    add("UPN"_p, identity.upn);
    return list;
}

/// What was recorded of telling others outside, so that whoever asks knows who may hold a copy.
Html told_outside(const Speaker& say, const ChildPage& page)
{
    Html rows;
    for (const auto& of : page.view.cases)
        for (const auto& referral : of->referrals)
            rows << "<li>" << text(of->reference.text()) << ": " << text(referral.to) << "</li>";
    if (rows.is_empty())
        return Html{} << "<p class=\"govuk-body\">"
                      << say("No referral is recorded in the cases that you may read."_p) << "</p>";
    return Html{} << "<p class=\"govuk-body\">" << say("Recorded as told:"_p)
                  << "</p><ul class=\"govuk-list govuk-list--bullet\">" << rows << "</ul>";
}

/// Whom the certificate names whatever is ticked.
Html sent_to(const Speaker& say, const ChildPage& page)
{
    if (page.view.sent_to.empty()) return {};
    Html out;
    out << "<p class=\"govuk-body\">"
        << say("A referral was sent to these. The certificate names them, whether or not you tick them:"_p)
        << "</p><ul class=\"govuk-list govuk-list--bullet\">";
    for (const auto holder : page.view.sent_to) out << "<li>" << say(holder_words(holder)) << "</li>";
    return out << "</ul>";
}

std::vector<Choice> copy_holders(const Speaker& say)
{
    std::vector<Choice> choices;
    for (const auto& [word, holder] : record_copy_holders())
        choices.push_back({.value = std::string{word}, .label = say(holder_words(holder))});
    return choices;
}

/// Who wrote without an account is not known from the record: whoever asks says so.
Html conversations(const FormWriter& form, const ChildPage& page)
{
    if (page.view.conversations.empty()) return {};
    const auto& say = form.say();
    std::vector<Choice> choices;
    for (const auto& one : page.view.conversations)
        choices.push_back({.value = std::string{one->started.reference.text()},
                           .label = say("Conversation {0}, begun {1}"_p,
                                        {one->started.reference.text(), when(page, one->started_at)})});
    return form.checkboxes("conversations", say("Did this child write to the school without an account?"_p),
                           say("These led to a case that this child is in. Tick those that turned out to be "
                               "this child’s: they are erased with this record, with the name that was left "
                               "there. What others wrote stays."_p),
                           std::move(choices), Layout::small);
}

Html why_box(const FormWriter& form, std::string_view name, Html hint, const Phrase& label = "Why"_p)
{
    return form.paragraph(name, form.say()(label), std::move(hint), 3);
}

Html held(const FormWriter& form, const ChildPage& page)
{
    const auto& say = form.say();
    const auto& standing = page.view.standing;
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("This record is held"_p) << "</h2>"
        << InsetText{.content = say("Held by {0} since {1}: {2}"_p,
                                    {page.view.names.of(standing.hold->by), when(page, standing.held_at),
                                     standing.hold->why})}
        << "<p class=\"govuk-body\">" << say("Nothing of this child can be erased until it is lifted."_p)
        << "</p>";
    if (!page.view.may_decide) return out;
    return out << form.open(page.lift)
               << why_box(form, "lift-why", say("Who said that it need not be held any more."_p))
               << Button{.content = say("Lift the hold"_p),
                         .classes = "govuk-button--secondary",
                         .prevents_double_click = true}
               << FormWriter::close();
}

Html hold_form(const FormWriter& form, const ChildPage& page)
{
    const auto& say = form.say();
    Html content;
    content << form.open(page.hold)
            << why_box(form, "hold-why",
                       say("Who must have it kept: a court, the police, an inquiry, and their reference."_p))
            << Button{.content = say("Hold this record"_p),
                      .classes = "govuk-button--secondary",
                      .prevents_double_click = true}
            << FormWriter::close();
    return Details{.summary = say("Hold this record, so that it can’t be erased"_p),
                   .content = content,
                   .is_open = form.error("hold-why").has_value()};
}

Html ask_form(const FormWriter& form, const ChildPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> reasons;
    const auto add = [&](std::string value, ErasureReason reason) {
        reasons.push_back({.value = std::move(value), .label = say(reason_words(reason))});
    };
    add("retention_ended", ErasureReason::retention_ended);
    add("recorded_by_mistake", ErasureReason::recorded_by_mistake);
    add("court_order", ErasureReason::court_order);
    add("agreed_request", ErasureReason::agreed_request);
    Html content;
    content
        << "<p class=\"govuk-body\">"
        << say("What is recorded of this child alone is made unreadable, for good. What is shared with other "
               "children in a case lasts until the last of them is erased. Somebody else must agree."_p)
        << "</p>" << form.open(page.ask)
        << form.radios("reason", say("Why may it go?"_p), {}, std::move(reasons), Layout::small)
        << why_box(form, "ask-why", say("What was checked, and who said so."_p)) << conversations(form, page)
        << told_outside(say, page) << sent_to(say, page)
        << form.checkboxes(
               "copies-with", say("Who else may hold a copy?"_p),
               say("Tick all that apply. The certificate names them, with a notice to send them."_p),
               copy_holders(say), Layout::small)
        << Button{.content = say("Ask for it to be erased"_p),
                  .classes = "govuk-button--warning",
                  .prevents_double_click = true}
        << FormWriter::close();
    return Details{.summary = say("Erase this child’s record"_p),
                   .content = content,
                   .is_open = form.error("ask-why").has_value() || form.error("reason").has_value()};
}

Html asked(const FormWriter& form, const ChildPage& page)
{
    const auto& say = form.say();
    const auto& request = *page.view.standing.asked;
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Somebody asks for this record to be erased"_p) << "</h2>"
        << SummaryList{.rows = {{.key = say("Asked by"_p),
                                 .value = say("{0}, {1}"_p, {page.view.names.of(request.by),
                                                             when(page, page.view.standing.asked_at)})},
                                {.key = say("Reason"_p), .value = say(reason_words(request.reason))},
                                {.key = say("Why"_p), .value = text(request.why)}}};
    if (page.view.would_go)
        out << "<h3 class=\"govuk-heading-s\">" << say("What would be destroyed"_p) << "</h3>"
            << bullets(destroyed_lines(say, *page.view.would_go)) << "<h3 class=\"govuk-heading-s\">"
            << say("What would be left"_p) << "</h3>" << bullets(left_lines(say, *page.view.would_go));
    if (page.own_request) out << "<p class=\"govuk-body\">" << say("Somebody else has to agree."_p) << "</p>";
    if (page.view.may_agree)
        out << form.open(page.agree)
            << WarningText{.content =
                               say("This can’t be undone by anyone. Keys are destroyed; what they opened "
                                   "stays as bytes that nobody can read."_p)}
            << PasswordInput{.name = "password",
                             .id = "password",
                             .label = {.content = say("Your password"_p)},
                             .error = form.error("password")}
            << Button{.content = say("Agree, and erase it"_p),
                      .classes = "govuk-button--warning",
                      .prevents_double_click = true}
            << FormWriter::close();
    return out << form.open(page.refuse)
               << why_box(form, "refuse-why", {},
                          page.own_request ? "Why you take it back"_p : "If you don’t agree: why"_p)
               << Button{.content = page.own_request ? say("Take it back"_p) : say("Don’t agree"_p),
                         .classes = "govuk-button--secondary",
                         .prevents_double_click = true}
               << FormWriter::close();
}

}  // namespace

Html child_page(const FormWriter& form, const ChildPage& page)
{
    const auto& say = form.say();
    const auto& standing = page.view.standing;
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("A child’s record"_p) << "</h1>";
    if (standing.erased)
        return out << InsetText{.content =
                                    say("This child’s record was erased. [The certificate](/erasures/{0}) "
                                        "says what went and what is left."_p,
                                        {standing.erased->text()})};
    out << who_they_are(say, page.view.it->identity) << page.history;
    if (standing.hold) return out << held(form, page);
    if (standing.asked) return out << asked(form, page);
    if (page.view.may_decide) out << hold_form(form, page) << ask_form(form, page);
    return out;
}

}  // namespace safelead::web
