#pragma once

// How who reads a referral is decided and folded, for record/referral.h.

#include "record/referral.h"

namespace safelead::record {

[[nodiscard]] Result<Done, ReferralRefusal> may_settle(const Referral& referral, const ReadersChange& change);

void apply(Referral& referral, const PersonKeptOut& out);
void apply(Referral& referral, const PersonLetBackIn& back);
void apply(Referral& referral, const ReferralLocked& locked);
void apply(Referral& referral, const ReaderNamed& named);
void apply(Referral& referral, const ReferralUnlocked& unlocked);
void apply(Referral& referral, const ReadersLookedAt& looked);

}  // namespace safelead::record
