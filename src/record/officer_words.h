#pragma once

#include <string_view>

namespace safelead::record {

/// Whether somebody who is called so is, by what they are called, a police officer: a rank, a post, the
/// police by name. Whole words, whatever their capitals. It misses whoever is written down without either.
[[nodiscard]] bool has_officer_words(std::string_view called);

}  // namespace safelead::record
