#include "words/byte_numbers.h"

#include "words/histogram.h"
#include "words/noise.h"

#include <algorithm>
#include <bitset>
#include <cstdint>
#include <span>
#include <unordered_map>

namespace safelead::words {

namespace {

/// Of base 8, where no digit is an 8 or a 9.
std::vector<unsigned> values_of(std::span<const Number> numbers)
{
    const bool octal = std::ranges::all_of(numbers, [](const Number& number) {
        return number.digits.find_first_of("89") == std::string_view::npos;
    });
    std::vector<unsigned> values;
    for (const Number& number : numbers) {
        unsigned value = 0;
        for (const char c : number.digits)
            value = value * (octal ? 8U : 10U) + static_cast<unsigned>(c - '0');
        values.push_back(value);
    }
    return values;
}

}  // namespace

std::vector<Number> numbers_in(std::string_view letters, std::span<const Piece> pieces)
{
    std::vector<Number> numbers;
    std::size_t place = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        if (!pieces[i].counts) continue;
        auto text = pieces[i].token.in(letters);
        if (text.starts_with("0o")) text.remove_prefix(2);
        const bool are_digits = !text.empty() && std::ranges::all_of(text, is_digit);
        const bool in_threes = text.size() >= 6 && text.size() % 3 == 0;
        if (are_digits && text.size() <= 5) numbers.push_back({text, i, place});
        for (std::size_t at = 0; are_digits && in_threes && at < text.size(); at += 3)
            numbers.push_back({text.substr(at, 3), i, place + at / 3});
        if (are_digits && in_threes) place += text.size() / 3 - 1;
        ++place;
    }
    return numbers;
}

std::vector<Number> without_labels(std::span<const Number> numbers)
{
    constexpr std::size_t block = 256;
    std::vector<Number> kept;
    std::size_t left_out = 0;
    for (std::size_t first = 0; first < numbers.size(); first += block) {
        const auto among = numbers.subspan(first, std::min(block, numbers.size() - first));
        std::unordered_map<std::string_view, std::size_t> times;
        for (const Number& number : among) ++times[number.digits];
        for (const Number& number : among) {
            const auto count = times[number.digits];
            const bool is_label = count >= 8 && count * 25 >= among.size();
            left_out += is_label ? 1U : 0U;
            if (!is_label) kept.push_back({number.digits, number.piece, number.place - left_out});
        }
    }
    return kept;
}

bool are_bytes(std::span<const Number> numbers)
{
    const auto values = values_of(numbers);
    std::vector<unsigned> sorted{values.begin(), values.end()};
    std::ranges::sort(sorted);
    const unsigned least = sorted[1];
    const unsigned range = sorted[sorted.size() - 2] - least + 1;
    const bool is_range = (range >= 116 && range <= 129) || (range >= 232 && range <= 256) ||
                          (range >= 55'000 && range <= 65'536);
    if (!is_range) return false;
    Histogram<16> sizes;
    std::size_t rises = 0;
    std::uint64_t steps = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] >= least && values[i] - least < range) sizes.add((values[i] - least) * 16ULL / range);
        if (i == 0) continue;
        rises += values[i] > values[i - 1] ? 1U : 0U;
        steps += values[i] > values[i - 1] ? values[i] - values[i - 1] : values[i - 1] - values[i];
    }
    const bool in_no_order = rises * 5 > values.size() && rises * 5 < values.size() * 4;
    // The number of a row may be above all the marks in it, and there are few such.
    const bool has_large = (sizes.times[14] + sizes.times[15]) * 16 >= values.size();
    return in_no_order && has_large && steps * 5 >= std::uint64_t{range} * values.size() &&
           sizes.is_even(0.15);
}

bool are_points(std::span<const Number> numbers)
{
    constexpr unsigned highest_mark = 100;
    const auto values = values_of(numbers);
    std::bitset<256> kinds;
    std::size_t rises = 0;
    std::size_t above_marks = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] > 255) return false;
        kinds.set(values[i]);
        above_marks += values[i] > highest_mark ? 1U : 0U;
        rises += i > 0 && values[i] > values[i - 1] ? 1U : 0U;
    }
    // A number of the pupil's may stand before a row of marks.
    return kinds.count() > 16 && above_marks * 16 >= values.size() && rises * 10 > values.size() &&
           rises * 10 < values.size() * 9;
}

}  // namespace safelead::words
