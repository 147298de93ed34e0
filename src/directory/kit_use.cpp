#include "directory/kit_use.h"

#include <array>
#include <utility>

namespace safelead::directory {
namespace {

constexpr std::array<std::pair<KitPart, std::string_view>, 6> names{{
    {KitPart::posters, "posters"},
    {KitPart::cards, "cards"},
    {KitPart::assembly, "assembly"},
    {KitPart::lesson, "lesson"},
    {KitPart::parent_letter, "parent_letter"},
    {KitPart::staff_briefing, "staff_briefing"},
}};

}  // namespace

std::string_view kit_part_name(KitPart part)
{
    return names.at(static_cast<std::size_t>(part)).second;
}

std::optional<KitPart> kit_part_from_name(std::string_view name)
{
    for (const auto& [part, known] : names)
        if (known == name) return part;
    return std::nullopt;
}

}  // namespace safelead::directory
