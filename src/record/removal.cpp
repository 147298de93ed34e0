#include "record/removal.h"

#include "decision/evaluate.h"
#include "record/case_standing.h"

namespace safelead::record {

std::optional<RemovalWaits> why_removal_waits(const Case& of, const guidance::Pack& in_force)
{
    const auto now = decision::evaluate(in_force, facts_of(of));
    const Decision* decision = of.decision();
    const bool given_back = is_given_back(of, in_force, now);
    if (!of.referrals.empty() && !given_back) return RemovalWaits::police_or_social_care;
    if (decision == nullptr) {
        if (is_for_an_agency(in_force, now)) return RemovalWaits::police_or_social_care;
        return RemovalWaits::not_decided;
    }
    if (in_force.is_referring(decision->made.route)) return RemovalWaits::police_or_social_care;
    if (is_for_an_agency(in_force, now) && !given_back) return RemovalWaits::police_or_social_care;
    if (has_outgrown(*decision, in_force, now)) return RemovalWaits::advice_has_risen;
    if (decision->sign_off == SignOff::awaited || decision->sign_off == SignOff::refused)
        return RemovalWaits::sign_off_awaited;
    return std::nullopt;
}

}  // namespace safelead::record
