#pragma once

// An edition as decision tables (DMN), so that any DMN tool shows the rules and an engine that we did not
// write can be run against ours. docs/formats/dmn.md says how facts and people are given to it, and how to
// read the answer. Nothing is ever read back: the packs are the rules.

#include "guidance/pack.h"

#include <cstdint>
#include <string>

namespace safelead::exchange {

enum class DmnForm : std::uint8_t {
    v1_5,         ///< DMN 1.5 with FEEL: derives everything from the facts and the list of people.
    v1_3,         ///< The same document in the names of DMN 1.3, the newest that dmn-js opens.
    v1_1_s_feel,  ///< DMN 1.1, tables only: what is so of some person is given to it, not derived.
};

/// The tables of `pack`, with its overlays, as DMN. The same pack always gives the same bytes.
[[nodiscard]] std::string pack_to_dmn(const guidance::Pack& pack, DmnForm form);

}  // namespace safelead::exchange
