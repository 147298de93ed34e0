#pragma once

// What is left to do once a child's keys are destroyed: what was typed about them is removed, and the
// organisation's key is rotated, so that the destroyed keys are gone from old pages and copies too. That it
// has to be done is noted before the keys go, so that a server that is killed leaves it to the next.

#include "app/parts.h"
#include "record/erasure.h"

#include <string_view>

namespace safelead::app {

/// How that is kept as a passing thing.
inline constexpr std::string_view erasing_kind = "erasing";

/// Before the keys go.
void note_erasing(Parts& parts, const OrganisationId& organisation, const record::ErasureId& id);

/// None went after all.
void forget_erasing(Parts& parts, const record::ErasureId& id);

/// Removes what was typed about what was erased lately. May be done again: what was typed since about what is
/// left stays. The store's files may still have it as it was.
void remove_drafts_of_erased(Parts& parts, Workspace& workspace);

/// Likewise, and where that was not done since something was erased, rotates the organisation's key and lets
/// the store's files forget what was typed. For workers.
/// @throws Unavailable when the rest has to wait: it is still noted.
void clean_up_after_erasing(Parts& parts, Workspace& workspace);

/// Whether that name of a draft is of something that the organisation erased.
[[nodiscard]] bool was_erased(Parts& parts, const OrganisationId& organisation, std::string_view form);

}  // namespace safelead::app
