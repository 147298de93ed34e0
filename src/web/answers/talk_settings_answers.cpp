#include "web/answers/talk_settings_answers.h"

#include "app/drafts.h"
#include "app/talk_settings.h"
#include "web/answers/typing.h"
#include "web/forms/form_reader.h"
#include "web/pages/talk_settings_page.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

namespace safelead::web {

namespace {

constexpr std::string_view draft_name = "talk-hours";
constexpr std::size_t fewest_terms = 3;
constexpr std::size_t most_terms = 12;

std::string term_field(std::size_t number, std::string_view which)
{
    return fmt::format("term-{}-{}", number, which);
}

std::string day_field(std::size_t day, std::string_view which)
{
    return fmt::format("{}-{}", which, day + 1);
}

std::string clock_text(std::chrono::minutes time)
{
    return fmt::format("{:02}:{:02}", time.count() / 60, time.count() % 60);
}

/// The form as it was filled in when it was last saved.
FormFields fields_of(const app::TalkSettings& settings)
{
    FormFields fields;
    if (!settings.hours) return fields;
    const auto& hours = *settings.hours;
    for (const auto& person : hours.people) fields.add("people", std::string{person.text()});
    std::optional<directory::Interval> first;
    for (std::size_t day = 0; day < hours.week.size(); ++day) {
        const auto& open = hours.week.at(day);
        if (!open) continue;
        fields.add("days", std::to_string(day + 1));
        if (!first) first = open;
        if (*open == *first) continue;
        fields.add(day_field(day, "from"), clock_text(open->from));
        fields.add(day_field(day, "until"), clock_text(open->until));
    }
    if (first) {
        fields.add("from", clock_text(first->from));
        fields.add("until", clock_text(first->until));
    }
    fields.add("expect", std::string{directory::answer_within_name(hours.expect)});
    std::size_t number = 0;
    for (const auto& term : hours.terms) {
        ++number;
        add_date(fields, term_field(number, "from"), term.from);
        add_date(fields, term_field(number, "until"), term.until);
    }
    return fields;
}

void read_terms(FormReader& read, directory::TalkHours& hours)
{
    for (std::size_t number = 1; number <= most_terms; ++number) {
        const auto from = read.date(term_field(number, "from"));
        const auto until = read.date(term_field(number, "until"));
        if (!from && !until) continue;
        if (from && until)
            hours.terms.push_back({*from, *until});
        else
            read.wrong(term_field(number, from ? "until-day" : "from-day"),
                       "Give both the first and the last day of the term"_p);
    }
    if (hours.terms.empty() && read.errors().empty())
        read.wrong(term_field(1, "from-day"), "Give the first and the last day of at least one term"_p);
}

/// The hours of one day: its own, or those of all days.
std::optional<directory::Interval> hours_of_day(FormReader& read, std::size_t day, bool is_chosen,
                                                const std::optional<directory::Interval>& usual)
{
    const auto from = read.time_of_day(day_field(day, "from"));
    const auto until = read.time_of_day(day_field(day, "until"));
    if (!from && !until) return is_chosen ? usual : std::nullopt;
    if (!is_chosen) {
        read.wrong("days", "Choose the day as well whose own hours you give"_p);
        return std::nullopt;
    }
    if (!from || !until) {
        read.wrong(day_field(day, from ? "until" : "from"), "Give both times of the day"_p);
        return std::nullopt;
    }
    if (*until <= *from) {
        read.wrong(day_field(day, "until"), "The hours end before they begin"_p);
        return std::nullopt;
    }
    return directory::Interval{*from, *until};
}

directory::TalkHours hours_in(FormReader& read)
{
    directory::TalkHours hours;
    for (const auto id : read.typed().all("people")) hours.people.emplace_back(std::string{id});
    if (hours.people.empty()) read.wrong("people", "Name at least one person who answers"_p);
    const auto from = read.time_of_day("from");
    const auto until = read.time_of_day("until");
    if (!from) read.wrong("from", "Say from when messages are read"_p);
    if (!until) read.wrong("until", "Say until when messages are read"_p);
    if (from && until && *until <= *from) read.wrong("until", "The hours end before they begin"_p);
    std::optional<directory::Interval> usual;
    if (from && until) usual = directory::Interval{*from, *until};
    const auto days = read.typed().all("days");
    if (days.empty()) read.wrong("days", "Choose at least one day"_p);
    for (std::size_t day = 0; day < hours.week.size(); ++day) {
        const auto is_chosen = std::ranges::find(days, std::to_string(day + 1)) != days.end();
        hours.week.at(day) = hours_of_day(read, day, is_chosen, usual);
    }
    const auto expect = directory::answer_within_from_name(read.typed().text("expect"));
    if (!expect) read.wrong("expect", "Say by when you answer"_p);
    hours.expect = expect.value_or(directory::AnswerWithin::next_day);
    read_terms(read, hours);
    return hours;
}

Response show(Site& site, const Request& request, const Visitor& visitor, const FormFields* typed,
              const FormErrors& errors)
{
    const auto settings = app::talk_settings(site.app(), visitor.actor);
    if (!settings) return site.not_done(request, visitor, settings.error());
    Typing typing{typed != nullptr ? *typed : FormFields{}, false};
    if (typed == nullptr) typing = typing_of(site, visitor, draft_name, std::nullopt, fields_of(*settings));
    TalkSettingsPage page{.set = {.action = "/settings/talk",
                                  .csrf_token = visitor.csrf_token,
                                  .command = site.new_command(),
                                  .draft = std::string{draft_name}},
                          .stop = {.action = "/settings/talk/stop",
                                   .csrf_token = visitor.csrf_token,
                                   .command = site.new_command(),
                                   .draft = {},
                                   .page = "/settings/talk",
                                   .id = "form-stop"},
                          .people = {},
                          .is_set = settings->hours.has_value(),
                          .is_on = settings->is_on,
                          .open_conversations = settings->open_conversations};
    if (settings->hours) page.terms = std::clamp(settings->hours->terms.size() + 1, fewest_terms, most_terms);
    for (const auto& member : settings->may_answer) {
        std::string roles;
        for (const auto role : member.roles.list())
            roles += fmt::format("{}{}", roles.empty() ? "" : ", ", directory::role_words(role));
        page.people.push_back(
            {.value = std::string{member.person.text()}, .label = text(member.name), .hint = text(roles)});
    }
    const FormWriter form{site.say(), typing.fields, errors};
    Html main;
    if (typing.restored) main << restored_notice(site, visitor, request, draft_name, std::nullopt);
    main << talk_settings_page(form, page);
    return site.page(request, visitor,
                     {.title = "Who answers young people, and when"_p,
                      .main = std::move(main),
                      .status = errors.empty() ? Status::ok : Status::unprocessable});
}

}  // namespace

Later<Response> get_talk_settings(Site& site, const Request& request, Visitor visitor)
{
    return show(site, request, visitor, nullptr, {});
}

Later<Response> post_talk_settings(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    auto hours = hours_in(read);
    if (!read.errors().empty()) return show(site, request, visitor, &request.form, read.errors());
    return app::set_talk_hours(site.app(), visitor.actor, command, std::move(hours))
        .then([&site, &request, visitor](app::Outcome<Done> kept) -> Response {
            if (!kept) {
                const auto typed = as_new_form(request.form);
                return show(site, request, visitor, &typed, errors_of(kept.error()));
            }
            app::forget_draft(site.app(), visitor.actor, draft_name);
            return see_other("/settings/talk");
        });
}

Later<Response> post_stop_talk(Site& site, const Request& request, Visitor visitor)
{
    FormReader read{request.form, site.app().zone()};
    const auto command = read.command();
    if (!read.errors().empty()) return show(site, request, visitor, nullptr, read.errors());
    return app::stop_talk(site.app(), visitor.actor, command)
        .then([&site, &request, visitor](app::Outcome<Done> kept) -> Response {
            if (!kept) return show(site, request, visitor, nullptr, errors_of(kept.error()));
            return see_other("/settings/talk");
        });
}

}  // namespace safelead::web
