#pragma once

#include "base/result.h"
#include "words/extracted.h"
#include "words/refusal.h"

#include <string_view>

namespace safelead::words {

/// What an element means for the words of a document.
enum class Meaning {
    nothing,    ///< Goes on into it; its own text is not words.
    words,      ///< Its text is words.
    paragraph,  ///< Begins and ends a line.
    cell,       ///< Ends with a tab.
    row,        ///< Ends a line.
    tab,
    line_end,
    spaces,  ///< As many as its attribute `c` says.
    hyphen,
    symbol,      ///< A letter of a font of signs, as its attributes `char` and `font` say.
    check_box,   ///< Shown as ticked or not, as what is `ticked` in it says.
    ticked,      ///< Its attribute `val` says no, or else it is yes.
    picture,     ///< Counted; nothing in it is words.
    other_file,  ///< Counted; nothing in it is words.
    left_out     ///< Nothing in it is words.
};

/// Says what `element` ("w:p", with the prefix the document gives it) means.
using Vocabulary = Meaning (*)(std::string_view element);

/// Adds the words of one XML document to `into`. A document type, and with it every entity of its own, is
/// refused; depth and length have limits.
[[nodiscard]] Result<Done, Refusal> read_xml_words(std::string_view xml, Vocabulary vocabulary,
                                                   Extracted& into);

}  // namespace safelead::words
