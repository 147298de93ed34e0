#pragma once

#include <cstddef>
#include <string_view>

namespace safelead::record {

/// How many characters a field may hold: what somebody tells in their own words, and what fits on a line (a
/// name, a place, a telephone number). Long, so that nobody has to shorten what a child said; limited, so
/// that one report can't fill the disk. Project rule.
inline constexpr std::size_t longest_account = 20'000;
inline constexpr std::size_t longest_line = 1'000;

/// Characters are Unicode code points, so that every script has the same room.
[[nodiscard]] bool fits_account(std::string_view text);
[[nodiscard]] bool fits_line(std::string_view text);

/// Nothing but white space.
[[nodiscard]] bool is_blank(std::string_view text);

}  // namespace safelead::record
