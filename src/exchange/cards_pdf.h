#pragma once

// Eight cards of one text on a sheet of A4, to print and cut.

#include "exchange/guide_pdf.h"

namespace safelead::exchange {

/// As `one_page_pdf`. The words are tagged once: a screen reader reads one card, not eight.
[[nodiscard]] Result<std::string, DoesNotFit> cards_pdf(const guidance::OpenText& text,
                                                        const SheetWords& words);

}  // namespace safelead::exchange
