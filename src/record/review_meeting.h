#pragma once

// What the initial review meeting has to establish, and what the case says of it already.

#include "guidance/pack.h"
#include "record/case.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace safelead::record {

/// The nine things, in the order of the guidance.
inline constexpr std::array<std::string_view, 9> review_things{
    "immediate_risk", "refer",          "viewing_needed", "more_information", "shared_widely",
    "act_to_remove",  "facts_of_child", "other_settings", "contact_parents"};

/// The step that guidance calls for; holding the meeting settles it.
inline constexpr std::string_view review_step = "review-meeting";

/// By when it has to be held: as that step is set. Nothing where guidance does not call for it (yet).
[[nodiscard]] std::optional<Instant> review_due(const Case& of);

/// The facts of the case that bear on one of the nine, in the order in which to show them.
[[nodiscard]] std::vector<std::string_view> facts_for_review(std::string_view thing);

}  // namespace safelead::record
