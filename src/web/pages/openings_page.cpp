#include "web/pages/openings_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

#include <algorithm>

namespace safelead::web {

namespace {

Html paragraph(Html words)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << words << "</p>";
}

Html opening_card(const Speaker& say, const OpeningLine& line)
{
    SummaryList list;
    list.card = SummaryCard{.title = text(line.when)};
    list.rows.push_back({.key = say("School"_p), .value = text(line.school)});
    if (!line.who.empty()) list.rows.push_back({.key = say("Opened by"_p), .value = text(line.who)});
    if (!line.of.empty())
        list.rows.push_back(
            {.key = say("Case"_p), .value = say("[{0}](/cases/{0}/records/reading)"_p, {line.of})});
    Html found;
    if (line.judged.empty())
        found << Tag{.content = say("Nobody has looked at it yet"_p), .classes = "govuk-tag--yellow"};
    else
        found << text(line.judged);
    list.rows.push_back({.key = say("What was found"_p), .value = std::move(found)});
    if (!line.words.empty()) list.rows.push_back({.key = say("Why"_p), .value = text(line.words)});
    if (!line.reviewed.empty())
        list.rows.push_back({.key = say("Looked at"_p), .value = text(line.reviewed)});
    Html out;
    return out << list;
}

Html review_form(const FormWriter& form, const OpeningsPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> waiting;
    for (const auto& line : page.lines)
        if (line.may_review)
            waiting.push_back({.value = line.id, .label = say("{0}, {1}"_p, {line.when, line.who})});
    Html out;
    if (waiting.empty()) return out;
    return out << "<h2 class=\"govuk-heading-m\">" << say("Say what you found"_p) << "</h2>"
               << form.open(page.frame)
               << form.radios("opening", say("Which one?"_p), {}, std::move(waiting), Layout::small,
                              LegendSize::s)
               << form.radios("judged", say("What did you find?"_p), {},
                              {{.value = "right", .label = say("It was right: it could not wait"_p)},
                               {.value = "could_have_waited", .label = say("It could have waited"_p)},
                               {.value = "not_right", .label = say("It was not right"_p)}},
                              Layout::small, LegendSize::s)
               << form.paragraph("words", say("How do you know?"_p),
                                 say("Talk to whoever opened it. Name no child here"_p), 3)
               << Button{.content = say("Record what you found"_p), .prevents_double_click = true}
               << FormWriter::close();
}

}  // namespace

Html open_by_force_page(const FormWriter& form, const FormFrame& frame)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">"
        << say("Open a case that is closed to you"_p) << "</h1>"
        << WarningText{.content =
                           say("Only where a child can’t wait, and nobody who reads it can be reached. "
                               "If somebody is in danger, ring 999 first."_p)}
        << paragraph(
               say("It is open to you for 12 hours. That you opened it, when and why stands in the record "
                   "at once. The headteacher, the chair of governors and the local coordinator see that "
                   "it happened, and one of them looks at it with you afterwards."_p))
        << paragraph(say("A case that you are kept out of by name does not open."_p)) << form.open(frame)
        << form.line("reference", say("The reference of the case"_p), say("For example C-7K3M-9QXD"_p),
                     "govuk-input--width-20")
        << form.paragraph("why", say("Why can’t it wait?"_p), {}, 3)
        << Button{.content = say("Open the case"_p),
                  .classes = "govuk-button--warning",
                  .prevents_double_click = true}
        << FormWriter::close();
    return out;
}

Html openings_page(const FormWriter& form, const OpeningsPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary();
    if (page.is_recorded)
        out << NotificationBanner{.kind = BannerKind::success, .heading = say("It is recorded."_p)};
    out << "<h1 class=\"govuk-heading-l\">" << say("Cases opened because they could not wait"_p) << "</h1>"
        << paragraph(
               say("Somebody opened a case that is closed to them. Each one is looked at by somebody else, "
                   "within a working day if it can be."_p));
    if (page.lines.empty()) out << paragraph(say("No case was opened so."_p));
    for (const auto& line : page.lines) out << opening_card(say, line);
    return out << review_form(form, page);
}

Html openings_notice(const Speaker& say, std::size_t waiting)
{
    Html out;
    if (waiting == 0) return out;
    return out << NotificationBanner{.heading =
                                         say("Somebody opened a case that is closed to them ({0}). "
                                             "[See who and when, and say what you found](/openings)."_p,
                                             {std::to_string(waiting)})};
}

}  // namespace safelead::web
