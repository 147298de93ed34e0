#include "web/answers/referrals_today.h"

#include "app/referral_waits.h"
#include "web/pages/referral_page.h"
#include "web/pages/silent_referrals.h"
#include "web/pages/words.h"

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

}  // namespace

SentReferrals sent_referrals(const Site& site, const Visitor& visitor)
{
    SentReferrals halves;
    auto sent = app::referrals_sent(site.app(), visitor.actor);
    if (!sent) return halves;
    for (auto& line : *sent) {
        auto& half = line.is_form_late ? halves.form_late : halves.in_time;
        half.push_back(std::move(line));
    }
    return halves;
}

Html referrals_first(const Site& site, const Visitor& visitor, const SentReferrals& sent)
{
    Html out;
    return out << silent_lines(site.say(), app::silent_referrals(site.app(), visitor.actor),
                               site.app().zone())
               << part(site, "Referred to us, and waiting"_p,
                       app::referrals_to_answer(site.app(), visitor.actor))
               << part(site, "Overdue: the form that follows a call"_p, sent.form_late);
}

Html referrals_waiting(const Site& site, const SentReferrals& sent)
{
    return part(site, "Referrals that are not at an end"_p, sent.in_time);
}

}  // namespace safelead::web
