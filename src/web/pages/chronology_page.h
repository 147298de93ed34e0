#pragma once

// Everything that happened in a case: when it happened, as far as that is known, and when it was entered.

#include "record/chronology.h"
#include "web/pages/case_view.h"

#include <string>
#include <string_view>

namespace safelead::web {

/// Which lines somebody asked for.
struct ChronologyAsked {
    std::string show;  ///< "", "decisions", "tasks", "records", "people", "later"
    std::string
        proof;  ///< What proves the record up to a number of entries, in words; "" if nothing does yet.
};

/// What one line says, in words.
[[nodiscard]] Html told(const Speaker& say, const CaseView& view, const record::Line& line);

[[nodiscard]] Html chronology_page(const Speaker& say, const CaseView& view, const ChronologyAsked& asked);

}  // namespace safelead::web
