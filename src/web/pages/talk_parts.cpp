#include "web/pages/talk_parts.h"

#include "directory/local_time.h"
#include "web/html/components.h"
#include "web/pages/contact_lines.h"
#include "web/text/talk.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string_view>

namespace safelead::web {

namespace {

namespace told = words::talk;

constexpr std::array<std::string_view, 7> days{"Monday", "Tuesday",  "Wednesday", "Thursday",
                                               "Friday", "Saturday", "Sunday"};

Html childline(const RingingNow& ringing)
{
    Html out;
    for (const auto& one : ringing.to_ring) {
        if (one.contact.id.text() != "childline" || !one.contact.telephone) continue;
        out << "<p class=\"safelead-number\">" << number_link(*one.contact.telephone)
            << "</p><p class=\"govuk-body\">" << text(directory::words(one.availability, ringing.at))
            << "</p>";
    }
    return out;
}

std::string joined(const std::vector<std::string>& names)
{
    std::string all;
    for (const auto& name : names) all += fmt::format("{}{}", all.empty() ? "" : ", ", name);
    return all;
}

const Phrase& expectation(directory::AnswerWithin within)
{
    switch (within) {
        case directory::AnswerWithin::same_day:
            return told::expect_same_day;
        case directory::AnswerWithin::next_day:
            return told::expect_next_day;
        case directory::AnswerWithin::two_days:
            return told::expect_two_days;
    }
    throw_bug("an answer is expected within no such time");
}

}  // namespace

Html talk_help(const Speaker& say, const TalkHelp& help)
{
    Html out;
    out << "<div class=\"safelead-danger\">";
    if (help.danger_words) out << "<p class=\"govuk-body\">" << say(told::danger_words) << "</p>";
    out << "<p class=\"govuk-body\">" << say(told::danger) << "</p>";
    if (help.danger_words)
        out << "<p class=\"govuk-body govuk-!-margin-bottom-1\"><strong>" << say(told::childline_now)
            << "</strong></p>" << childline(help.ringing);
    out << "</div>";
    if (!help.danger_words)
        out << "<p class=\"govuk-body govuk-!-margin-bottom-1\"><strong>" << say(told::childline_now)
            << "</strong></p>" << childline(help.ringing);
    return out;
}

std::string week_in_words(const directory::TalkHours& hours)
{
    std::string all;
    for (std::size_t day = 0; day < days.size(); ++day) {
        const auto& open = hours.week.at(day);
        if (!open) continue;
        auto last = day;
        while (last + 1 < days.size() && hours.week.at(last + 1) == open) ++last;
        all += fmt::format("{}{}", all.empty() ? "" : "; ", days.at(day));
        if (last > day) all += fmt::format("{}{}", last == day + 1 ? " and " : " to ", days.at(last));
        all += fmt::format(", {} to {}", directory::clock_words(open->from),
                           directory::clock_words(open->until));
        day = last;
    }
    return all;
}

Html talk_reading(const Speaker& say, const app::TalkPlace& place)
{
    if (!place.hours) return {};
    const auto paragraph = [](Html content) {
        Html out;
        return out << "<p class=\"govuk-body\">" << content << "</p>";
    };
    Html out;
    out << paragraph(say(told::readers, {joined(place.who)}))
        << paragraph(say(told::reading_days, {week_in_words(*place.hours)}));
    if (place.reading.until)
        out << paragraph(say(told::reading_now, {directory::clock_words(place.reading.until->time)}));
    else if (place.reading.next)
        out << InsetText{.content =
                             say(told::reading_next, {directory::long_date_with_day(place.reading.next->date),
                                                      directory::clock_words(place.reading.next->time)})};
    else
        out << InsetText{.content = say(told::reading_unknown)};
    return out << paragraph(say(expectation(place.hours->expect)));
}

Html school_select(const FormWriter& form, const std::vector<app::TalkSchool>& schools)
{
    const auto& say = form.say();
    Select select{.name = "school",
                  .label = {.content = say(told::which_school)},
                  .error = form.error("school"),
                  .items = {SelectItem{.value = "", .content = say.plain(told::choose_school)}},
                  .value = std::string{form.typed().text("school")}};
    for (const auto& school : schools)
        select.items.push_back({.value = std::string{school.id.text()}, .content = school.name});
    Html out;
    return out << select;
}

Html name_fields(const FormWriter& form)
{
    const auto& say = form.say();
    Html out;
    return out << form.line("name", say(told::name_label), say(told::name_hint))
               << form.radios("may-open", say(told::may_open_label), {},
                              {{.value = "ask", .label = say(told::ask_first)},
                               {.value = "yes", .label = say(told::may_open)}},
                              Layout::small, LegendSize::s);
}

}  // namespace safelead::web
