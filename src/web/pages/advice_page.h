#pragma once

// The advice so far: always advice, always with its reasons, the edition they come from, and what is not
// known.

#include "decision/evaluate.h"
#include "web/pages/case_view.h"

#include <string>
#include <vector>

namespace safelead::web {

/// Where the lines of the advice lead.
struct AdviceLinks {
    std::string questions;  ///< The page with the questions; "" for the same page.
    std::string people;     ///< Where ages are given.
    std::string rules;      ///< The page with the rules.
};

/// "/guidance/ukcis-2024"
[[nodiscard]] std::string edition_address(const guidance::Pack& pack);

/// What an edition is, and whether anybody has checked its rules.
[[nodiscard]] Html edition_lines(const Speaker& say, const guidance::Pack& pack);

/// One piece of advice, every line with its reasons, under headings of the third level.
[[nodiscard]] Html advice_in_full(const Speaker& say, const guidance::Pack& pack,
                                  const decision::Advice& advice, const AdviceLinks& links);

[[nodiscard]] Html advice_page(const Speaker& say, const CaseView& view);

/// The route and the criteria alone, with the way to the rest: for the top of other pages.
[[nodiscard]] Html advice_so_far(const Speaker& say, const CaseView& view);

/// What else is still to be asked, as a list of questions.
[[nodiscard]] Html still_to_ask(const Speaker& say, const guidance::Pack& pack,
                                const std::vector<guidance::FactId>& facts, const AdviceLinks& links);
[[nodiscard]] Html still_to_ask(const Speaker& say, const CaseView& view,
                                const std::vector<guidance::FactId>& facts);

}  // namespace safelead::web
