#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace safelead::words {

/// Letters whose escapes ("%41", "=41") were read.
struct Unescaped {
    std::string bytes;
    std::size_t escapes = 0;

    /// What is escaped is no text. Addresses and mail in other scripts are full of escapes, and are words.
    [[nodiscard]] bool hides_bytes() const;
};
[[nodiscard]] Unescaped unescaped(std::string_view letters, char mark);

/// A digest, as 32 or more hexadecimal digits of both kinds; or 64 noughts and ones.
[[nodiscard]] bool is_digits_of_bytes(std::string_view run);

/// The first letters of a picture, film or document in base64 or hexadecimal.
[[nodiscard]] bool begins_as_encoded_file(std::string_view run);

/// What programs put into an address in base64 and could have put there as it is: names and settings.
[[nodiscard]] bool are_words_in_base64(std::string_view part);

}  // namespace safelead::words
