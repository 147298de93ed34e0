#pragma once

#include "record/case_commands.h"
#include "record/referral.h"

#include <optional>

namespace safelead::record {

/// What the police recorded in the steps after `after` of a referral, as `in`, the case that referred, keeps
/// it: nobody types it a second time, and nobody is asked for what is known. One record where the referral is
/// about one child; else one of the case, and one of each child that they said something of. Each names the
/// referral. Nothing where no such step is.
[[nodiscard]] std::optional<KeepPoliceRecorded> police_in_case(const Referral& referral, int after,
                                                               const Case& in);

}  // namespace safelead::record
