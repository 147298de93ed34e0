#include "web/answers/referrals_today.h"

#include "app/referral_waits.h"
#include "web/pages/referral_page.h"
#include "web/pages/silent_referrals.h"
#include "web/pages/words.h"

#include <algorithm>

namespace safelead::web {

namespace {

Html part(const Site& site, const Phrase& heading, const std::vector<app::ReferralLine>& lines)
{
    Html out;
    if (lines.empty()) return out;
    return out << "<h2 class=\"govuk-heading-m\">" << site.say()(heading) << "</h2>"
               << referral_lines(site.say(), lines, site.app().zone());
}

enum class Form { late, in_time };

std::vector<app::ReferralLine> sent_with(const Site& site, const Visitor& visitor, Form form)
{
    auto sent = app::referrals_sent(site.app(), visitor.actor);
    if (!sent) return {};
    auto lines = *std::move(sent);
    std::erase_if(
        lines, [form](const app::ReferralLine& line) { return line.is_form_late != (form == Form::late); });
    return lines;
}

}  // namespace

Html referrals_first(const Site& site, const Visitor& visitor)
{
    Html out;
    return out << silent_lines(site.say(), app::silent_referrals(site.app(), visitor.actor),
                               site.app().zone())
               << part(site, "Referred to us, and waiting"_p,
                       app::referrals_to_answer(site.app(), visitor.actor))
               << part(site, "Overdue: the form that follows a call"_p, sent_with(site, visitor, Form::late));
}

Html referrals_waiting(const Site& site, const Visitor& visitor)
{
    return part(site, "Referrals that are not at an end"_p, sent_with(site, visitor, Form::in_time));
}

}  // namespace safelead::web
