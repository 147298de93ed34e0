#include "words/alphabet.h"

#include "words/histogram.h"
#include "words/noise.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::words {

namespace {

/// Letters that come hardly ever are the writer's and not of the alphabet: under one in three hundred.
Histogram<128> alphabet_of(Window window)
{
    Histogram<128> histogram;
    for (const Letter& one : window) histogram.add(static_cast<unsigned char>(one.letter) & 0x7FU);
    for (auto& count : histogram.times)
        if (count * 300 < window.size()) {
            histogram.all -= count;
            count = 0;
        }
    return histogram;
}

/// Laughter and held keys are even too, and say the same again and again; data does not.
bool repeats_itself(Window window, std::size_t kinds)
{
    const std::size_t length = kinds <= 2 ? 11 : kinds <= 4 ? 6 : 3;
    return says_the_same(window.size(), length, [&](std::size_t i) {
        return std::uint32_t{static_cast<unsigned char>(window[i].letter)};
    });
}

/// The pieces of which a window's letters are, as far as they are in it.
std::vector<std::string> pieces_in(Window window)
{
    std::vector<std::string> pieces;
    for (std::size_t i = 0; i < window.size(); ++i) {
        if (i == 0 || window[i].piece != window[i - 1].piece) pieces.emplace_back();
        pieces.back() += window[i].letter;
    }
    return pieces;
}

/// The first digits of numbers that somebody wrote: some more than others, and never, or always, a nought.
class FirstDigits {
public:
    void add(char digit) { digits_.add(static_cast<std::size_t>(digit - '0')); }
    [[nodiscard]] std::size_t count() const { return digits_.all; }
    [[nodiscard]] bool are_of_numbers() const
    {
        constexpr std::size_t least_to_tell = 30;
        if (digits_.all < least_to_tell) return false;
        return digits_.kinds() < 7 || digits_.times[0] * 30 < digits_.all ||
               digits_.times[0] * 4 > digits_.all || !digits_.is_even(digits_.all < 100 ? 0.5 : 0.3);
    }

private:
    Histogram<10> digits_;
};

/// Digits that are cut up begin with any; numbers do not, be they of one length, after a space or in a line.
bool are_numbers(Window window)
{
    constexpr std::size_t longest_number = 24;
    std::array<FirstDigits, longest_number + 1> of_length;
    FirstDigits after_space;
    FirstDigits after_line;
    std::size_t numbers = 0;
    for (std::size_t i = 0; i < window.size();) {
        std::size_t end = i;
        while (end < window.size() && window[end].piece == window[i].piece) ++end;
        const auto length = end - i;
        if (length <= longest_number && is_digit(window[i].letter)) {
            if (length > 1) of_length[length].add(window[i].letter);
            if (window[i].after_space) after_space.add(window[i].letter);
            if (window[i].after_line) after_line.add(window[i].letter);
            numbers += length > 1 ? 1U : 0U;
        }
        i = end;
    }
    if (numbers * 24 < window.size()) return false;  // Single digits, or lines of them.
    return after_space.are_of_numbers() || after_line.are_of_numbers() ||
           std::ranges::any_of(of_length, [&](const FirstDigits& one) {
               return one.count() * 10 >= numbers && one.are_of_numbers();
           });
}

/// How far from even an alphabet may be: nothing but digits, and hexadecimal, can be little else, and the
/// bytes that they stand for are not always even.
double slack_of(const Histogram<128>& alphabet, bool only_digits)
{
    const bool only_hex =
        alphabet.kinds() == 16 && std::ranges::all_of(std::string_view{"0123456789"}, [&](char c) {
            return alphabet.times[static_cast<unsigned char>(c)] > 0;
        });
    return only_hex ? 0.4 : only_digits ? 0.3 : 0.2;
}

}  // namespace

bool is_dense(Window window)
{
    const auto alphabet = alphabet_of(window);
    return alphabet.bits() >= 5.6 && alphabet.is_even(0.3) && !repeats_itself(window, alphabet.kinds());
}

bool is_dense_with_signs(Window window)
{
    const auto alphabet = alphabet_of(window);
    std::size_t kinds = 0;
    std::size_t signs = 0;
    for (std::size_t c = '!'; c < 0x7F; ++c) {
        if (is_alphanumeric(static_cast<char>(c)) || alphabet.times[c] == 0) continue;
        ++kinds;
        signs += alphabet.times[c];
    }
    return kinds >= 12 && signs * 10 >= window.size() && alphabet.bits() >= 5.8 && alphabet.is_even(0.35);
}

bool is_of_small_alphabet(Window window)
{
    const auto alphabet = alphabet_of(window);
    const auto kinds = alphabet.kinds();
    if (kinds < 8 || kinds > 40 || alphabet.all * 100 < window.size() * 96) return false;
    const auto digits = static_cast<std::size_t>(
        std::ranges::count_if(window, [](const Letter& one) { return is_digit(one.letter); }));
    const bool only_digits = digits * 100 >= window.size() * 97;
    if (!alphabet.is_even(slack_of(alphabet, only_digits))) return false;
    if (kinds > 17 && alphabet.bits() < 4.5) return false;
    if (repeats_itself(window, kinds)) return false;
    return only_digits ? alphabet.times['0'] > 0 && !are_numbers(window) : !are_codes(pieces_in(window));
}

bool is_of_few_letters(Window window)
{
    const auto alphabet = alphabet_of(window);
    const auto kinds = alphabet.kinds();
    return kinds >= 2 && kinds < 8 && alphabet.all * 100 >= window.size() * 96 && alphabet.is_even(0.15) &&
           !repeats_itself(window, kinds);
}

}  // namespace safelead::words
