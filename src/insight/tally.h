#pragma once

// Counts of facts as somebody who may not read the cases may see them.

#include "insight/fact.h"
#include "insight/figure.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace safelead::insight {

/// Figures of fewer organisations together would tell of one of them.
inline constexpr std::size_t fewest_organisations = 3;

struct Line {
    std::string what;  ///< A route's id, an age band in words, or a kind of agency.
    Figure figure;

    bool operator==(const Line&) const = default;
};

/// One term. Every number is rounded, a small one is not shown, and no sum stands beside its parts.
struct TermFigures {
    Term term;
    bool is_withheld = false;  ///< Fewer organisations than `fewest_organisations` had anything to count.
    Figure opened, closed;
    std::optional<Figure> decided;            ///< Only where exact: it is the sum of each of the next three.
    std::vector<Line> advised, routes, ages;  ///< Of what was decided; by name.
    std::vector<Line> referred, disagreed;    ///< By the kind of agency.

    bool operator==(const TermFigures&) const = default;
};

/// By term, the newest first. `of_each` has the facts of each organisation. Where nothing and a few are not
/// told apart, a line that is few is left out, and so is a term in which no number is more.
[[nodiscard]] std::vector<TermFigures> figures(std::span<const std::vector<Fact>> of_each,
                                               Disclosure disclosure);

}  // namespace safelead::insight
