#include "words/codes.h"

#include "words/noise.h"

#include <algorithm>
#include <array>

namespace safelead::words {

namespace {

constexpr std::size_t longest_account_name = 31;

/// In a shape: `A` a capital, `N` a digit, `X` either, `H` hexadecimal; anything else itself.
bool fits(char c, char shape)
{
    const bool is_capital = c >= 'A' && c <= 'Z';
    switch (shape) {
        case 'A':
            return is_capital;
        case 'N':
            return is_digit(c);
        case 'X':
            return is_capital || is_digit(c);
        case 'H':
            return is_hex(c);
        default:
            return c == shape;
    }
}

constexpr std::array<std::string_view, 2> of_records{"HHHHHHHH-HHHH-HHHH-HHHH-HHHHHHHHHHHH", "A-XXXX-XXXX"};
constexpr std::array<std::string_view, 4> of_things{"HH:HH:HH:HH:HH:HH", "HH-HH-HH-HH-HH-HH", "AANNAAA",
                                                    "ANNNAAA"};

/// Neither letters nor more of the same stands beside a code: six pairs of sixty are no address of a device.
bool stands_alone(std::string_view letters, std::size_t begin, std::size_t end)
{
    const auto goes_on = [&](std::size_t at) {
        return at < letters.size() &&
               (is_alphanumeric(letters[at]) || letters[at] == ':' || letters[at] == '-');
    };
    const bool ends = !goes_on(end) || (!is_alphanumeric(letters[end]) && !goes_on(end + 1));
    return (begin == 0 || !is_alphanumeric(letters[begin - 1])) && ends &&
           (begin < 2 || !goes_on(begin - 1) || !goes_on(begin - 2));
}

std::size_t length_of(std::string_view letters, std::size_t at, std::string_view shape)
{
    const auto piece = letters.substr(at, shape.size());
    return std::ranges::equal(piece, shape, fits) && stands_alone(letters, at, at + piece.size())
               ? piece.size()
               : 0;
}

std::size_t length_of_account_name(std::string_view letters, std::size_t at)
{
    if (letters[at] != '@' || (at > 0 && is_alphanumeric(letters[at - 1]))) return 0;
    std::size_t end = at + 1;
    while (end < letters.size() &&
           (is_alphanumeric(letters[end]) || letters[end] == '_' || letters[end] == '.'))
        ++end;
    return end - at <= longest_account_name ? end - at : 0;
}

}  // namespace

std::string without_codes(std::string_view letters, Codes codes, char filler)
{
    std::string kept{letters};
    for (std::size_t at = 0; at < letters.size();) {
        // No code begins within a word, and most places of a text are there.
        if (at > 0 && is_alphanumeric(letters[at - 1])) {
            ++at;
            continue;
        }
        std::size_t length = 0;
        for (const auto shape : of_records) length = std::max(length, length_of(letters, at, shape));
        if (codes == Codes::all) {
            for (const auto shape : of_things) length = std::max(length, length_of(letters, at, shape));
            length = std::max(length, length_of_account_name(letters, at));
        }
        std::fill_n(kept.begin() + static_cast<std::ptrdiff_t>(at), length, filler);
        at += std::max<std::size_t>(length, 1);
    }
    return kept;
}

}  // namespace safelead::words
