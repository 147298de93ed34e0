#include "web/pages/inbox_page.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

Html report_card(const FormWriter& form, const MyReport& report)
{
    const auto& say = form.say();
    SummaryList list;
    list.card = SummaryCard{.title = text(report.reference)};
    list.rows = {
        {.key = say("Sent"_p), .value = text(report.reported)},
        {.key = say("Read"_p), .value = report.read ? say("Yes, it has been read"_p) : say("Not yet"_p)},
        {.key = say("Acted on"_p),
         .value = report.acted_on ? say("Yes, it is being acted on"_p) : say("Not yet"_p)}};
    if (!report.by_way_of.empty())
        list.rows.push_back(
            {.key = say("Sent by way of"_p),
             .value = say("{0}, in your name. If you know nothing of it, tell your safeguarding lead"_p,
                          {report.by_way_of})});
    if (report.still_worried)
        list.rows.push_back(
            {.key = say("Still worried"_p), .value = say("You said so, and it is waiting to be read"_p)});
    Html worried;
    worried << form.open(report.worried)
            << form.paragraph("words-" + report.reference, say("What are you still worried about?"_p),
                              say("It goes to whoever has your report, and counts as unread again."_p), 3)
            << Button{.content = say("I’m still worried"_p),
                      .classes = "govuk-button--secondary",
                      .prevents_double_click = true}
            << FormWriter::close();
    Html out;
    out << list
        << Details{.summary = say("I’m still worried"_p),
                   .content = worried,
                   .is_open = form.error("words-" + report.reference).has_value()};
    return out;
}

}  // namespace

Html my_reports_page(const FormWriter& form, const std::vector<MyReport>& reports, std::string_view returned)
{
    const auto& say = form.say();
    const FormFields nothing;
    const FormErrors none;
    const FormWriter empty{say, nothing, none};
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">" << say("My reports"_p) << "</h1>"
        << "<p class=\"govuk-body\">"
        << say("You can see whether a report was read and whether it is being acted on. To protect the child "
               "you "
               "can’t see more. If anyone is in danger, ring 999."_p)
        << "</p>";
    if (reports.empty())
        out << "<p class=\"govuk-body\">" << say("You have not reported anything yet."_p) << "</p>";
    for (const auto& report : reports)
        out << report_card(report.reference == returned ? form : empty, report);
    out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/concerns/new\">"
        << say("Report a concern"_p) << "</a></p><p class=\"govuk-body\"><a class=\"govuk-link\" "
        << "href=\"/settings/messages\">" << say("Mail when something waits"_p) << "</a></p>";
    return out;
}

}  // namespace safelead::web
