#include "web/pages/referral_times.h"

#include "directory/local_time.h"
#include "web/html/components.h"
#include "web/pages/words.h"

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

/// The guidance gives social care its time; for everybody else there is a rule of the project
/// (directory/referral_clock.h).
Html time_of_no_area(const Speaker& say, const ReferralPage& page)
{
    const auto& of = *page.view.it;
    if (!page.view.is_one_working_day)
        return say("The area has said something else since that time began."_p);
    if (of.to.kind == record::AgencyKind::social_care &&
        record::awaited(of.state) == record::Awaited::receiver)
        return say("That is one working day. It is the guidance’s time; nobody has checked it here."_p);
    return say("That is one working day. It is Safelead’s own rule, and nobody has verified it."_p);
}

Html where_times_are_from(const Speaker& say, const ReferralPage& page)
{
    const auto& times = page.view.times_of_area;
    const auto today = page.zone.local(page.view.now).wall.date;
    const auto is_of_answer = [](const directory::Timescale& time) { return time.clock != "managers-told"; };
    Html out;
    if (std::ranges::none_of(times, is_of_answer)) out << time_of_no_area(say, page);
    for (const auto& time : times) {
        if (!out.is_empty()) out << " ";
        out << say("It is the area’s time: {0} {1} Source: {2}."_p,
                   {time.what, directory::checked_words(time.grounds, today),
                    directory::words(time.grounds.sources)});
    }
    return out;
}

Phrase what_to_do_with_a_redirected_one(record::Alarm how_loud, const OrganisationId& to)
{
    if (how_loud != record::Alarm::managers)
        return "It has not been sent on in time. Send it on now; if a child can’t wait, ring."_p;
    return to.text().empty() ? "It has not been sent on, and the sender’s manager sees it. Send it on now."_p
                             : "It has not been sent on, and both managers see it. Send it on now."_p;
}

/// What to do about silence, in the sentence that ends whose turn it is.
Phrase what_to_do(record::Alarm how_loud, const OrganisationId& to, record::ReferralState state)
{
    if (state == record::ReferralState::redirected) return what_to_do_with_a_redirected_one(how_loud, to);
    if (how_loud != record::Alarm::managers)
        return "Nobody has answered in time. Ring now, and write down whom you spoke to."_p;
    return to.text().empty() ? "Nobody has answered, and the sender’s manager sees it. Ring now."_p
                             : "Nobody has answered, and both managers see it. Ring now."_p;
}

}  // namespace

std::string in_words(const directory::Zone& zone, Instant at)
{
    return directory::words(zone.local(at));
}

Phrase silence_words(record::Alarm how_loud, const OrganisationId& to, record::ReferralState state)
{
    if (state == record::ReferralState::redirected) {
        if (how_loud != record::Alarm::managers) return "Redirected, and not sent on in time"_p;
        return to.text().empty() ? "Redirected, and not sent on: the sender’s manager sees this"_p
                                 : "Redirected, and not sent on: both managers see this"_p;
    }
    if (how_loud != record::Alarm::managers) return "Nobody has answered in time: ring"_p;
    return to.text().empty() ? "Nobody has answered: the sender’s manager sees this"_p
                             : "Nobody has answered: both managers see this"_p;
}

Html form_clock(const Speaker& say, const ReferralPage& page)
{
    const auto due = record::form_due(*page.view.it);
    if (!due) return {};
    const auto words = in_words(page.zone, *due);
    Html out;
    if (page.view.now > *due)
        return out << WarningText{.content =
                                      say("The form was due 24 hours after the call: {0}."_p, {words})};
    return out << InsetText{.content = say("It is due 24 hours after the call: {0}."_p, {words})};
}

Html clock_words(const Speaker& say, const ReferralPage& page)
{
    const auto& of = *page.view.it;
    if (!of.answer_by) return {};
    const auto due = in_words(page.zone, *of.answer_by);
    Html content;
    switch (record::awaited(of.state)) {
        case record::Awaited::receiver:
            content = say("{0} is to answer by {1}."_p, {of.to.name, due});
            break;
        case record::Awaited::sender:
            content = of.state == record::ReferralState::redirected
                          ? say("{0} is to send it on, or to close it, by {1}."_p, {of.sent->from.name, due})
                          : say("An answer to what was asked is due by {0}."_p, {due});
            break;
        case record::Awaited::nobody:
            return {};
    }
    content << " " << where_times_are_from(say, page);
    Html out;
    if (page.view.alarm == record::Alarm::none) return out << InsetText{.content = std::move(content)};
    content << " " << say(what_to_do(page.view.alarm, of.to.id, of.state));
    return out << WarningText{.content = std::move(content)};
}

}  // namespace safelead::web
