#pragma once

#include "app/check_guidance.h"
#include "app/packs.h"

#include <vector>

namespace safelead::app {

/// Facts, definitions and groups that nothing uses in any edition that reads the file they stand in, and what
/// names no source or an empty text.
[[nodiscard]] std::vector<Shortcoming> unused_or_unsourced(const std::vector<guidance::PackDraft>& drafts);

}  // namespace safelead::app
