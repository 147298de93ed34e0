#pragma once

#include "words/pieces.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace safelead::words {

struct Number {
    std::string_view digits;
    std::size_t piece;
    std::size_t place;  ///< Among all pieces that count.
};

/// All numbers of up to five digits that count; longer ones in threes, as bytes are written when each has
/// three.
[[nodiscard]] std::vector<Number> numbers_in(std::string_view letters, std::span<const Piece> pieces);

/// Without those that come again and again: "10", "20" before each number that says something.
[[nodiscard]] std::vector<Number> without_labels(std::span<const Number> numbers);

/// They stand for bytes, or for two each: of every size up to one that bytes have, evenly, and in no order.
/// To be asked of some 128.
[[nodiscard]] bool are_bytes(std::span<const Number> numbers);

/// They stand for points of a picture as they are, and are no marks out of a hundred. To be asked of so many
/// as other tables have not without words.
[[nodiscard]] bool are_points(std::span<const Number> numbers);

}  // namespace safelead::words
