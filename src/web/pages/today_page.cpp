#include "web/pages/today_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

#include <algorithm>

namespace safelead::web {

namespace {

void add_tag(Html& out, Html words, std::string colour)
{
    out << Tag{.content = std::move(words), .classes = std::move(colour)} << " ";
}

Html task_item(const Speaker& say, const TaskLine& line)
{
    Html out;
    out << "<li class=\"safelead-item\"><h3 class=\"govuk-heading-s\"><a class=\"govuk-link\" href=\"/cases/"
        << text(line.reference) << "/actions\">" << text(line.words) << "</a></h3><p class=\"govuk-body\">";
    if (line.is_passed_up) add_tag(out, say("Passed up to you"_p), "govuk-tag--red");
    if (line.is_for_now)
        add_tag(out, say("Do this now"_p), "govuk-tag--red");
    else if (line.is_overdue)
        add_tag(out, say("Overdue"_p), "govuk-tag--red");
    else if (line.is_soon)
        add_tag(out, say("Due soon"_p), "govuk-tag--yellow");
    out << say("Case {0}. Due {1}. By: {2}"_p, {line.reference, line.due, line.owner});
    if (line.owner_is_away)
        out << "<br><strong>" << say("They are away or have left: give it to somebody."_p) << "</strong>";
    return out << "</p></li>";
}

template <class Wanted>
void add_part(Html& out, const Speaker& say, const std::vector<TaskLine>& lines, const Phrase& heading,
              const Wanted& wanted)
{
    Html items;
    for (const auto& line : lines)
        if (wanted(line)) items << task_item(say, line);
    if (items.is_empty()) return;
    out << "<h2 class=\"govuk-heading-m\">" << say(heading) << "</h2><ul class=\"govuk-list\">" << items
        << "</ul>";
}

}  // namespace

Html today_page(const Speaker& say, const std::vector<TaskLine>& lines, const Html& first)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">" << say("Today"_p) << "</h1><p class=\"govuk-body\">"
        << say("What waits in the cases that you may read, the soonest due first. Where a child’s safety is "
               "concerned, weekends and holidays count."_p)
        << "</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/caseload\">"
        << say("Who has how much, and handing over"_p)
        << "</a></p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/open-by-force\">"
        << say("A case that is closed to you and can’t wait"_p) << "</a></p>" << first;
    if (lines.empty() && !first.is_empty()) return out;
    if (lines.empty())
        return out << "<p class=\"govuk-body\">" << say("Nothing is waiting to be done."_p) << "</p>";
    const auto mine = [](const TaskLine& line) { return line.is_own || line.is_passed_up; };
    const auto late = [](const TaskLine& line) { return line.is_overdue || line.is_for_now; };
    add_part(out, say, lines, "Yours, overdue or for now"_p,
             [&](const TaskLine& line) { return mine(line) && late(line); });
    add_part(out, say, lines, "Yours, next"_p,
             [&](const TaskLine& line) { return mine(line) && !late(line); });
    add_part(out, say, lines, "Other people’s, overdue or without anybody there"_p,
             [&](const TaskLine& line) { return !mine(line) && (late(line) || line.owner_is_away); });
    add_part(out, say, lines, "Other people’s, next"_p,
             [&](const TaskLine& line) { return !mine(line) && !late(line) && !line.owner_is_away; });
    return out;
}

Html today_without_cases(const Speaker& say)
{
    Html out;
    return out << "<h1 class=\"govuk-heading-l\">" << say("Today"_p) << "</h1><p class=\"govuk-body\">"
               << say("What waits for you today. Safelead rings nobody, so look here."_p) << "</p>";
}

Html caseload_page(const FormWriter& form, const LoadPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary();
    if (!page.done.empty())
        out << NotificationBanner{.kind = BannerKind::success, .heading = text(page.done)};
    out << "<h1 class=\"govuk-heading-l\">" << say("Who has how much"_p) << "</h1>"
        << "<p class=\"govuk-body\">" << say("Open cases that you may read, by who has them."_p) << "</p>"
        << "<ul class=\"govuk-list\">";
    for (const auto& load : page.loads) {
        out << "<li class=\"safelead-item\"><h2 class=\"govuk-heading-s\">" << text(load.name) << "</h2>"
            << "<p class=\"govuk-body\">";
        if (load.is_away) add_tag(out, say("Away, or has left"_p), "govuk-tag--yellow");
        out << say("Open cases: {0}. To do in them: {1}, of which overdue: {2}. Decisions that wait for a "
                   "sign-off: {3}."_p,
                   {load.open_cases, load.tasks, load.overdue, load.sign_offs})
            << "</p></li>";
    }
    out << "</ul><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/supervision\">"
        << say("Supervision of leads: what was agreed, and when again"_p)
        << "</a></p><h2 class=\"govuk-heading-m\">" << say("Hand over"_p) << "</h2><p class=\"govuk-body\">"
        << say("When somebody leaves or is away: all their open cases and the tasks given to them by name go "
               "to "
               "somebody else. One case alone is handed over under its actions."_p)
        << "</p>" << form.open(page.frame);
    std::vector<Choice> people;
    for (const auto& load : page.loads) people.push_back({.value = load.lead, .label = text(load.name)});
    out << form.radios("from", say("From whom?"_p), {}, people, Layout::small, LegendSize::s)
        << form.radios("to", say("To whom?"_p), {}, people, Layout::small, LegendSize::s)
        << form.paragraph("why", say("Why, and what do they need to know first?"_p), {}, 3)
        << Button{.content = say("Hand over"_p),
                  .classes = "govuk-button--secondary",
                  .prevents_double_click = true}
        << FormWriter::close();
    return out;
}

}  // namespace safelead::web
