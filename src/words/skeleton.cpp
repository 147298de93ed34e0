#include "words/skeleton.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace safelead::words {

namespace {

struct Character {
    std::uint32_t point;
    std::size_t length;
};

Character character_at(std::string_view text, std::size_t at)
{
    const auto byte = [&](std::size_t i) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(text[i]));
    };
    const std::uint32_t lead = byte(at);
    if (lead < 0x80) return {lead, 1};
    const std::size_t length = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::uint32_t point = lead & (0xFFU >> (length + 1));
    for (std::size_t i = 1; i < length && at + i < text.size(); ++i)
        point = (point << 6U) | (byte(at + i) & 0x3FU);
    return {point, std::min(length, text.size() - at)};
}

/// Unicode: soft hyphen, zero-width and direction marks, word joiner, invisible operators, BOM, variation
/// selectors, tags.
bool is_invisible(std::uint32_t point)
{
    return point == 0x00AD || point == 0x034F || point == 0x061C || point == 0x180E ||
           (point >= 0x200B && point <= 0x200F) || (point >= 0x202A && point <= 0x202E) ||
           (point >= 0x2060 && point <= 0x206F) || point == 0xFEFF || (point >= 0xFE00 && point <= 0xFE0F) ||
           (point >= 0xE0000 && point <= 0xE01EF);
}

/// Letters of Cyrillic and Greek that are drawn like a Latin one (after Unicode's confusables; those in
/// base64's reach).
constexpr std::array<std::pair<std::uint32_t, char>, 40> look_alikes{{
    {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'}, {0x0399, 'I'}, {0x039A, 'K'},
    {0x039C, 'M'}, {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A5, 'Y'}, {0x03A7, 'X'},
    {0x03BF, 'o'}, {0x0405, 'S'}, {0x0406, 'I'}, {0x0408, 'J'}, {0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'},
    {0x041A, 'K'}, {0x041C, 'M'}, {0x041D, 'H'}, {0x041E, 'O'}, {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'},
    {0x0425, 'X'}, {0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'},
    {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'}, {0x04BB, 'h'},
}};

char letter_for(std::uint32_t point)
{
    if (point < 0x80) return static_cast<char>(point);
    if (point >= 0xFF01 && point <= 0xFF5E) return static_cast<char>(point - 0xFF01 + '!');  // full width
    if (point == 0x00A0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x3000)
        return ' ';
    if (point == 0x2028 || point == 0x2029 || point == 0x0085) return '\n';
    const auto* found =
        std::ranges::lower_bound(look_alikes, point, {}, &std::pair<std::uint32_t, char>::first);
    return found != look_alikes.end() && found->first == point ? found->second : '?';
}

}  // namespace

Skeleton skeleton_of(std::string_view text)
{
    Skeleton skeleton;
    skeleton.letters.reserve(text.size());
    skeleton.from.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = character_at(text, at);
        if (!is_invisible(point)) {
            skeleton.letters += letter_for(point);
            skeleton.from.push_back(at);
        }
        at += length;
    }
    skeleton.from.push_back(text.size());
    return skeleton;
}

}  // namespace safelead::words
