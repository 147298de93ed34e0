#pragma once

// How big the problem is, as others have published it (docs/formats/figures.md). A figure without whom it
// counts is no figure.

#include "guidance/open_text.h"

#include <cstdint>
#include <string>
#include <vector>

namespace safelead::guidance {

enum class FigureUnit : std::uint8_t { percent, count };

struct Figure {
    std::string label;
    std::string shown;  ///< As published: "14.8".
    double size = 0;    ///< The same, to draw.
};

/// What one chart shows.
struct FigureSet {
    std::string id;
    std::string title;
    std::string base;  ///< Of whom or of what.
    std::string year;
    FigureUnit unit = FigureUnit::percent;
    TextSource source;
    std::string note;
    std::vector<Figure> values;
};

}  // namespace safelead::guidance
