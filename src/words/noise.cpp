#include "words/noise.h"

#include "words/histogram.h"

#include <algorithm>
#include <array>
#include <bitset>

namespace safelead::words {

namespace {

enum class Sort : unsigned char { separator, small, capital, digit, sign };

constexpr Sort told_sort(char c)
{
    if (sets::small_letters.has(c)) return Sort::small;
    if (sets::capitals.has(c)) return Sort::capital;
    if (is_digit(c)) return Sort::digit;
    const bool is_plain = c > ' ' && c < 0x7F;
    return !is_plain || LetterSet{".,;:'\"()|-_/"}.has(c) ? Sort::separator : Sort::sign;
}

constexpr auto sort_of_each = [] {
    std::array<Sort, 256> all{};
    for (std::size_t i = 0; i < all.size(); ++i) all[i] = told_sort(static_cast<char>(i));
    return all;
}();

Sort sort_of(char c)
{
    return sort_of_each[static_cast<unsigned char>(c)];
}

}  // namespace

void Noise::add(const Noise& other)
{
    letters += other.letters;
    pairs += other.pairs;
    changes += other.changes;
    longest = std::max(longest, other.longest);
}

Noise noise_of(std::string_view letters)
{
    Noise noise;
    Sort before = Sort::separator;
    std::size_t stretch = 0;
    for (const char c : letters) {
        const Sort sort = sort_of(c);
        if (sort == Sort::separator) {
            stretch = 0;
        } else {
            ++noise.letters;
            noise.longest = std::max(noise.longest, ++stretch);
            if (before != Sort::separator) {
                ++noise.pairs;
                noise.changes += sort != before ? 1U : 0U;
            }
        }
        before = sort;
    }
    return noise;
}

bool are_codes(std::span<const std::string> pieces)
{
    constexpr std::size_t places = 8;
    constexpr std::size_t longest_code = 18;
    constexpr std::size_t least_to_tell = 5;
    Histogram<5> sorts;
    std::array<std::array<Histogram<5>, places>, places> at_place;  // Of pieces of each length.
    for (const std::string& piece : pieces)
        for (std::size_t place = 0; place < piece.size(); ++place) {
            const auto sort = static_cast<std::size_t>(sort_of(piece[place]));
            sorts.add(sort);
            at_place[std::min(piece.size(), places) - 1][std::min(place, places - 1)].add(sort);
        }
    if (sorts.all > pieces.size() * longest_code || sorts.bits() <= 0.2) return false;
    double left = 0;
    for (const auto& of_length : at_place)
        for (const auto& one : of_length) {
            const auto count = static_cast<double>(one.all);
            const double by_chance =
                one.all == 0 ? 0 : static_cast<double>(one.kinds() - 1) / (1.386 * count);
            left += count * (one.all < least_to_tell ? sorts.bits() : one.bits() + by_chance);
        }
    return left < 0.7 * sorts.bits() * static_cast<double>(sorts.all);
}

std::size_t distinct(std::string_view letters)
{
    std::bitset<256> seen;
    for (const char c : letters) seen.set(static_cast<unsigned char>(c));
    return seen.count();
}

unsigned hex_value(char c)
{
    return static_cast<unsigned>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
}

bool is_one_of(char c, std::string_view letters)
{
    return letters.find(c) != npos;
}

bool begins_with(std::string_view text, std::string_view word)
{
    return std::ranges::equal(text.substr(0, word.size()), word, {}, made_small);
}

}  // namespace safelead::words
