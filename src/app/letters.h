#pragma once

// What goes out on paper, drawn by a worker.

#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"

#include <string>
#include <utility>
#include <vector>

namespace safelead::app {

struct LetterAsked {
    std::string title;
    std::string author;
    std::string foot;
    std::vector<std::pair<std::string, std::string>> parts;  ///< Heading and words.
};

/// The bytes of a PDF.
[[nodiscard]] Later<Outcome<std::string>> draw_letter(Safelead& safelead, LetterAsked asked);

}  // namespace safelead::app
