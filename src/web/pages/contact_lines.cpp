#include "web/pages/contact_lines.h"

#include "web/html/components/details.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <array>

namespace safelead::web {

namespace {

using directory::Contact;
using directory::DayHours;
using directory::Hours;
using directory::Interval;

constexpr std::array<std::string_view, 7> day_names{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                    "Friday", "Saturday", "Sunday"};

std::string intervals_in_words(const std::vector<Interval>& intervals)
{
    std::string out;
    for (const Interval& interval : intervals) {
        if (!out.empty()) out += " and ";
        const auto until =
            interval.until == std::chrono::hours{24} ? std::chrono::minutes{0} : interval.until;
        out += fmt::format("{} to {}", directory::clock_words(interval.from), directory::clock_words(until));
    }
    return out;
}

std::string days_in_words(std::size_t first, std::size_t last)
{
    if (first == last) return std::string{day_names.at(first)};
    return fmt::format("{} {} {}", day_names.at(first), last == first + 1 ? "and" : "to", day_names.at(last));
}

std::string week_in_words(const Hours& hours)
{
    std::string out;
    for (std::size_t first = 0; first < hours.week.size();) {
        std::size_t last = first;
        while (last + 1 < hours.week.size() && hours.week.at(last + 1).open == hours.week.at(first).open)
            ++last;
        if (!hours.week.at(first).open.empty()) {
            if (!out.empty()) out += ", ";
            out += days_in_words(first, last) + ' ' + intervals_in_words(hours.week.at(first).open);
        }
        first = last + 1;
    }
    if (hours.bank_holiday && hours.bank_holiday->open.empty()) out += "; bank holidays not known";
    return out + ".";
}

void append_reach(Html& out, const Speaker& say, const directory::ToRing& one, directory::WallTime at)
{
    const Contact& contact = one.contact;
    if (contact.telephone) {
        out << "<p class=\"safelead-number\">" << number_link(*contact.telephone);
        if (!contact.telephone->then.empty())
            out << " <span class=\"govuk-body\">" << text(contact.telephone->then) << "</span>";
        out << "</p><p class=\"govuk-body govuk-!-margin-bottom-1\">"
            << text(directory::words(one.availability, at)) << "</p>";
    }
    if (!contact.text.empty()) {
        out << "<p class=\"govuk-body govuk-!-margin-bottom-1\">" << say("Text: {0}"_p, {contact.text})
            << "</p>";
    }
    if (!contact.telephone && !contact.web.empty()) {
        out << "<p class=\"govuk-body govuk-!-margin-bottom-1\"><a class=\"govuk-link\" rel=\"noreferrer\" "
               "href=\""
            << text(contact.web) << "\">" << text(std::string_view{contact.web}.substr(8)) << "</a></p>";
    }
}

}  // namespace

Html provenance_line(const Speaker& say, const std::vector<directory::Provenance>& sources,
                     std::optional<Date> seen_on, std::string_view checked)
{
    Html out;
    out << "<p class=\"safelead-source govuk-!-margin-bottom-0\">" << text(checked) << " "
        << say("Source:"_p);
    Markup separator = " ";
    for (const auto& source : sources) {
        out << separator << text(source.where);
        separator = "; ";
    }
    if (seen_on) out << " (" << say("read on {0}"_p, {directory::long_date(*seen_on)}) << ")";
    return out << ".</p>";
}

Html number_link(const directory::Telephone& telephone)
{
    Html out;
    return out << "<a class=\"govuk-link\" href=\"tel:" << text(telephone.dial) << "\">"
               << text(telephone.display) << "</a>";
}

Html contact_lines(const Speaker& say, const std::vector<directory::ToRing>& to_ring, directory::WallTime at)
{
    Html out;
    for (const auto& one : to_ring) {
        out << "<div class=\"safelead-call\"><h3 class=\"govuk-heading-s govuk-!-margin-bottom-1\">"
            << text(one.contact.name) << "</h3><p class=\"govuk-body govuk-!-margin-bottom-1\">"
            << text(one.contact.about) << "</p>";
        append_reach(out, say, one, at);
        for (const std::string& note : one.contact.notes) {
            out << "<p class=\"govuk-body-s govuk-!-margin-bottom-1\">" << text(note) << "</p>";
        }
        out << provenance_line(say, one.contact.sources, one.contact.seen_on,
                               directory::checked_words(one.contact, at.date));
        out << "</div>\n";
    }
    return out;
}

std::string hours_in_words(const directory::Hours& hours, std::string_view name_of_other)
{
    switch (hours.kind) {
        case Hours::Kind::always:
            return "Day and night.";
        case Hours::Kind::weekly:
            return week_in_words(hours);
        case Hours::Kind::when_other_closed:
            return fmt::format("At every other hour: when {} is closed.", name_of_other);
        case Hours::Kind::not_known:
            return "Hours not known.";
    }
    return {};
}

}  // namespace safelead::web
