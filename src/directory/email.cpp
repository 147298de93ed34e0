#include "base/text.h"
#include "directory/partnership.h"

#include <algorithm>

namespace safelead::directory {

std::optional<std::string> normalise_email(std::string_view email)
{
    constexpr std::size_t longest = 254;  // RFC 5321, with the errata.

    const auto bare = trim(email);
    if (bare.size() > longest || !is_utf8(bare)) return std::nullopt;
    const auto at = bare.find('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == bare.size()) return std::nullopt;
    if (bare.find('@', at + 1) != std::string_view::npos) return std::nullopt;
    const auto is_unfit = [](char c) { return (static_cast<unsigned char>(c) <= 0x20U) || c == 0x7F; };
    if (std::ranges::any_of(bare, is_unfit)) return std::nullopt;
    return ascii_lower(bare);
}

bool reaches_by_mail(std::string_view email)
{
    const auto normalised = normalise_email(email);
    return normalised && std::ranges::all_of(*normalised, [](char c) {
               return static_cast<unsigned char>(c) < 0x80U &&
                      std::string_view{"<>()[]\\,;:\""}.find(c) == std::string_view::npos;
           });
}

}  // namespace safelead::directory
