#include "words/skeleton.h"

#include "words/characters.h"

#include <algorithm>
#include <array>
#include <utility>

namespace safelead::words {

namespace {

/// Letters of Cyrillic and Greek that are drawn like a Latin one (after Unicode's confusables; those in
/// base64's reach).
constexpr std::array<std::pair<char32_t, char>, 40> look_alikes{{
    {0x0391, 'A'}, {0x0392, 'B'}, {0x0395, 'E'}, {0x0396, 'Z'}, {0x0397, 'H'}, {0x0399, 'I'}, {0x039A, 'K'},
    {0x039C, 'M'}, {0x039D, 'N'}, {0x039F, 'O'}, {0x03A1, 'P'}, {0x03A4, 'T'}, {0x03A5, 'Y'}, {0x03A7, 'X'},
    {0x03BF, 'o'}, {0x0405, 'S'}, {0x0406, 'I'}, {0x0408, 'J'}, {0x0410, 'A'}, {0x0412, 'B'}, {0x0415, 'E'},
    {0x041A, 'K'}, {0x041C, 'M'}, {0x041D, 'H'}, {0x041E, 'O'}, {0x0420, 'P'}, {0x0421, 'C'}, {0x0422, 'T'},
    {0x0425, 'X'}, {0x0430, 'a'}, {0x0435, 'e'}, {0x043E, 'o'}, {0x0440, 'p'}, {0x0441, 'c'}, {0x0443, 'y'},
    {0x0445, 'x'}, {0x0455, 's'}, {0x0456, 'i'}, {0x0458, 'j'}, {0x04BB, 'h'},
}};

char letter_for(char32_t point)
{
    if (point < 0x80) return static_cast<char>(point);
    if (point >= 0xFF01 && point <= 0xFF5E) return static_cast<char>(point - 0xFF01 + '!');  // full width
    if (point == 0x00A0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x3000)
        return ' ';
    if (point == 0x2028 || point == 0x2029 || point == 0x0085) return '\n';
    if (point >= 0x1D400 && point <= 0x1D6A3) {  // Mathematical letters, in alphabets of 26 and 26.
        const auto letter = static_cast<char>((point - 0x1D400) % 52);
        return static_cast<char>(letter < 26 ? 'A' + letter : 'a' + letter - 26);
    }
    if (point >= 0x1D7CE && point <= 0x1D7FF) return static_cast<char>('0' + (point - 0x1D7CE) % 10);
    if (point >= 0x24B6 && point <= 0x24CF) return static_cast<char>('A' + (point - 0x24B6));  // In circles.
    if (point >= 0x24D0 && point <= 0x24E9) return static_cast<char>('a' + (point - 0x24D0));
    const auto* found = std::ranges::lower_bound(look_alikes, point, {}, &std::pair<char32_t, char>::first);
    return found != look_alikes.end() && found->first == point ? found->second : no_letter;
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
