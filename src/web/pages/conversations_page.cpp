#include "web/pages/conversations_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <utility>

namespace safelead::web {

namespace {

using record::NameBasis;
using record::NameStanding;

Html paragraph(Html content)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << content << "</p>";
}

Html section(Html title)
{
    Html out;
    return out << "<h2 class=\"govuk-heading-m\">" << title << "</h2>";
}

FormFrame frame_for(const ConversationPage& page, std::string_view what)
{
    return {.action = fmt::format("/conversations/{}/{}", page.reference, what),
            .csrf_token = page.csrf_token,
            .command = fmt::format("{}-{}", page.command, what),
            .draft = fmt::format("{}-{}", what, page.reference),
            .page = fmt::format("/conversations/{}", page.reference),
            .id = fmt::format("form-{}", what)};
}

Html send(Html words, std::string classes = {})
{
    Html out;
    return out << Button{.content = std::move(words),
                         .classes = std::move(classes),
                         .prevents_double_click = true}
               << FormWriter::close();
}

Html messages(const Speaker& say, const ConversationPage& page)
{
    Html out;
    out << "<ol class=\"govuk-list\">";
    for (const auto& one : page.messages) {
        out << "<li class=\"safelead-item\"><p class=\"govuk-body govuk-!-margin-bottom-1\"><strong>"
            << (one.who.empty() ? say("The young person, {0}"_p, {one.when})
                                : say("{0}, {1}"_p, {one.who, one.when}))
            << "</strong></p><p class=\"govuk-body safelead-words\">" << text(one.words) << "</p></li>";
    }
    return out << "</ol>";
}

Html answer_form(const FormWriter& form, const ConversationPage& page)
{
    const auto& say = form.say();
    Html out;
    return out << section(say("Answer"_p)) << form.open(frame_for(page, "answer"))
               << form.paragraph(
                      "answer", say("Your answer to the young person"_p),
                      say("Use short, plain words. They see your name beside it. Don’t promise to keep "
                          "a secret, and don’t ask what an image shows."_p),
                      6)
               << send(say("Send the answer"_p));
}

Html openings(const Speaker& say, const ConversationPage& page)
{
    Html out;
    for (const auto& one : page.openings) {
        Html content;
        content << (one.opening.opened.basis == NameBasis::agreed
                        ? say("{0} opened the name on {1}: the young person had agreed."_p,
                              {one.who, one.when})
                        : say("{0} opened the name on {1}, for danger: {2}"_p,
                              {one.who, one.when, one.opening.opened.reason}));
        if (one.opening.review) {
            content << "<br>"
                    << (one.opening.review->found == record::OpeningFound::right
                            ? say("{0} looked at it and found it right: {1}"_p,
                                  {one.reviewer, one.opening.review->words})
                            : say("{0} looked at it and found that it was not right: {1}"_p,
                                  {one.reviewer, one.opening.review->words}));
        } else if (one.opening.awaits_review()) {
            content << "<br>" << say("A second person has still to look at this, by the next day."_p);
        }
        out << InsetText{.content = std::move(content)};
    }
    return out;
}

Html review_forms(const FormWriter& form, const ConversationPage& page)
{
    const auto& say = form.say();
    Html out;
    for (const int number : page.to_review) {
        auto frame = frame_for(page, "review");
        frame.id = fmt::format("form-review-{}", number);
        frame.command = fmt::format("{}-review-{}", page.command, number);
        out << section(say("Was it right to open the name?"_p)) << form.open(frame)
            << hidden_input("number", std::to_string(number))
            << form.radios("found", say("What do you find?"_p), {},
                           {{.value = "right", .label = say("It was right"_p)},
                            {.value = "not_right", .label = say("It was not right"_p)}},
                           Layout::small, LegendSize::s)
            << form.paragraph("found-words", say("Why"_p), {}, 3) << send(say("Record this"_p));
    }
    return out;
}

Html ask_form(const FormWriter& form, const ConversationPage& page)
{
    const auto& say = form.say();
    if (page.name_standing == NameStanding::may_be_opened || page.name_standing == NameStanding::asked_for)
        return {};
    Html out;
    return out << form.open(frame_for(page, "ask-for-name"))
               << form.paragraph("ask-why", say("Why you would like to know their name"_p),
                                 say("The young person reads this and says yes or no."_p), 3)
               << send(say("Ask for their name"_p), "govuk-button--secondary");
}

Html open_forms(const FormWriter& form, const ConversationPage& page)
{
    const auto& say = form.say();
    Html out;
    if (page.name_standing == NameStanding::may_be_opened) {
        auto agreed = frame_for(page, "open-name");
        return out << form.open(agreed) << hidden_input("basis", "agreed")
                   << send(say("Open the name, as they agreed"_p));
    }
    Html content;
    auto danger = frame_for(page, "open-name");
    danger.id = "form-open-danger";
    content << paragraph(
                   say("Only if somebody is in immediate danger, and there is no time to ask. It is recorded "
                       "that you opened it. The young person is told, with your name and your reason. A "
                       "second person looks at it by the next day."_p))
            << paragraph(say("If somebody is in danger, ring [999](tel:999) first."_p)) << form.open(danger)
            << hidden_input("basis", "danger")
            << form.paragraph("danger-reason", say("What the danger is"_p),
                              say("The young person reads this."_p), 3)
            << send(say("Open the name now"_p), "govuk-button--warning");
    return out << Details{.summary = say("Open the name without their agreement"_p),
                          .content = std::move(content),
                          .is_open = form.error("danger-reason").has_value()};
}

Html name_section(const FormWriter& form, const ConversationPage& page)
{
    const auto& say = form.say();
    Html out;
    out << section(say("Their name"_p));
    if (page.name_standing == NameStanding::none)
        return out << paragraph(say("They have left no name. It may not be possible to find them."_p));
    if (page.name) out << InsetText{.content = say("They wrote: **{0}**"_p, {*page.name})};
    out << openings(say, page);
    if (page.name || !page.may_answer) return out;
    switch (page.name_standing) {
        case NameStanding::sealed:
            out << paragraph(say("They have left a name. It is sealed, and they want to be asked first."_p));
            break;
        case NameStanding::asked_for:
            out << paragraph(say("They have been asked, and have not answered yet."_p));
            break;
        case NameStanding::refused:
            out << paragraph(say("They were asked, and said no."_p));
            break;
        case NameStanding::may_be_opened:
            out << paragraph(say("They have agreed that it may be opened. Each who opens it is recorded."_p));
            break;
        case NameStanding::none:
            break;
    }
    return out << ask_form(form, page) << open_forms(form, page);
}

Html concern_form(const FormWriter& form, const ConversationPage& page)
{
    const auto& say = form.say();
    Html out;
    out << section(say("Make a concern of it"_p));
    if (page.is_concern) {
        if (page.concern.empty()) return out << paragraph(say("It has become a concern."_p));
        return out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/concerns/"
                   << text(page.concern) << "\">" << say("It has become concern {0}"_p, {page.concern})
                   << "</a></p>";
    }
    if (!page.may_answer) return {};
    auto cases = page.cases;
    cases.insert(cases.begin(), Choice{.value = "", .label = say("A new concern in the inbox"_p)});
    out << paragraph(
               say("What they wrote is kept word for word. The young person is told in the conversation."_p))
        << form.open(frame_for(page, "concern"))
        << form.line("who", say("Who it is, if you know"_p),
                     say("Leave it empty if you don’t. A name that you opened here may be used."_p))
        << form.radios("danger-now", say("Is anyone in danger now?"_p), {}, yes_no_unknown(say),
                       Layout::small, LegendSize::s);
    if (cases.size() > 1)
        out << form.radios("case", say("What becomes of it?"_p), {}, std::move(cases), Layout::small,
                           LegendSize::s);
    return out << send(say("Make a concern of it"_p));
}

Html end_form(const FormWriter& form, const ConversationPage& page)
{
    const auto& say = form.say();
    Html content;
    content << form.open(frame_for(page, "end"))
            << form.paragraph("last-words", say("Your last words to the young person"_p),
                              say("They can still read it all, and write again."_p), 3)
            << send(say("End the conversation"_p), "govuk-button--secondary");
    return Details{.summary = say("End the conversation"_p),
                   .content = std::move(content),
                   .is_open = form.error("last-words").has_value()};
}

}  // namespace

