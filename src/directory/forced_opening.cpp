#include "directory/forced_opening.h"

#include <array>
#include <utility>

namespace safelead::directory {
namespace {

constexpr std::array<std::pair<OpeningJudged, std::string_view>, 3> names{
    {{OpeningJudged::right, "right"},
     {OpeningJudged::could_have_waited, "could_have_waited"},
     {OpeningJudged::not_right, "not_right"}}};

}  // namespace

std::string_view opening_judged_name(OpeningJudged judged)
{
    for (const auto& [value, name] : names)
        if (value == judged) return name;
    return {};
}

std::optional<OpeningJudged> opening_judged_from_name(std::string_view name)
{
    for (const auto& [value, known] : names)
        if (known == name) return value;
    return std::nullopt;
}

}  // namespace safelead::directory
