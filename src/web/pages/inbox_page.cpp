#include "web/pages/inbox_page.h"

#include "web/pages/words.h"

namespace safelead::web {

namespace {

void add_tag(Html& out, Html words, std::string colour)
{
    out << Tag{.content = std::move(words), .classes = std::move(colour)} << " ";
}

Html concern_tags(const Speaker& say, const InboxLine& line)
{
    Html out;
    if (line.danger_now == record::Answer::yes) add_tag(out, say("Danger now"_p), "govuk-tag--red");
    if (line.escalated) add_tag(out, say("Passed up, unread"_p), "govuk-tag--red");
    if (line.still_worried) add_tag(out, say("Still worried"_p), "govuk-tag--orange");
    switch (line.state) {
        case record::ConcernState::waiting:
            add_tag(out, say("Not read yet"_p), "govuk-tag--blue");
            break;
        case record::ConcernState::read:
            add_tag(out, say("Read, not settled"_p), "govuk-tag--yellow");
            break;
        case record::ConcernState::in_case:
            add_tag(out, say("In a case"_p), "govuk-tag--green");
            break;
        case record::ConcernState::kept_without_case:
            add_tag(out, say("Kept without a case"_p), "govuk-tag--grey");
            break;
    }
    return out;
}

Html concern_item(const Speaker& say, const InboxLine& line)
{
    Html out;
    out << "<li class=\"safelead-item\"><h2 class=\"govuk-heading-s\"><a class=\"govuk-link\" "
           "href=\"/concerns/"
        << text(line.reference) << "\">" << text(line.who) << "</a></h2><p class=\"govuk-body\">"
        << concern_tags(say, line) << "<br>"
        << say("{0}, reported by {1}, {2}"_p, {line.reference, line.reporter, line.reported});
    if (line.told_in_person) out << ". " << say("The reporter says that you were told in person."_p);
    return out << "</p></li>";
}

Html case_item(const Speaker& say, const CaseLine& line)
{
    Html out;
    out << "<li class=\"safelead-item\"><h2 class=\"govuk-heading-s\"><a class=\"govuk-link\" href=\"/cases/"
        << text(line.reference) << "\">" << text(line.reference)
        << (line.who.empty() ? Html{} : Html{Markup{": "}}) << text(line.who)
        << "</a></h2><p class=\"govuk-body\">";
    if (line.state == record::CaseState::closed) add_tag(out, say("Closed"_p), "govuk-tag--grey");
    if (line.waits_for_sign_off) add_tag(out, say("Waits for sign-off"_p), "govuk-tag--yellow");
    if (line.overdue) add_tag(out, say("Overdue"_p), "govuk-tag--red");
    if (!line.route.empty()) out << text(line.route) << ". ";
    out << say("Opened {0}."_p, {line.opened});
    if (!line.next.empty()) out << "<br>" << say("Next: {0}"_p, {line.next});
    return out << "</p></li>";
}

Html case_list(const Speaker& say, const std::vector<CaseLine>& lines)
{
    Html out;
    out << "<ul class=\"govuk-list\">";
    for (const auto& line : lines) out << case_item(say, line);
    return out << "</ul>";
}

Html narrower(const FormWriter& form)
{
    const auto& say = form.say();
    Html out;
    out << form.radios("status", say("Status"_p), {},
                       {{.value = "", .label = say("Any"_p)},
                        {.value = "open", .label = say("Open"_p)},
                        {.value = "undecided", .label = say("Open, and not decided"_p)},
                        {.value = "sign-off", .label = say("Waits for a sign-off"_p)},
                        {.value = "overdue", .label = say("With an overdue task"_p)},
                        {.value = "closed", .label = say("Closed"_p)}},
                       Layout::small, LegendSize::s)
        << form.date("from", say("Opened on this day or later"_p))
        << form.date("until", say("Opened on this day or earlier"_p));
    return out;
}

Html find_form(const FormWriter& form, const FormFrame& find)
{
    const auto& say = form.say();
    Html out;
    out << form.open(find)
        << form.line(
               "q", say("Find a case"_p),
               say("Its reference, a child's name however it is spelt, words that somebody wrote in it, or a "
                   "task that waits"_p),
               "govuk-input--width-20")
        << Details{.summary = say("Only those of a status, or opened on certain days"_p),
                   .content = narrower(form),
                   .is_open =
                       !form.typed().text("status").empty() || form.error("from") || form.error("until")}
        << Button{.content = say("Find"_p), .classes = "govuk-button--secondary"};
    return out << FormWriter::close();
}

}  // namespace

Html inbox_page(const Speaker& say, const std::vector<InboxLine>& lines)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Inbox"_p) << "</h1><p class=\"govuk-body\">"
        << say("The most urgent first. Nothing here rings anyone: those who report are told to find you."_p)
        << "</p>";
    if (lines.empty()) return out << "<p class=\"govuk-body\">" << say("Nothing is waiting."_p) << "</p>";
    out << "<ul class=\"govuk-list\">";
    for (const auto& line : lines) out << concern_item(say, line);
    return out << "</ul>";
}

Html cases_page(const FormWriter& form, const FormFrame& find, const std::vector<CaseLine>& lines)
{
    const auto& say = form.say();
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Cases"_p) << "</h1>";
    if (lines.empty()) return out << "<p class=\"govuk-body\">" << say("There are no cases yet."_p) << "</p>";
    return out << find_form(form, find) << case_list(say, lines);
}

Html cases_found_page(const FormWriter& form, const FormFrame& find, const std::vector<CaseLine>& lines,
                      MoreFound more)
{
    const auto& say = form.say();
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Cases found"_p) << "</h1>" << find_form(form, find);
    if (lines.empty())
        out << "<p class=\"govuk-body\">" << say("No case that you may read was found by that."_p) << "</p>";
    else
        out << case_list(say, lines);
    if (more == MoreFound::perhaps)
        out << "<p class=\"govuk-body\">" << say("There may be more. Say more of what you are looking for."_p)
            << "</p>";
    return out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/cases\">" << say("All cases"_p)
               << "</a></p>";
}

}  // namespace safelead::web
