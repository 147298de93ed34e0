#include "app/known_password.h"

#include "base/bytes.h"
#include "crypto/digest.h"

#include <algorithm>
#include <string>

namespace safelead::app {
namespace {

constexpr std::size_t shortest_stem = 4;
constexpr std::size_t few_characters = 4;

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80U;
}

std::string in_lower_case(std::string_view text)
{
    std::string lower{text};
    for (auto& c : lower)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return lower;
}

bool is_listed(std::string_view text)
{
    constexpr std::size_t bytes_kept = 8;
    const auto digest = crypto::sha256(bytes_of(text));
    std::uint64_t first = 0;
    for (std::size_t at = 0; at < bytes_kept; ++at)
        first = first << 8U | static_cast<std::uint64_t>(digest[at]);
    return std::ranges::binary_search(known_passwords(), first);
}

/// Without the digits and signs at its end.
std::string_view stem_of(std::string_view text)
{
    while (!text.empty() && !is_letter(text.back())) text.remove_suffix(1);
    return text;
}

/// The shortest beginning that, said again and again, makes the whole; the whole if there is none.
std::string_view repeated_in(std::string_view text)
{
    for (std::size_t length = 1; length < text.size(); ++length)
        if (text.substr(length) == text.substr(0, text.size() - length)) return text.substr(0, length);
    return text;
}

}  // namespace

bool is_widely_known(std::string_view password)
{
    const auto lower = in_lower_case(password);
    if (is_listed(lower)) return true;
    const auto stem = stem_of(lower);
    if (stem.size() >= shortest_stem && is_listed(stem)) return true;
    const auto again = repeated_in(lower);
    return again.size() < lower.size() && (again.size() <= few_characters || is_listed(again));
}

}  // namespace safelead::app
