#pragma once

// The code with which a young person comes back: nine plain words out of 512, 81 bits, to be written down or
// said. docs/adr/0121.

#include <array>
#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace safelead::record {

inline constexpr std::size_t words_in_code = 9;
inline constexpr std::size_t bytes_for_code = 11;

/// The words, each once, lower case, with one space between: one way only.
using TalkCode = std::string;

/// The code that so many random bits stand for; the last seven of them are not used.
[[nodiscard]] TalkCode talk_code(std::span<const std::byte, bytes_for_code> random);

/// What somebody typed, as a code: in large or small letters, with anything but letters between the words.
/// Nothing if it is no code.
[[nodiscard]] std::optional<TalkCode> parse_talk_code(std::string_view typed);

}  // namespace safelead::record
