#include "words/characters.h"

#include <algorithm>

namespace safelead::words {

Character character_at(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[i]));
    };
    const char32_t lead = byte(at);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    char32_t point = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
        point = (point << 6U) | (byte(at + i) & 0x3FU);
    return {point, std::min(length, text.size() - at)};
}

std::vector<Placed> characters_of(std::string_view text)
{
    std::vector<Placed> all;
    all.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = character_at(text, at);
        all.push_back({point, at, at + length});
        at += length;
    }
    return all;
}

bool is_invisible(char32_t point)
{
    if (point < 0xAD) return false;
    return point == 0x00AD || point == 0x034F || point == 0x061C || point == 0x115F || point == 0x1160 ||
           in(point, 0x180B, 0x180E) || in(point, 0x200B, 0x200F) || in(point, 0x202A, 0x202E) ||
           in(point, 0x2060, 0x206F) || point == 0x3164 || point == 0xFEFF || point == 0xFFA0 ||
           in(point, 0xFE00, 0xFE0F) || in(point, 0x1D173, 0x1D17A) || in(point, 0xE0000, 0xE0FFF);
}

}  // namespace safelead::words
