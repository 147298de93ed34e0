#pragma once

// Reads the exercises of guidance/practice/exercises.json: a list of objects with id, summary, why and facts.

#include "exchange/json_tree.h"
#include "guidance/exercise.h"
#include "guidance/pack.h"

#include <string_view>
#include <vector>

namespace safelead::exchange {

/// In the order of the file. An id that is there twice, or a text that is missing, is a fault.
[[nodiscard]] Result<std::vector<guidance::Exercise>, FieldFault> parse_exercises(
    std::string_view text, const guidance::Vocabulary& vocabulary);

}  // namespace safelead::exchange
