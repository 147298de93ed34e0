#include "web/pages/referral_meeting.h"

#include "base/bug.h"
#include "directory/local_time.h"
#include "web/html/words_row.h"
#include "web/pages/words.h"

#include <fmt/format.h>

#include <string>
#include <utility>
#include <vector>

namespace safelead::web {

namespace {

void add_row(SummaryList& list, Html key, std::string_view value)
{
    list.rows.push_back(words_row(std::move(key), value));
}

std::string time_of(const ReferralPage& page, const record::EventTime& when)
{
    if (when.instant) return directory::words(page.zone.local(*when.instant));
    if (when.day) return directory::long_date(*when.day);
    return when.words;
}

std::string words_of(const Speaker& say, const record::ActionTold& action)
{
    if (!action.due) return fmt::format("{}. {}", action.number, action.what);
    return say.plain("{0}. {1} (by {2})"_p,
                     {fmt::format("{}", action.number), action.what, directory::long_date(*action.due)});
}

Phrase words_of(record::ActionCame came)
{
    switch (came) {
        case record::ActionCame::done:
            return "It is done"_p;
        case record::ActionCame::partly:
            return "Partly"_p;
        case record::ActionCame::not_done:
            return "Not done"_p;
    }
    throw_bug("nothing became of an action");
}

std::string action_words(const Speaker& say, const ReferralPage& page, int number)
{
    for (const auto& action : record::actions_told(*page.view.it))
        if (action.number == number) return words_of(say, action);
    return fmt::format("{}", number);
}

}  // namespace

void add_meeting(const Speaker& say, const ReferralPage& page, SummaryList& list,
                 const record::StepSaid& said)
{
    if (said.meeting) {
        add_row(list, say("When it was held"_p), time_of(page, said.meeting->when));
        add_row(list, say("Who was there"_p), said.meeting->attended);
        std::string actions;
        for (const auto& action : said.meeting->actions)
            actions += (actions.empty() ? "" : "\n") + words_of(say, action);
        if (actions.empty())
            list.rows.push_back({.key = say("Theirs to do"_p), .value = say("Nothing"_p)});
        else
            add_row(list, say("Theirs to do"_p), actions);
    }
    if (!said.action) return;
    add_row(list, say("Action"_p), action_words(say, page, said.action->number));
    list.rows.push_back({.key = say("What became of it"_p), .value = say(words_of(said.action->came))});
}

Html meeting_fields(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> meetings;
    for (const auto& held : page.view.meetings)
        meetings.push_back({.value = fmt::format("{}", held.number),
                            .label = text(fmt::format("{}. {}", held.number, time_of(page, held.when))),
                            .hint = text(held.attended)});
    std::vector<Choice> actions;
    for (const auto& action : page.view.actions)
        actions.push_back(
            {.value = fmt::format("{}", action.number),
             .label = text(fmt::format("{}. {}: {}", action.number, action.agency, action.what))});
    Html out;
    out << form.radios("meeting", say("Which meeting?"_p), {}, std::move(meetings), Layout::small,
                       LegendSize::s);
    if (actions.empty()) return out;
    return out << form.checkboxes("their-action", say("Which actions are theirs?"_p),
                                  say("They can answer these here, and the answer stands in the case."_p),
                                  std::move(actions), Layout::small);
}

std::vector<Choice> came_choices(const Speaker& say)
{
    return {{.value = "done", .label = say(words_of(record::ActionCame::done))},
            {.value = "partly", .label = say(words_of(record::ActionCame::partly))},
            {.value = "not-done", .label = say(words_of(record::ActionCame::not_done))}};
}

Html reply_fields(const FormWriter& form, const ReferralPage& page)
{
    const auto& say = form.say();
    std::vector<Choice> actions;
    for (const auto& action : record::actions_told(*page.view.it))
        actions.push_back({.value = fmt::format("{}", action.number), .label = text(words_of(say, action))});
    Html out;
    return out << form.radios("action", say("Which action?"_p), {}, std::move(actions), Layout::small,
                              LegendSize::s)
               << form.radios("came", say("What became of it?"_p), {}, came_choices(say), Layout::small,
                              LegendSize::s);
}

}  // namespace safelead::web
