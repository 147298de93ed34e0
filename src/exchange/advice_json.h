#pragma once

#include "decision/evaluate.h"

#include <string>

namespace safelead::exchange {

/// One line of JSON without a line end, byte for byte as docs/formats/advice.md says.
[[nodiscard]] std::string advice_to_json(const decision::Advice& advice);

}  // namespace safelead::exchange
