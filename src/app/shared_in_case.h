#pragma once

// What has left a case through referrals here, whole: its record of what was shared is made from them
// (record/sharing_log.h).

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "record/referral.h"

#include <vector>

namespace safelead::app {

/// Those of that case that were sent, for whoever may read it.
[[nodiscard]] Outcome<std::vector<record::Referral>> referrals_sent_from(Safelead& safelead,
                                                                         const Actor& actor,
                                                                         const record::Reference& of);

}  // namespace safelead::app
