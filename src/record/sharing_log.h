#pragma once

// What has left a case for others, as the rest of its record shows: referrals, what was told in them later,
// links to one that somebody opened, advice sought, meetings of agencies at which something was told. Nobody
// has to write these down a second time; only on what basis, where it does not stand there (docs/adr/0213).
// What somebody wrote down by hand (InformationShared) is not repeated.

#include "record/case.h"
#include "record/referral.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::record {

enum class SharedBy {
    referral,
    referral_here,
    link,
    strategy_meeting,
    consultation,       ///< Advice sought; what was said in it is not recorded, only what came of it.
    told_later,         ///< In a referral here, after it was sent.
    meeting_told_later  ///< Likewise: that there was a strategy meeting.
};

struct SharedLine {
    std::uint64_t entry;  ///< Of the organisation's log.
    Instant at;           ///< When it was entered.
    SharedBy by;
    std::string with;
    std::string person;
    EventTime when;
    std::string what;
    std::string reference;          ///< Of the referral here; empty otherwise.
    std::string basis;              ///< As the referral states it; empty otherwise.
    const BasisGiven* basis_given;  ///< The last; null if nobody wrote one. Lasts as long as the case.

    [[nodiscard]] bool has_basis() const { return !basis.empty() || basis_given != nullptr; }
};

/// In the order of entry. `referrals`: those of this case that were made here; each states its own basis.
[[nodiscard]] std::vector<SharedLine> sharing_log(const Case& of, const std::vector<Referral>& referrals);

/// Whether an entry is one of those lines.
[[nodiscard]] bool is_shared_by(const CaseEvent& event);

}  // namespace safelead::record
