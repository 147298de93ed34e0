#pragma once

// Which letters stand for themselves, end a word or may be part of data is asked of every letter of a text,
// many times: so it is looked up.

#include <array>
#include <cstddef>
#include <string_view>

namespace safelead::words {

/// A set of bytes, made when the program is compiled.
class LetterSet {
public:
    constexpr explicit LetterSet(std::string_view letters)
    {
        for (const char c : letters) has_[static_cast<unsigned char>(c)] = true;
    }
    [[nodiscard]] constexpr LetterSet with(const LetterSet& others) const
    {
        LetterSet both = *this;
        for (std::size_t i = 0; i < has_.size(); ++i) both.has_[i] = has_[i] || others.has_[i];
        return both;
    }
    [[nodiscard]] constexpr bool has(char c) const { return has_[static_cast<unsigned char>(c)]; }

private:
    std::array<bool, 256> has_{};
};

namespace sets {

// Of ASCII, whatever the locale.
inline constexpr LetterSet spaces{" \t\n\v\f\r"};
inline constexpr LetterSet digits{"0123456789"};
inline constexpr LetterSet small_letters{"abcdefghijklmnopqrstuvwxyz"};
inline constexpr LetterSet capitals{"ABCDEFGHIJKLMNOPQRSTUVWXYZ"};
inline constexpr LetterSet letters_of_words = small_letters.with(capitals);
inline constexpr LetterSet alphanumerics = letters_of_words.with(digits);
inline constexpr LetterSet hex_digits = digits.with(LetterSet{"abcdefABCDEF"});
inline constexpr LetterSet base64_letters = alphanumerics.with(LetterSet{"+/-_="});  // Either alphabet.

}  // namespace sets

[[nodiscard]] constexpr bool is_space(char c)
{
    return sets::spaces.has(c);
}
[[nodiscard]] constexpr bool is_letter(char c)
{
    return sets::letters_of_words.has(c);
}
[[nodiscard]] constexpr char made_small(char c)
{
    return sets::capitals.has(c) ? static_cast<char>(c + ('a' - 'A')) : c;
}
[[nodiscard]] constexpr bool is_digit(char c)
{
    return sets::digits.has(c);
}
[[nodiscard]] constexpr bool is_alphanumeric(char c)
{
    return sets::alphanumerics.has(c);
}
[[nodiscard]] constexpr bool is_hex(char c)
{
    return sets::hex_digits.has(c);
}
[[nodiscard]] constexpr bool is_base64(char c)
{
    return sets::base64_letters.has(c);
}

}  // namespace safelead::words
