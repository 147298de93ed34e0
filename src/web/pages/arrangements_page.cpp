#include "web/pages/arrangements_page.h"

#include "base/bug.h"
#include "web/html/components/summary_list.h"
#include "web/pages/contact_lines.h"
#include "web/pages/contacts_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {
namespace {

using directory::Contact;
using directory::Contacts;
using directory::Deadline;
using directory::FrontDoor;
using directory::Grounds;
using directory::Timescale;

Html grounds_line(const Speaker& say, const Grounds& grounds, Date today)
{
    return provenance_line(say, grounds.sources, grounds.seen_on, directory::checked_words(grounds, today));
}

Html reach(const Speaker& say, const Contact& contact)
{
    Html out;
    out << "<strong>" << text(contact.name) << "</strong>";
    if (contact.telephone) {
        out << ": " << number_link(*contact.telephone);
        if (!contact.telephone->then.empty()) out << ", " << text(contact.telephone->then);
    } else if (!contact.web.empty()) {
        out << ": <a class=\"govuk-link\" rel=\"noreferrer\" href=\"" << text(contact.web) << "\">"
            << text(std::string_view{contact.web}.substr(8)) << "</a>";
    }
    if (contact.hours.kind == directory::Hours::Kind::not_known)
        out << " (" << say("nobody has written down its hours"_p) << ")";
    return out;
}

Html list_of(Markup open, Markup close, const std::vector<std::string>& lines)
{
    Html out;
    out << open;
    for (const auto& line : lines) out << "<li>" << text(line) << "</li>";
    return out << close << "\n";
}

Html door_lines(const Speaker& say, const FrontDoor& door, const Contacts& contacts, Date today)
{
    Html out;
    out << "<div class=\"safelead-call\"><h3 class=\"govuk-heading-s\" id=\"" << text(door.id) << "\">"
        << text(door.name) << "</h3>\n<p class=\"govuk-body\">" << text(door.when) << "</p>\n";
    if (const auto* first = contacts.find(door.contact))
        out << "<p class=\"govuk-body\">" << reach(say, *first) << ".";
    if (const auto* other = door.otherwise ? contacts.find(*door.otherwise) : nullptr)
        out << "<br>" << say("If it does not answer:"_p) << " " << reach(say, *other) << ".";
    out << "</p>\n" << list_of("<ol class=\"govuk-list govuk-list--number\">", "</ol>", door.steps);
    if (!door.say.empty())
        out << "<p class=\"govuk-body\">" << say("They will ask for:"_p) << "</p>\n"
            << list_of("<ul class=\"govuk-list govuk-list--bullet\">", "</ul>", door.say);
    return out << grounds_line(say, door.grounds, today) << "</div>\n";
}

SummaryList timescale_list(const Speaker& say, const std::vector<Timescale>& timescales, Date today)
{
    SummaryList list;
    for (const Timescale& one : timescales) {
        Html time;
        time << "<p class=\"govuk-body govuk-!-margin-bottom-1\"><strong>"
             << text(time_allowed(say, one.deadline)) << "</strong>, "
             << say("counted from {0}"_p, {one.counted_from}) << ". " << text(one.who) << ".</p>"
             << grounds_line(say, one.grounds, today);
        list.rows.push_back({.key = text(one.what), .value = std::move(time)});
    }
    return list;
}

}  // namespace

std::string time_allowed(const Speaker& say, const Deadline& deadline)
{
    using Kind = Deadline::Kind;
    constexpr int minutes_an_hour = 60;
    const bool is_days = deadline.kind == Kind::working_days;
    const auto amount = is_days ? deadline.amount : deadline.amount / minutes_an_hour;
    const auto count = fmt::format("{}", amount);
    switch (deadline.kind) {
        case Kind::real_time:
            if (amount == 0) return say.plain("now"_p);
            return say.plain(amount == 1 ? "within {0} hour"_p : "within {0} hours"_p, {count});
        case Kind::working_time:
            return say.plain(amount == 1 ? "within {0} working hour"_p : "within {0} working hours"_p,
                             {count});
        case Kind::end_of_school_day:
            return say.plain("on the same school day"_p);
        case Kind::working_days:
            return say.plain(amount == 1 ? "within {0} working day"_p : "within {0} working days"_p, {count});
    }
    throw_bug("a deadline is of no such kind");
}

Html arrangements_page(const Speaker& say, const directory::Arrangements& arrangements,
                       const Contacts& contacts, Date today)
{
    Html out;
    out << "<h1 class=\"govuk-heading-l\">"
        << say("How it is done in {0}"_p, {name_of_area(arrangements.area)})
        << "</h1>\n<p class=\"govuk-body\">"
        << say("Whom to go to, and how long each part may take. If a child is in danger now, ring [999](tel:999)."_p)
        << "</p>\n<h2 class=\"govuk-heading-m\">" << say("Front doors"_p) << "</h2>\n";
    for (const FrontDoor& door : arrangements.front_doors) out << door_lines(say, door, contacts, today);
    out << "<h2 class=\"govuk-heading-m\">" << say("How long it may take"_p)
        << "</h2>\n<p class=\"govuk-body\">"
        << say("A task in a case gets the time given here where that is sooner than the guidance’s own; never later. What keeps a child safe does not wait for any of these."_p)
        << "</p>\n"
        << timescale_list(say, arrangements.timescales, today);
    return out << "<p class=\"govuk-body\"><a class=\"govuk-link\" href=\"/contacts?area="
               << text(arrangements.area) << "\">" << say("Who to ring, and when they answer"_p)
               << "</a></p>";
}

}  // namespace safelead::web
