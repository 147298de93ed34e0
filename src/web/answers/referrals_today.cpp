#include "web/answers/referrals_today.h"

#include "app/referral_waits.h"
#include "web/pages/referral_page.h"
#include "web/pages/silent_referrals.h"
#include "web/pages/words.h"

#include <algorithm>
#include <utility>

namespace safelead::web {

namespace {

Html part(const Site& site, const Phrase& heading, const std::vector<app::ReferralLine>& lines)
{
    Html out;
    if (lines.empty()) return out;
    return out << "<h2 class=\"govuk-heading-m\">" << site.say()(heading) << "</h2>"
               << referral_lines(site.say(), lines, site.app().zone());
}

/// A manager sees what reached them once.
std::vector<app::ReferralLine> but_for(std::vector<app::ReferralLine> lines,
                                       const std::vector<app::SilentReferral>& shown)
{
    std::erase_if(lines, [&shown](const app::ReferralLine& line) {
        return std::ranges::find(shown, line.summary.reference, &app::SilentReferral::reference) !=
               shown.end();
    });
    return lines;
}

}  // namespace

SentReferrals sent_referrals(const Site& site, const Visitor& visitor)
{
    SentReferrals parts;
    auto sent = app::referrals_sent(site.app(), visitor.actor);
    if (!sent) return parts;
    for (auto& line : *sent) {
        const bool is_late = line.alarm != record::Alarm::none || line.is_rung_late;
        auto& part = line.is_form_late                    ? parts.form_late
                     : is_late                            ? parts.late
                     : line.summary.unread_after_end != 0 ? parts.after_end
                                                          : parts.in_time;
        part.push_back(std::move(line));
    }
    return parts;
}

Html referrals_first(const Site& site, const Visitor& visitor, const SentReferrals& sent)
{
    const auto silent = app::silent_referrals(site.app(), visitor.actor);
    Html out;
    return out << silent_lines(site.say(), silent, site.app().zone())
               << part(site, "The time to answer is over: ring, or answer"_p, but_for(sent.late, silent))
               << part(site, "Referred to us, and waiting"_p,
                       app::referrals_to_answer(site.app(), visitor.actor))
               << part(site, "Overdue: the form that follows a call"_p, sent.form_late)
               << part(site, "Something new after the end of a referral"_p, sent.after_end);
}

Html referrals_waiting(const Site& site, const SentReferrals& sent)
{
    return part(site, "Referrals that are not at an end"_p, sent.in_time);
}

}  // namespace safelead::web
