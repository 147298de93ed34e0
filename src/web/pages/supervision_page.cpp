#include "web/pages/supervision_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

namespace safelead::web {

namespace {

Html note_card(const Speaker& say, const SupervisionLine& note)
{
    SummaryList list;
    list.card = SummaryCard{.title = say("Supervision of {0}"_p, {note.lead})};
    list.rows = {{.key = say("With"_p), .value = text(note.supervisor)},
                 {.key = say("When"_p), .value = text(note.when)},
                 {.key = say("What was agreed"_p), .value = text(note.agreed)}};
    Html next;
    if (note.is_overdue) next << Tag{.content = say("Overdue"_p), .classes = "govuk-tag--red"} << " ";
    next << (note.next.empty() ? Html{say("No day was set"_p)} : Html{text(note.next)});
    list.rows.push_back({.key = say("Next"_p), .value = std::move(next)});
    list.rows.push_back({.key = say("Recorded"_p), .value = text(note.recorded)});
    Html out;
    return out << list;
}

}  // namespace

Html supervision_page(const FormWriter& form, const SupervisionPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary();
    if (page.is_recorded)
        out << NotificationBanner{.kind = BannerKind::success, .heading = say("It is recorded."_p)};
    out << "<h1 class=\"govuk-heading-l\">" << say("Supervision"_p) << "</h1><p class=\"govuk-body\">"
        << say("What a lead carries, talked over with somebody. A note is sealed like the cases and stands "
               "in none "
               "of them; it is seen by the two who were there and by the headteacher, and by nobody else."_p)
        << "</p><p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/caseload\">"
        << say("Who has how much"_p) << "</a></p>";
    if (page.notes.empty())
        out << "<p class=\"govuk-body\">" << say("There is no note that you may read."_p) << "</p>";
    for (const auto& note : page.notes) out << note_card(say, note);
    return out << "<h2 class=\"govuk-heading-m\">" << say("Record a supervision"_p) << "</h2>"
               << form.open(page.frame)
               << form.radios("lead", say("Whose supervision was it?"_p), {}, page.leads, Layout::small,
                              LegendSize::s)
               << form.radios("supervisor", say("Who supervised?"_p),
                              say("You were one of the two: nobody writes a note for others."_p),
                              page.supervisors, Layout::small, LegendSize::s)
               << form.event_time("when", say("When?"_p))
               << form.paragraph("agreed", say("What was agreed?"_p),
                                 say("No child’s name: name cases by their reference."_p), 5)
               << form.date("next", say("When is the next one?"_p), say("Leave it empty if no day is set"_p))
               << Button{.content = say("Record this supervision"_p), .prevents_double_click = true}
               << FormWriter::close();
}

}  // namespace safelead::web
