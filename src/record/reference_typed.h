#pragma once

#include "record/words.h"

#include <string_view>

namespace safelead::record {

/// The reference that somebody typed: small letters and spaces are as good.
[[nodiscard]] Reference reference_typed(std::string_view typed);

}  // namespace safelead::record
