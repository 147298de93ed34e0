#pragma once

#include "app/referrals.h"

#include <string>
#include <vector>

namespace safelead::app {

inline constexpr std::size_t most_referrals_found = 25;

struct ReferralsFound {
    std::vector<ReferralLine> lines;
    bool is_all = true;  ///< Otherwise there may be more than these.
};

/// What was referred to their own organisation and whoever asks may read: by its reference; else those in
/// which, for every word that was typed, a word begins so: a child's name, the school, a crime's reference,
/// whatever was written since. The newest first. On a worker: it reads them all, for at most a second.
[[nodiscard]] Later<Outcome<ReferralsFound>> find_referrals(Safelead& safelead, const Actor& actor,
                                                            std::string typed);

}  // namespace safelead::app