Html conversation_lines(const Speaker& say, const std::vector<ConversationLine>& lines)
{
    Html out;
    out << "<ul class=\"govuk-list\">";
    for (const auto& line : lines) {
        out << "<li class=\"safelead-item\"><h3 class=\"govuk-heading-s\"><a class=\"govuk-link\" "
               "href=\"/conversations/"
            << text(line.reference) << "\">" << say("Conversation {0}"_p, {line.reference})
            << "</a></h3><p class=\"govuk-body\">";
        if (line.is_unread) out << Tag{.content = say("Not read yet"_p), .classes = "govuk-tag--blue"} << " ";
        if (!line.waits.empty())
            out << Tag{.content = say("Waits for an answer"_p), .classes = "govuk-tag--yellow"} << " ";
        if (line.to_review)
            out << Tag{.content = line.review_overdue ? say("Overdue: look at the opening of a name"_p)
                                                      : say("Look at the opening of a name"_p),
                       .classes = "govuk-tag--red"}
                << " ";
        if (line.is_ended) out << Tag{.content = say("Ended"_p), .classes = "govuk-tag--grey"} << " ";
        out << "<br>" << say("Begun {0}."_p, {line.started});
        if (!line.waits.empty()) out << " " << say("Waits since {0}."_p, {line.waits});
        if (line.to_review) out << " " << say("To be looked at by {0}."_p, {line.review_by});
        out << "</p></li>";
    }
    return out << "</ul>";
}

Html conversations_page(const Speaker& say, const std::vector<ConversationLine>& lines, bool may_set_hours)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Messages from young people"_p) << "</h1>"
        << paragraph(say("You don’t know who wrote unless they say so."_p));
    if (lines.empty())
        out << paragraph(say("There are none."_p));
    else
        out << section(say("The longest waiting first"_p)) << conversation_lines(say, lines);
    if (may_set_hours)
        out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/settings/talk\">"
            << say("Who answers young people, and when"_p) << "</a></p>";
    return out;
}

Html conversation_page(const FormWriter& form, const ConversationPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">"
        << say("Conversation {0}"_p, {page.reference}) << "</h1>";
    if (page.staff_involved == record::StaffInvolved::someone)
        out << InsetText{.content = say("They say that it is about an adult who works here."_p)};
    if (page.staff_involved == record::StaffInvolved::lead ||
        page.staff_involved == record::StaffInvolved::lead_and_head ||
        page.staff_involved == record::StaffInvolved::head)
        out << InsetText{
            .content = say(
                "They say that it is about the safeguarding lead or the head. It came to you past them."_p)};
    if (page.is_ended) out << InsetText{.content = say("It has been ended. They can still write again."_p)};
    out << messages(say, page)
        << paragraph(
               say("Their code works until {0}, or 90 days after the next message."_p, {page.code_ends}));
    if (page.may_answer) out << answer_form(form, page);
    out << name_section(form, page) << review_forms(form, page) << concern_form(form, page);
    if (page.may_answer && !page.is_ended) out << end_form(form, page);
    return out;
}

}  // namespace safelead::web
