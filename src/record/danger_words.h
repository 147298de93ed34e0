#pragma once

#include <string_view>

namespace safelead::record {

/// Whether somebody's words hold one that people use who may be in danger. It decides nothing: it only puts
/// help in view for whoever wrote them. It misses much and finds too much, so nothing else may ask it.
[[nodiscard]] bool has_danger_words(std::string_view text);

}  // namespace safelead::record
