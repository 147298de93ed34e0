#pragma once

#include "words/tokens.h"

#include <string_view>
#include <vector>

namespace safelead::words {

/// Letters and digits with none but signs between them, and whether they count for the whole.
struct Piece {
    Token token;
    bool counts = true;
    bool in_address = false;
    bool in_query = false;  ///< Of an address, and no label: it doesn't count for the whole.
    bool after_space = false;
    bool after_line = false;
};

/// What stands between signs and spaces, in order. What comes again and again as a label does, what counts
/// lines, and the queries of addresses do not count.
[[nodiscard]] std::vector<Piece> pieces_that_count(std::string_view letters);

/// What stands between spaces.
[[nodiscard]] std::vector<Piece> pieces_with_signs(std::string_view letters);

/// All small, all capitals, or one capital first; and something of a vowel in it.
[[nodiscard]] bool reads_as_word(std::string_view piece);

}  // namespace safelead::words
