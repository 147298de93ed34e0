#pragma once

// Whether an adult is involved, by all that a case says: its answers, its people, where the image came from
// and what the guidance made of them.

#include "record/case.h"
#include "record/meeting_events.h"

#include <string>

namespace safelead::record {

/// What shows that an adult is involved, apart from the answers about that; "" if nothing does.
[[nodiscard]] std::string adult_shown(const Case& of, const guidance::Pack& pack);

/// Yes where anything says so or may; no only where the answers do and nobody who took part may be an adult.
/// `answered`: what the answers about it come to together.
[[nodiscard]] Finding adult_found(const Case& of, const guidance::Pack& pack, Answer answered);

}  // namespace safelead::record
