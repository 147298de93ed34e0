#pragma once

// Unique pupil numbers: a check letter, the local authority (3), the establishment (4), the year (2), a
// serial number (3). A temporary one ends in a letter.

#include <optional>
#include <string>
#include <string_view>

namespace safelead::record {

/// The check letter that goes before these twelve: the sum of each times 2 … 13, modulo 23. Nothing if they
/// are not eleven digits and a digit or letter (no I, O, S).
[[nodiscard]] std::optional<char> upn_check_letter(std::string_view twelve);

/// Thirteen characters whose check letter is right. Small letters are not: `tidy_upn` first.
[[nodiscard]] bool is_upn(std::string_view upn);

/// Without spaces, letters made large: as it is kept.
[[nodiscard]] std::string tidy_upn(std::string_view typed);

}  // namespace safelead::record
