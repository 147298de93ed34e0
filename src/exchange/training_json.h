#pragma once

// guidance/local/<area>/training.json (docs/formats/training.md).

#include "exchange/file_fault.h"
#include "learning/topic.h"

#include <string_view>

namespace safelead::exchange {

/// What is taught and required in one area. That requirements speak of topics that are there is looked at
/// when the areas' files are joined.
[[nodiscard]] Result<learning::Curriculum, FileFault> parse_training(std::string_view file,
                                                                     std::string_view text,
                                                                     std::string_view area);

}  // namespace safelead::exchange
