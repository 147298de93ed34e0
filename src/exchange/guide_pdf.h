#pragma once

// A text on one sheet of A4, to print or to hang up: tagged, its language and title said, its fonts inside.
//
// Pango, Cairo and qpdf stand behind this header and nowhere else.

#include "base/result.h"
#include "guidance/open_text.h"

#include <string>
#include <string_view>

namespace safelead::exchange {

/// The sheet's head and foot, in the reader's words.
struct SheetWords {
    std::string language;  ///< "en-GB"
    std::string above;     ///< Before the title: "One minute guide 155 · edition 1"
    std::string below;     ///< After everything: sources, review, who checked.
};

/// The text is too long for one sheet in letters that can be read.
struct DoesNotFit {};

/// The bytes of the PDF; the same for the same text and words. Places that a page fills in (whom to ring now)
/// are left out: paper knows no hour.
[[nodiscard]] Result<std::string, DoesNotFit> one_page_pdf(const guidance::OpenText& text,
                                                           const SheetWords& words);

}  // namespace safelead::exchange
