#pragma once

// What programs write as "\u00e9" and was a letter: messages that Instagram and Facebook give out, and
// whatever else was JSON.

#include "words/tokens.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::words {

/// Escapes side by side, and what they stand for in UTF-8.
struct EscapedWords {
    Token at;
    std::string text;
};

/// Those that stand for characters that a person may have written; not those that are bytes of something
/// else. In order.
[[nodiscard]] std::vector<EscapedWords> escaped_words_in(std::string_view text);

/// `text` with spaces in their place, each letter where it was.
[[nodiscard]] std::string without_escaped_words(std::string_view text, std::span<const EscapedWords> escaped);

/// A text as it reads, and where each byte of it stood: of escapes side by side, where all of them did.
struct Unfolded {
    std::string text;
    std::vector<Token> from;
};
[[nodiscard]] Unfolded unfolded(std::string_view text, std::span<const EscapedWords> escaped);

}  // namespace safelead::words
