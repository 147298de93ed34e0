#pragma once

// Whether anything may be deleted, taken down or given back yet: what may be evidence is not destroyed while
// police or social care are involved, or before it is settled whether they will be. docs/adr/0126.

#include "guidance/pack.h"
#include "record/case.h"

#include <optional>

namespace safelead::record {

enum class RemovalWaits {
    not_decided,           ///< Nobody has decided the route yet.
    sign_off_awaited,      ///< The decision waits for its second person, or they refused.
    advice_has_risen,      ///< What is advised has risen above what was decided.
    police_or_social_care  ///< It is referred, or a criterion is met and no agency gave it back.
};

/// Why it waits; nothing where the school may manage it and that is signed off.
[[nodiscard]] std::optional<RemovalWaits> why_removal_waits(const Case& of, const guidance::Pack& in_force);

}  // namespace safelead::record
