#pragma once

// What is counted, as bytes before they are sealed: docs/formats/facts.md.

#include "base/bytes.h"
#include "insight/tally.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::exchange {

[[nodiscard]] Bytes fact_to_bytes(const insight::Fact& fact);

/// Nothing if it is another version's, or no fact.
[[nodiscard]] std::optional<insight::Fact> parse_fact(BytesView bytes);

/// A list of terms as they may be given out, so without what was decided in all; each figure as
/// {"count": 10, "is": "about"}, or null and "fewer than 5".
[[nodiscard]] std::string figures_to_json(const std::vector<insight::TermFigures>& terms);

}  // namespace safelead::exchange
