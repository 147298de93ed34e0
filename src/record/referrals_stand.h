#pragma once

#include <string>
#include <vector>

namespace safelead::record {

/// How the referrals that were sent from a case stand, as their own records have it: their references.
struct ReferralsStand {
    std::vector<std::string> settled = {};  ///< Decided there, or at an end: nobody waits for a first answer.
    std::vector<std::string> to_send_on =
        {};  ///< Another agency's, said whoever had it, and nobody sent it on.
    std::vector<std::string> with_nobody =
        {};  ///< Withdrawn, or another agency's: the case is not with that one.
};

}  // namespace safelead::record
