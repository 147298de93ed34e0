#include "record/letters.h"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

namespace safelead::record {
namespace {

struct Point {
    char32_t code;
    std::size_t size;
};

/// The code point at the beginning; a byte that begins none stands for itself, as what is no letter.
Point point_at(std::string_view text)
{
    const auto byte = [&](std::size_t at) {
        return at < text.size() ? static_cast<unsigned char>(text[at]) : 0U;
    };
    const auto more = [&](std::size_t count, char32_t first) -> Point {
        char32_t code = first;
        for (std::size_t i = 1; i <= count; ++i) {
            if ((byte(i) & 0xC0U) != 0x80U) return {U' ', 1};
            code = (code << 6U) | (byte(i) & 0x3FU);
        }
        return {code, count + 1};
    };
    const unsigned lead = byte(0);
    if (lead < 0x80U) return {lead, 1};
    if (lead >= 0xF0U) return more(3, lead & 0x07U);
    if (lead >= 0xE0U) return more(2, lead & 0x0FU);
    if (lead >= 0xC0U) return more(1, lead & 0x1FU);
    return {U' ', 1};
}

struct Range {
    char32_t first, last;
    std::string_view as;
};

/// Latin letters with marks, by the letters they are compared as.
constexpr auto latin = std::to_array<Range>({
    {0xC0, 0xC5, "a"},      {0xC6, 0xC6, "ae"},    {0xC7, 0xC7, "c"},      {0xC8, 0xCB, "e"},
    {0xCC, 0xCF, "i"},      {0xD0, 0xD0, "d"},     {0xD1, 0xD1, "n"},      {0xD2, 0xD6, "o"},
    {0xD8, 0xD8, "o"},      {0xD9, 0xDC, "u"},     {0xDD, 0xDD, "y"},      {0xDE, 0xDE, "th"},
    {0xDF, 0xDF, "ss"},     {0xE0, 0xE5, "a"},     {0xE6, 0xE6, "ae"},     {0xE7, 0xE7, "c"},
    {0xE8, 0xEB, "e"},      {0xEC, 0xEF, "i"},     {0xF0, 0xF0, "d"},      {0xF1, 0xF1, "n"},
    {0xF2, 0xF6, "o"},      {0xF8, 0xF8, "o"},     {0xF9, 0xFC, "u"},      {0xFD, 0xFD, "y"},
    {0xFE, 0xFE, "th"},     {0xFF, 0xFF, "y"},     {0x100, 0x105, "a"},    {0x106, 0x10D, "c"},
    {0x10E, 0x111, "d"},    {0x112, 0x11B, "e"},   {0x11C, 0x123, "g"},    {0x124, 0x127, "h"},
    {0x128, 0x131, "i"},    {0x132, 0x133, "ij"},  {0x134, 0x135, "j"},    {0x136, 0x138, "k"},
    {0x139, 0x142, "l"},    {0x143, 0x14B, "n"},   {0x14C, 0x151, "o"},    {0x152, 0x153, "oe"},
    {0x154, 0x159, "r"},    {0x15A, 0x161, "s"},   {0x162, 0x167, "t"},    {0x168, 0x173, "u"},
    {0x174, 0x175, "w"},    {0x176, 0x178, "y"},   {0x179, 0x17E, "z"},    {0x17F, 0x17F, "s"},
    {0x18F, 0x18F, "e"},    {0x1A0, 0x1A1, "o"},   {0x1AF, 0x1B0, "u"},    {0x1CD, 0x1CE, "a"},
    {0x1CF, 0x1D0, "i"},    {0x1D1, 0x1D2, "o"},   {0x1D3, 0x1DC, "u"},    {0x1E6, 0x1E7, "g"},
    {0x218, 0x219, "s"},    {0x21A, 0x21B, "t"},   {0x259, 0x259, "e"},    {0x1E00, 0x1E01, "a"},
    {0x1E02, 0x1E07, "b"},  {0x1E08, 0x1E09, "c"}, {0x1E0A, 0x1E13, "d"},  {0x1E14, 0x1E1D, "e"},
    {0x1E1E, 0x1E1F, "f"},  {0x1E20, 0x1E21, "g"}, {0x1E22, 0x1E2B, "h"},  {0x1E2C, 0x1E2F, "i"},
    {0x1E30, 0x1E35, "k"},  {0x1E36, 0x1E3D, "l"}, {0x1E3E, 0x1E43, "m"},  {0x1E44, 0x1E4B, "n"},
    {0x1E4C, 0x1E53, "o"},  {0x1E54, 0x1E57, "p"}, {0x1E58, 0x1E5F, "r"},  {0x1E60, 0x1E69, "s"},
    {0x1E6A, 0x1E71, "t"},  {0x1E72, 0x1E7B, "u"}, {0x1E7C, 0x1E7F, "v"},  {0x1E80, 0x1E89, "w"},
    {0x1E8A, 0x1E8D, "x"},  {0x1E8E, 0x1E8F, "y"}, {0x1E90, 0x1E95, "z"},  {0x1E96, 0x1E96, "h"},
    {0x1E97, 0x1E97, "t"},  {0x1E98, 0x1E98, "w"}, {0x1E99, 0x1E99, "y"},  {0x1E9E, 0x1E9E, "ss"},
    {0x1EA0, 0x1EB7, "a"},  {0x1EB8, 0x1EC7, "e"}, {0x1EC8, 0x1ECB, "i"},  {0x1ECC, 0x1EE3, "o"},
    {0x1EE4, 0x1EF1, "u"},  {0x1EF2, 0x1EF9, "y"}, {0xFB00, 0xFB00, "ff"}, {0xFB01, 0xFB01, "fi"},
    {0xFB02, 0xFB02, "fl"},
});

struct Span {
    char32_t first, last;
};

bool is_in(std::span<const Span> spans, char32_t code)
{
    return std::ranges::any_of(spans, [&](const Span& one) { return one.first <= code && code <= one.last; });
}

bool is_mark(char32_t code)
{
    static constexpr Span marks[] = {{0xAD, 0xAD},     {0x300, 0x36F},   {0x34F, 0x34F},   {0x610, 0x61A},
                                     {0x64B, 0x65F},   {0x200B, 0x200F}, {0x202A, 0x202E}, {0x2060, 0x2064},
                                     {0x2066, 0x2069}, {0xFE00, 0xFE0F}, {0xFE20, 0xFE2F}, {0xFEFF, 0xFEFF}};
    return is_in(marks, code);
}

bool is_apostrophe(char32_t code)
{
    static constexpr Span apostrophes[] = {{U'\'', U'\''},  {U'`', U'`'},     {0xB4, 0xB4},
                                           {0x2B9, 0x2BC},  {0x2018, 0x201B}, {0x2032, 0x2032},
                                           {0xFF07, 0xFF07}};
    return is_in(apostrophes, code);
}

bool is_between(char32_t code)
{
    if (code < 0x80) return !((code >= U'a' && code <= U'z') || (code >= U'A' && code <= U'Z'));
    static constexpr Span others[] = {{0x80, 0xA9},     {0xAB, 0xB4},      {0xB6, 0xB9},     {0xBB, 0xBF},
                                      {0xD7, 0xD7},     {0xF7, 0xF7},      {0x60C, 0x60D},   {0x61B, 0x61F},
                                      {0x660, 0x66A},   {0x964, 0x965},    {0x2000, 0x206F}, {0x2070, 0x20CF},
                                      {0x2100, 0x2BFF}, {0x3000, 0x3004},  {0x3008, 0x3020}, {0x30FB, 0x30FB},
                                      {0xFE30, 0xFE6F}, {0xFF01, 0xFF0F},  {0xFF1A, 0xFF20}, {0xFF5B, 0xFF65},
                                      {0xE000, 0xF8FF}, {0x1F000, 0x1FAFF}};
    return is_in(others, code);
}

/// Greek, Cyrillic, Armenian and wide Latin letters made small.
char32_t small(char32_t code)
{
    if (code >= 0x391 && code <= 0x3A9) return code + 0x20;
    if (code == 0x3C2) return 0x3C3;
    if (code >= 0x410 && code <= 0x42F) return code + 0x20;
    if (code >= 0x400 && code <= 0x40F) return code + 0x50;
    if (code >= 0x531 && code <= 0x556) return code + 0x30;
    if (code >= 0xFF21 && code <= 0xFF3A) return code - 0xFF21 + U'a';
    if (code >= 0xFF41 && code <= 0xFF5A) return code - 0xFF41 + U'a';
    return code;
}

void add_letter(std::vector<Letter>& letters, char32_t code, std::size_t begin, std::size_t end)
{
    if (code >= U'A' && code <= U'Z') code += U'a' - U'A';
    if (code >= 0xC0) {
        const auto found = std::ranges::find_if(
            latin, [&](const Range& range) { return range.first <= code && code <= range.last; });
        if (found != latin.end()) {
            for (const char as : found->as) letters.push_back({static_cast<char32_t>(as), begin, end});
            return;
        }
    }
    letters.push_back({small(code), begin, end});
}

}  // namespace

std::vector<Letter> letters_of(std::string_view text)
{
    std::vector<Letter> letters;
    letters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto [code, size] = point_at(text.substr(at));
        const auto end = at + size;
        if (is_mark(code)) {
            if (!letters.empty() && letters.back().as != between_words) letters.back().end = end;
        } else if (is_apostrophe(code)) {
            letters.push_back({apostrophe, at, end});
        } else if (is_between(code)) {
            letters.push_back({between_words, at, end});
        } else {
            add_letter(letters, code, at, end);
        }
        at = end;
    }
    return letters;
}

