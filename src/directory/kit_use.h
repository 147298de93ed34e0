#pragma once

// That a school used a campaign's kit: what of it, and from when.

#include "base/ids.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::directory {

enum class KitPart : std::uint8_t { posters, cards, assembly, lesson, parent_letter, staff_briefing };

inline constexpr KitPart all_kit_parts[] = {KitPart::posters,       KitPart::cards,
                                            KitPart::assembly,      KitPart::lesson,
                                            KitPart::parent_letter, KitPart::staff_briefing};

[[nodiscard]] std::string_view kit_part_name(KitPart part);
[[nodiscard]] std::optional<KitPart> kit_part_from_name(std::string_view name);

struct KitUse {
    std::string campaign;  ///< The shelf it stands on: "think-before-you-send".
    Date from;             ///< The first day on which it was used.
    std::vector<KitPart> parts;
    bool operator==(const KitUse&) const = default;
};

/// A school's use, for whoever sees them all.
struct KitUseThere {
    OrganisationId organisation;
    KitUse use;
};

}  // namespace safelead::directory
