#pragma once

// A campaign piece of few words as one picture of type: a poster (A4) or a card (85 by 55 mm). SVG whose
// words are text, with a title and a description that say all of them. Nothing is drawn but type and a frame.

#include "base/result.h"
#include "guidance/open_text.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::exchange {

enum class PieceSize { poster, card };

/// "poster-pause" is a poster, "card-pause" a card; nothing else is either.
[[nodiscard]] std::optional<PieceSize> piece_size(std::string_view name);

/// It has more words than such a piece can hold in letters that are read from where it hangs.
struct TooManyWords {};

/// The bytes of the SVG, the same for the same text. `small_print` stands at the foot. Blocks other than
/// paragraphs are left out.
[[nodiscard]] Result<std::string, TooManyWords> piece_svg(const guidance::OpenText& text, PieceSize size,
                                                          std::string_view small_print);

}  // namespace safelead::exchange
