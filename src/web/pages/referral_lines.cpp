#include "web/html/components.h"
#include "web/pages/referral_page.h"
#include "web/pages/referral_times.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

Phrase state_words(record::ReferralState state)
{
    switch (state) {
        case record::ReferralState::draft:
            return "Draft, not sent"_p;
        case record::ReferralState::sent:
            return "Sent"_p;
        case record::ReferralState::received:
            return "Received"_p;
        case record::ReferralState::more_asked:
            return "More was asked"_p;
        case record::ReferralState::decided:
            return "Decided"_p;
        case record::ReferralState::fed_back:
            return "Decided, and the sender was told"_p;
        case record::ReferralState::closed:
            return "Closed"_p;
        case record::ReferralState::withdrawn:
            return "Withdrawn"_p;
        case record::ReferralState::redirected:
            return "Redirected"_p;
    }
    return "Draft, not sent"_p;
}

namespace {

/// What the state of it would hide.
void add_unread(Html& out, const Speaker& say, const app::ReferralLine& line)
{
    const auto add_tag = [&](const Phrase& words) {
        out << Tag{.content = say(words), .classes = "govuk-tag--yellow"} << " ";
    };
    if (line.summary.unread_after_end != 0)
        add_tag(line.side == record::Side::sender ? "They recorded something after its end: open it"_p
                                                  : "Nobody who answers it has opened it since"_p);
    if (line.summary.action_to_answer != 0)
        add_tag("An action from a meeting is yours: say what came of it"_p);
}

}  // namespace

Html referral_lines(const Speaker& say, const std::vector<app::ReferralLine>& lines,
                    const directory::Zone& zone)
{
    Html out;
    out << "<ul class=\"govuk-list\">";
    for (const auto& line : lines) {
        const auto& one = line.summary;
        const auto address = line.side == record::Side::sender
                                 ? fmt::format("/cases/{}/referrals/{}", line.in.text(), one.reference.text())
                                 : fmt::format("/referrals/{}", one.reference.text());
        out << "<li class=\"safelead-item\"><h3 class=\"govuk-heading-s\"><a class=\"govuk-link\" href=\""
            << text(address) << "\">" << say("Referral {0}"_p, {one.reference.text()})
            << "</a></h3><p class=\"govuk-body\">"
            << Tag{.content =
                       say(record::is_discarded(one) ? "Discarded, never sent"_p : state_words(one.state)),
                   .classes = "govuk-tag--blue"}
            << " ";
        if (line.side == record::Side::receiver && !one.readers.restricted_by.empty())
            out << Tag{.content = say("People are kept from it: a second person has to look"_p),
                       .classes = "govuk-tag--yellow"}
                << " ";
        add_unread(out, say, line);
        if (line.alarm != record::Alarm::none)
            out << Tag{.content = say(silence_words(line.alarm, one.to, one.state)),
                       .classes = "govuk-tag--red"}
                << " ";
        if (line.is_form_late)
            out << Tag{.content = say("Overdue: the form after the call"_p), .classes = "govuk-tag--red"}
                << " ";
        if (line.is_rung_late)
            out << Tag{.content = say("Not agreed, and nobody has answered in time"_p),
                       .classes = "govuk-tag--red"}
                << " ";
        else if (one.disagreement)
            out << Tag{.content = say("Not agreed"_p), .classes = "govuk-tag--yellow"} << " ";
        out << "<br>"
            << (line.side == record::Side::sender ? say("To {0}."_p, {line.other})
                                                  : say("From {0}."_p, {line.other}));
        if (one.answer_by)
            out << " "
                << say(one.state == record::ReferralState::redirected ? "To be sent on by {0}."_p
                                                                      : "Answer due by {0}."_p,
                       {in_words(zone, *one.answer_by)});
        if (one.managers_at && line.alarm != record::Alarm::managers)
            out << " "
                << say(one.to.text().empty() ? "The sender’s manager sees it from {0}."_p
                                             : "Both managers see it from {0}."_p,
                       {in_words(zone, *one.managers_at)});
        if (one.form_due)
            out << " "
                << (line.is_form_late
                        ? say("The form was due by {0}. Send it now."_p, {in_words(zone, *one.form_due)})
                        : say("The form is due by {0}."_p, {in_words(zone, *one.form_due)}));
        out << "</p></li>";
    }
    return out << "</ul>";
}

}  // namespace safelead::web
