#include "decision/beside.h"

#include <algorithm>

namespace safelead::decision {
namespace {

std::optional<int> urgency_of_route(const guidance::Pack& pack, std::string_view route)
{
    for (const auto& known : pack.routes())
        if (known.code.text() == route) return known.severity;
    return std::nullopt;
}

}  // namespace

std::optional<Beside> beside(const guidance::Pack& pack, std::string_view chosen, std::string_view advised)
{
    const auto yours = urgency_of_route(pack, chosen);
    const auto theirs = urgency_of_route(pack, advised);
    if (!yours || !theirs) return std::nullopt;
    if (*yours == *theirs) return Beside::same;
    return *yours > *theirs ? Beside::higher : Beside::lower;
}

}  // namespace safelead::decision
