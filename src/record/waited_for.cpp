#include "record/waited_for.h"

#include "base/text.h"
#include "record/about_referral.h"
#include "record/text_limits.h"

#include <algorithm>

namespace safelead::record {

namespace {

using Places = std::vector<std::size_t>;

std::string plain(std::string_view name)
{
    return ascii_lower(trim(name));
}

template <class Fits>
Places places(std::span<const ReferralMade> made, const Fits& fits)
{
    Places found;
    for (std::size_t i = 0; i < made.size(); ++i)
        if (fits(made[i])) found.push_back(i);
    return found;
}

/// Those that are named: by reference, by the whole name, by a part of it, in this order.
Places named(std::span<const ReferralMade> made, std::string_view agency, std::string_view said)
{
    const auto by_reference = places(made, [said](const ReferralMade& one) {
        return !is_blank(one.their_reference) && said.starts_with(about_referral(one.their_reference));
    });
    if (!by_reference.empty()) return by_reference;
    const auto name = plain(agency);
    if (name.empty()) return {};
    const auto by_name = places(made, [&](const ReferralMade& one) { return plain(one.to) == name; });
    if (!by_name.empty()) return by_name;
    return places(made, [&](const ReferralMade& one) {
        const auto to = plain(one.to);
        return !to.empty() && (to.find(name) != std::string::npos || name.find(to) != std::string::npos);
    });
}

/// Takes out of `waiting` what was answered.
void answered(Places& waiting, std::span<const ReferralMade> made, std::string_view agency,
              std::string_view said)
{
    const auto by_name = named(made, agency, said);
    if (by_name.empty()) {
        if (waiting.size() == 1) waiting.clear();
        return;
    }
    std::erase_if(waiting, [&](std::size_t place) { return std::ranges::count(by_name, place) > 0; });
}

}  // namespace

std::vector<std::size_t> referrals_unanswered(const Case& of, std::span<const std::string> settled)
{
    Places waiting;
    std::vector<ReferralMade> made;
    for (const auto& happened : of.history) {
        if (const auto* referral = std::get_if<ReferralMade>(happened.event.get())) {
            // At an end by itself: it never waits, and answers without a name are of the others.
            if (std::ranges::find(settled, referral->their_reference) == settled.end())
                waiting.push_back(made.size());
            made.push_back(*referral);
        } else if (const auto* answer = std::get_if<AgencyAnswered>(happened.event.get())) {
            answered(waiting, made, answer->agency, answer->said);
        } else if (const auto* back = std::get_if<GivenBack>(happened.event.get())) {
            answered(waiting, made, back->agency, {});
        }
    }
    return waiting;
}

std::vector<std::size_t> referrals_meant_by(const Case& of, const AgencyAnswered& answer)
{
    auto meant = named(of.referrals, answer.agency, answer.said);
    if (meant.empty() && of.referrals.size() == 1) meant.push_back(0);
    return meant;
}

}  // namespace safelead::record
