#pragma once

// Which of a case's referrals wait for an answer: each by itself, for what one agency says is no other's.
//
// An answer, a chase or a giving back is of the referral whose reference it names (the program writes that),
// or else of those to an agency of that name, whole or in part. Where it names none of the case's agencies,
// it is of the only referral that still waits, if it is only one: people call an agency by many names.

#include "record/case.h"

#include <cstddef>
#include <span>
#include <string>
#include <vector>

namespace safelead::record {

/// Their places in `Case::referrals`, in order. `settled`: references of those sent from here that were
/// decided there or are at an end, as their own records have it.
[[nodiscard]] std::vector<std::size_t> referrals_unanswered(const Case& of,
                                                            std::span<const std::string> settled);

/// Which of the case's referrals an answer is of, whether they wait or not; nothing where nobody can tell.
[[nodiscard]] std::vector<std::size_t> referrals_meant_by(const Case& of, const AgencyAnswered& answer);

}  // namespace safelead::record
