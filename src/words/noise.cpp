#include "words/noise.h"

#include <algorithm>
#include <bitset>

namespace safelead::words {

namespace {

enum class Sort : unsigned char { separator, small, capital, digit, sign };

Sort sort_of(char c)
{
    if (c >= 'a' && c <= 'z') return Sort::small;
    if (c >= 'A' && c <= 'Z') return Sort::capital;
    if (is_digit(c)) return Sort::digit;
    if (c <= ' ' || c == 0x7F) return Sort::separator;
    return std::string_view{".,;:'\"()|-_/"}.find(c) == std::string_view::npos ? Sort::sign : Sort::separator;
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

std::size_t distinct(std::string_view letters)
{
    std::bitset<256> seen;
    for (const char c : letters) seen.set(static_cast<unsigned char>(c));
    return seen.count();
}

bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

bool is_hex(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool is_base64(char c)
{
    return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '+' || c == '/' ||
           c == '-' || c == '_' || c == '=';
}

}  // namespace safelead::words
