#pragma once

// What both sides' answers share.

#include "record/words.h"
#include "web/site.h"

#include <optional>

namespace safelead::web {

/// The typing of a step that was carried out.
void forget_step(Site& site, const Visitor& visitor, const Request& request,
                 const record::Reference& referral, const std::optional<record::Reference>& of);

}  // namespace safelead::web