std::vector<std::u32string> name_words(std::string_view name)
{
    std::vector<std::u32string> words;
    std::u32string word;
    const auto add = [&] {
        if (!word.empty()) words.push_back(std::exchange(word, {}));
    };
    for (const auto& letter : letters_of(name)) {
        if (letter.as == apostrophe) continue;
        if (letter.as == between_words)
            add();
        else
            word += letter.as;
    }
    add();
    return words;
}

std::size_t letters_apart(std::u32string_view one, std::u32string_view other, std::size_t most)
{
    if (one.size() > other.size() + most || other.size() > one.size() + most) return most + 1;
    std::vector<std::vector<std::size_t>> apart(one.size() + 1, std::vector<std::size_t>(other.size() + 1));
    for (std::size_t i = 0; i <= one.size(); ++i) apart[i][0] = i;
    for (std::size_t j = 0; j <= other.size(); ++j) apart[0][j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t changed = one[i - 1] == other[j - 1] ? 0 : 1;
            apart[i][j] = std::min({apart[i - 1][j] + 1, apart[i][j - 1] + 1, apart[i - 1][j - 1] + changed});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                apart[i][j] = std::min(apart[i][j], apart[i - 2][j - 2] + 1);
        }
    }
    return std::min(apart[one.size()][other.size()], most + 1);
}

}  // namespace safelead::record
