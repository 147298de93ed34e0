#include "base/folded.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <utility>

namespace safelead {

namespace {

constexpr std::uint32_t no_letter = 0xFFFFFFFF;

struct Letter {
    std::uint32_t code = no_letter;
    std::size_t size = 1;
};

/// The letter at the beginning; `no_letter` and one byte where there is none.
Letter first_letter(std::string_view text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const auto goes_on = [&](std::size_t i) { return i < text.size() && (byte(i) & 0xC0U) == 0x80U; };
    const unsigned first = byte(0);
    if (first < 0x80U) return {first, 1};
    if (first >= 0xC2U && first < 0xE0U && goes_on(1)) return {(first & 0x1FU) << 6U | (byte(1) & 0x3FU), 2};
    if (first >= 0xE0U && first < 0xF0U && goes_on(1) && goes_on(2))
        return {(first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU), 3};
    return {};
}

struct Run {
    std::uint32_t first;
    std::uint32_t last;
    std::string_view as;
};

/// Letters with marks and what they are without, in the order of Unicode.
constexpr Run runs[] = {
    {0x00C0, 0x00C5, "a"},  {0x00C6, 0x00C6, "ae"}, {0x00C7, 0x00C7, "c"},  {0x00C8, 0x00CB, "e"},
    {0x00CC, 0x00CF, "i"},  {0x00D0, 0x00D0, "d"},  {0x00D1, 0x00D1, "n"},  {0x00D2, 0x00D6, "o"},
    {0x00D8, 0x00D8, "o"},  {0x00D9, 0x00DC, "u"},  {0x00DD, 0x00DD, "y"},  {0x00DE, 0x00DE, "th"},
    {0x00DF, 0x00DF, "ss"}, {0x00E0, 0x00E5, "a"},  {0x00E6, 0x00E6, "ae"}, {0x00E7, 0x00E7, "c"},
    {0x00E8, 0x00EB, "e"},  {0x00EC, 0x00EF, "i"},  {0x00F0, 0x00F0, "d"},  {0x00F1, 0x00F1, "n"},
    {0x00F2, 0x00F6, "o"},  {0x00F8, 0x00F8, "o"},  {0x00F9, 0x00FC, "u"},  {0x00FD, 0x00FD, "y"},
    {0x00FE, 0x00FE, "th"}, {0x00FF, 0x00FF, "y"},  {0x0100, 0x0105, "a"},  {0x0106, 0x010D, "c"},
    {0x010E, 0x0111, "d"},  {0x0112, 0x011B, "e"},  {0x011C, 0x0123, "g"},  {0x0124, 0x0127, "h"},
    {0x0128, 0x0131, "i"},  {0x0132, 0x0133, "ij"}, {0x0134, 0x0135, "j"},  {0x0136, 0x0138, "k"},
    {0x0139, 0x0142, "l"},  {0x0143, 0x014B, "n"},  {0x014C, 0x0151, "o"},  {0x0152, 0x0153, "oe"},
    {0x0154, 0x0159, "r"},  {0x015A, 0x0161, "s"},  {0x0162, 0x0167, "t"},  {0x0168, 0x0173, "u"},
    {0x0174, 0x0175, "w"},  {0x0176, 0x0178, "y"},  {0x0179, 0x017E, "z"},  {0x017F, 0x017F, "s"},
    {0x01A0, 0x01A1, "o"},  {0x01AF, 0x01B0, "u"},  {0x0218, 0x0219, "s"},  {0x021A, 0x021B, "t"},
    {0x0300, 0x036F, ""},   {0x1E80, 0x1E85, "w"},  {0x1E9E, 0x1E9E, "ss"}, {0x1EA0, 0x1EB7, "a"},
    {0x1EB8, 0x1EC7, "e"},  {0x1EC8, 0x1ECB, "i"},  {0x1ECC, 0x1EE3, "o"},  {0x1EE4, 0x1EF1, "u"},
    {0x1EF2, 0x1EF9, "y"},  {0x2010, 0x2015, "-"},  {0x2018, 0x2019, "'"},  {0x02BC, 0x02BC, "'"}};

const Run* run_of(std::uint32_t code)
{
    const auto found =
        std::ranges::find_if(runs, [&](const Run& run) { return code >= run.first && code <= run.last; });
    return found == std::end(runs) ? nullptr : &*found;
}

/// Greek and Cyrillic capitals stand 32 before their small letters, all of two bytes.
bool is_capital_with_small_after(std::uint32_t code)
{
    return (code >= 0x0391 && code <= 0x03A9) || (code >= 0x0410 && code <= 0x042F);
}

}  // namespace

std::string folded(std::string_view text)
{
    constexpr std::uint32_t case_step = 32;
    std::string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const Letter letter = first_letter(text);
        if (letter.code < 0x80U)
            out += letter.code >= 'A' && letter.code <= 'Z' ? static_cast<char>(letter.code + case_step)
                                                            : static_cast<char>(letter.code);
        else if (const Run* run = run_of(letter.code))
            out += run->as;
        else if (is_capital_with_small_after(letter.code))
            append_utf8(out, letter.code + case_step);
        else
            out += text.substr(0, letter.size);
        text.remove_prefix(letter.size);
    }
    return out;
}

bool are_near(std::string_view one, std::string_view other)
{
    constexpr std::size_t shortest = 4;
    constexpr std::size_t longest = 48;
    constexpr std::size_t two_from = 6;
    if (one.size() > other.size()) std::swap(one, other);
    if (one.size() < shortest || other.size() > longest) return false;
    const std::size_t most = one.size() < two_from ? 1 : 2;
    if (other.size() - one.size() > most) return false;

    using Row = std::array<std::size_t, longest + 1>;
    Row before_last{};
    Row last{};
    Row row{};
    for (std::size_t j = 0; j <= other.size(); ++j) last[j] = j;
    for (std::size_t i = 1; i <= one.size(); ++i) {
        row[0] = i;
        std::size_t least = i;
        for (std::size_t j = 1; j <= other.size(); ++j) {
            const std::size_t changed = last[j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
            row[j] = std::min({changed, last[j] + 1, row[j - 1] + 1});
            if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                row[j] = std::min(row[j], before_last[j - 2] + 1);
            least = std::min(least, row[j]);
        }
        if (least > most) return false;
        before_last = last;
        last = row;
    }
    return last[other.size()] <= most;
}

}  // namespace safelead
