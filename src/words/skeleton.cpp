#include "words/skeleton.h"

#include "words/characters.h"
#include "words/scripts.h"

#include <algorithm>
#include <array>
#include <numeric>
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

/// Where the nought of each set of ten digits stands: Arabic, those of India and its neighbours, Thai, Lao,
/// Tibetan, Burmese, Khmer, and those written below the line.
constexpr std::array<char32_t, 19> noughts{0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66,
                                           0x0BE6, 0x0C66, 0x0CE6, 0x0D66, 0x0E50, 0x0ED0, 0x0F20,
                                           0x1040, 0x17E0, 0x1810, 0x2080, 0x1D7F6};

/// Alphabets of Latin letters in another dress, in the order of ours: where each begins, and with which
/// letter.
struct Dressed {
    char32_t first;
    char letter;
};
constexpr std::array<Dressed, 8> dressed{{{0x249C, 'a'},     // In brackets.
                                          {0x24B6, 'A'},     // In circles.
                                          {0x24D0, 'a'},     //
                                          {0x1F110, 'A'},    // In brackets.
                                          {0x1F130, 'A'},    // In squares.
                                          {0x1F150, 'A'},    // In black circles.
                                          {0x1F170, 'A'},    // In black squares.
                                          {0x1F1E6, 'A'}}};  // Of flags.

/// Small capitals, and letters above the line.
constexpr std::array<std::pair<std::u32string_view, std::string_view>, 2> small_letters{
    {{U"ᴀʙᴄᴅᴇꜰɢʜɪᴊᴋʟᴍɴᴏᴘǫʀꜱᴛᴜᴠᴡʏᴢ", "abcdefghijklmnopqrstuvwyz"},
     {U"ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ⁰¹²³⁴⁵⁶⁷⁸⁹", "abcdefghijklmnoprstuvwxyz0123456789"}}};

char digit_for(char32_t point)
{
    for (const char32_t nought : noughts)
        if (point >= nought && point < nought + 10) return static_cast<char>('0' + (point - nought));
    if (point >= 0x1D7CE && point <= 0x1D7FF) return static_cast<char>('0' + (point - 0x1D7CE) % 10);
    if (point >= 0x2460 && point <= 0x2468) return static_cast<char>('1' + (point - 0x2460));  // In circles.
    return point == 0x24EA ? '0' : no_letter;
}

char dressed_letter_for(char32_t point)
{
    if (point >= 0x1D400 && point <= 0x1D6A3) {  // Mathematical letters, in alphabets of 26 and 26.
        const auto letter = static_cast<char>((point - 0x1D400) % 52);
        return static_cast<char>(letter < 26 ? 'A' + letter : 'a' + letter - 26);
    }
    for (const auto& [first, letter] : dressed)
        if (point >= first && point < first + 26)
            return static_cast<char>(letter + static_cast<char>(point - first));
    for (const auto& [letters, plain] : small_letters)
        if (const auto at = letters.find(point); at != std::u32string_view::npos) return plain[at];
    return no_letter;
}

}  // namespace

char letter_for(char32_t point)
{
    if (point < 0x80) return static_cast<char>(point);
    if (point >= 0xFF01 && point <= 0xFF5E) return static_cast<char>(point - 0xFF01 + '!');  // full width
    if (point == 0x00A0 || (point >= 0x2000 && point <= 0x200A) || point == 0x202F || point == 0x3000)
        return ' ';
    if (point == 0x2028 || point == 0x2029 || point == 0x0085) return '\n';
    if (point > 0x3000 && point < 0xA700)
        return no_letter;  // Most of what is not Latin, and none of the tables.
    const auto* found = std::ranges::lower_bound(look_alikes, point, {}, &std::pair<char32_t, char>::first);
    if (found != look_alikes.end() && found->first == point) return found->second;
    const char digit = digit_for(point);
    return digit != no_letter ? digit : dressed_letter_for(point);
}

Skeleton skeleton_of(std::string_view text)
{
    Skeleton skeleton;
    if (std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; })) {
        skeleton.letters = text;
        skeleton.from.resize(text.size() + 1);
        std::iota(skeleton.from.begin(), skeleton.from.end(), std::size_t{0});
        return skeleton;
    }
    skeleton.letters.reserve(text.size());
    skeleton.from.reserve(text.size() + 1);
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = character_at(text, at);
        if (!is_invisible(point) && !is_accent(point)) {
            skeleton.letters += letter_for(point);
            skeleton.from.push_back(at);
        }
        at += length;
    }
    skeleton.from.push_back(text.size());
    return skeleton;
}

}  // namespace safelead::words
