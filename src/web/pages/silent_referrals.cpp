#include "web/pages/silent_referrals.h"

#include "web/pages/referral_times.h"
#include "web/pages/words.h"

#include <fmt/format.h>

namespace safelead::web {

namespace {

Phrase standing(const app::SilentReferral& line)
{
    if (line.state == record::ReferralState::redirected)
        return "It was redirected, and nobody here has sent it on"_p;
    if (line.waits_for == record::Awaited::sender) return "Nobody here has answered their question"_p;
    return silence_words(record::Alarm::managers, line.to, line.state);
}

Html silent_line(const Speaker& say, const app::SilentReferral& line, const directory::Zone& zone)
{
    Html out;
    out << "<li class=\"safelead-item\"><h3 class=\"govuk-heading-s\">";
    if (line.in)
        out << "<a class=\"govuk-link\" href=\""
            << text(fmt::format("/cases/{}/referrals/{}", line.in->text(), line.reference.text())) << "\">"
            << say("Referral {0}"_p, {line.reference.text()}) << "</a>";
    else
        out << say("Referral {0}"_p, {line.reference.text()});
    out << "</h3><p class=\"govuk-body\">" << Tag{.content = say(standing(line)), .classes = "govuk-tag--red"}
        << "<br>" << say("An answer was due by {0}."_p, {directory::words(zone.local(line.since))});
    if (!line.in) out << " " << say("What it says is kept to whoever has its case: ask the lead."_p);
    return out << "</p></li>";
}

}  // namespace

Html silent_lines(const Speaker& say, const std::vector<app::SilentReferral>& lines,
                  const directory::Zone& zone)
{
    Html out;
    if (lines.empty()) return out;
    out << "<h2 class=\"govuk-heading-m\">" << say("Nobody has answered a referral"_p)
        << "</h2><p class=\"govuk-body\">"
        << say("You see this as the manager of whoever sent it. Where the other agency has an account, "
               "its manager sees it, too. Speak to whoever has to answer. A child who is in danger does "
               "not wait for this: ring 999."_p)
        << "</p><ul class=\"govuk-list\">";
    for (const auto& line : lines) out << silent_line(say, line, zone);
    return out << "</ul>";
}

}  // namespace safelead::web
