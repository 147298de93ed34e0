#pragma once

#include <cstddef>

namespace safelead::directory {

/// In characters; likewise where a file of staff is read. Project rule.
inline constexpr std::size_t longest_person_name = 200;

}  // namespace safelead::directory
