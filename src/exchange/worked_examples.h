#pragma once

// Reads worked examples. docs/formats/worked-example.md says what stands in them.

#include "base/result.h"
#include "exchange/pack_reader.h"
#include "guidance/pack_draft.h"
#include "guidance/worked_example.h"

#include <vector>

namespace safelead::exchange {

/// The examples among the files of an edition, by name; `vocabulary` is that edition's. The first fault in
/// any of them is the answer.
[[nodiscard]] Result<std::vector<guidance::WorkedExample>, guidance::PackFault> parse_worked_examples(
    const PackFiles& files, const guidance::Vocabulary& vocabulary);

}  // namespace safelead::exchange
