#pragma once

#include "words/spans.h"

#include <string_view>
#include <vector>

namespace safelead::words {

/// Pictures and pages that are written in letters: elements of SVG, arrays of XPM and XBM, Netpbm's numbers,
/// PDF and PostScript, DXF. The words around them stay. In time proportional to the length of `letters`.
void find_drawings(std::string_view letters, std::vector<Span>& spans);

/// Of those: elements from "<svg" to "</svg", if anything is drawn in them ("he saved it as <svg>" is words);
/// and where one is not closed, or parts of it stand alone, the tags that draw. `lower` has small letters
/// only.
void find_svg(std::string_view lower, std::vector<Span>& spans);

/// Of those: points of a picture, or of a shadow in CSS, each by its colour ("#rrggbb", "rgb(…)"), with no
/// words between. In `lower` no letter is a capital.
void find_colours(std::string_view lower, std::vector<Span>& spans);

/// Pictures drawn in characters: in the text as it is, valid UTF-8, as its skeleton has no emoji.
void find_drawn(std::string_view text, std::vector<Span>& spans);

}  // namespace safelead::words
