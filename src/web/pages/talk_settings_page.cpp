#include "web/pages/talk_settings_page.h"

#include "web/html/components.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

Html paragraph(Html content)
{
    Html out;
    return out << "<p class=\"govuk-body\">" << content << "</p>";
}

Html standing(const Speaker& say, const TalkSettingsPage& page)
{
    if (page.is_on)
        return InsetText{.content =
                             say("It is **on**: young people can choose this school and write to you."_p)};
    if (page.is_set)
        return InsetText{
            .content = say("It is **off**: nobody you named may answer any more. Name somebody else."_p)};
    return InsetText{.content = say("It is **off** until you name who answers, and when."_p)};
}

Html terms(const FormWriter& form, std::size_t count)
{
    const auto& say = form.say();
    Html out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Terms"_p) << "</h2>"
        << paragraph(say(
               "Outside these days, and on bank holidays, young people are told that nobody reads. Leave out "
               "half-terms by giving each half. Leave what you don’t need empty."_p));
    for (std::size_t term = 1; term <= count; ++term) {
        const auto number = std::to_string(term);
        out << form.date(fmt::format("term-{}-from", term), say("Term {0}: first day"_p, {number}))
            << form.date(fmt::format("term-{}-until", term), say("Term {0}: last day"_p, {number}));
    }
    return out;
}

constexpr Phrase week[] = {"Monday"_p, "Tuesday"_p,  "Wednesday"_p, "Thursday"_p,
                           "Friday"_p, "Saturday"_p, "Sunday"_p};

/// Days whose hours are not those of all days. Open where any is given or wrong, so that nothing typed is
/// hidden.
Html own_hours(const FormWriter& form)
{
    const auto& say = form.say();
    Html content;
    bool is_used = false;
    content << paragraph(say("Only for days that differ. Leave the others empty."_p));
    for (std::size_t day = 0; day < std::size(week); ++day) {
        const auto from = fmt::format("from-{}", day + 1);
        const auto until = fmt::format("until-{}", day + 1);
        is_used = is_used || !form.typed().text(from).empty() || !form.typed().text(until).empty();
        const auto name = say.plain(week[day]);
        content << form.line(from, say("{0}, from"_p, {name}), {}, "govuk-input--width-5")
                << form.line(until, say("{0}, until"_p, {name}), {}, "govuk-input--width-5");
    }
    Html out;
    return out << Details{.summary = say("Other hours on some days"_p),
                          .content = std::move(content),
                          .is_open = is_used};
}

}  // namespace

Html talk_settings_page(const FormWriter& form, const TalkSettingsPage& page)
{
    const auto& say = form.say();
    Html out;
    out << form.error_summary() << "<h1 class=\"govuk-heading-l\">"
        << say("Who answers young people, and when"_p) << "</h1>" << standing(say, page)
        << paragraph(
               say("Young people can write to you without an account or a name, at "
                   "[/young-people/talk](/young-people/talk). They read the names of those you choose and "
                   "these hours. Nothing here rings anyone: look at the messages at these times."_p))
        << form.open(page.set)
        << form.checkboxes("people", say("Who reads and answers?"_p), {}, page.people, Layout::small)
        << form.checkboxes("days", say("On which days?"_p), {},
                           {{.value = "1", .label = say("Monday"_p)},
                            {.value = "2", .label = say("Tuesday"_p)},
                            {.value = "3", .label = say("Wednesday"_p)},
                            {.value = "4", .label = say("Thursday"_p)},
                            {.value = "5", .label = say("Friday"_p)},
                            {.value = "6", .label = say("Saturday"_p)},
                            {.value = "7", .label = say("Sunday"_p)}},
                           Layout::small)
        << form.line("from", say("From"_p), say("For example 8:30am"_p), "govuk-input--width-5")
        << form.line("until", say("Until"_p), say("For example 4pm"_p), "govuk-input--width-5")
        << own_hours(form)
        << form.radios("expect", say("By when do you answer?"_p), {},
                       {{.value = "same_day", .label = say("On the same day"_p)},
                        {.value = "next_day", .label = say("By the end of the next day on which you read"_p)},
                        {.value = "two_days", .label = say("Within two of those days"_p)}},
                       Layout::small)
        << terms(form, page.terms) << Button{.content = say("Save"_p), .prevents_double_click = true}
        << FormWriter::close();
    if (!page.is_set) return out;
    Html content;
    content << paragraph(say(
                   "Nobody can begin to write. Those who come back with a code read what was written, are "
                   "told that nobody reads any more, and whom they can ring."_p))
            << paragraph(say("Open conversations now: {0}. You can still answer them."_p,
                             {std::to_string(page.open_conversations)}))
            << form.open(page.stop)
            << Button{.content = say("Switch it off"_p),
                      .classes = "govuk-button--warning",
                      .prevents_double_click = true}
            << FormWriter::close();
    return out << Details{.summary = say("Switch it off"_p), .content = std::move(content)};
}

}  // namespace safelead::web
