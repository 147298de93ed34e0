#pragma once

// A letter of any length as a tagged PDF, A4: for what goes by secure mail or by post.

#include <string>
#include <vector>

namespace safelead::exchange {

struct LetterPart {
    std::string heading;
    std::string words;  ///< A paragraph for each line.
};

struct Letter {
    std::string title;
    std::string author;
    std::string made_on;  ///< "2026-11-23": never the clock, so that the same letter gives the same bytes.
    std::string foot;     ///< On every page, beside its number.
    std::vector<LetterPart> parts;
};

/// @throws Unavailable when it can't be drawn.
[[nodiscard]] std::string letter_pdf(const Letter& letter);

}  // namespace safelead::exchange
