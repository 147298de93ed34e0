#pragma once

// What single answers and people of a case say.

#include "record/case.h"

#include <string_view>

namespace safelead::record {

/// As it was answered last, or `guidance::unknown_value`. Lasts as long as the case.
[[nodiscard]] std::string_view answered_in(const Case& of, std::string_view fact);

/// Whether there is, or may be, an image that the guidance is about.
[[nodiscard]] bool is_there_an_image(const Case& of);

/// Whether somebody described them so. `role`: a word of rules.md.
[[nodiscard]] bool has_role(const PersonDescribed& described, std::string_view role);
[[nodiscard]] bool has_role(const CasePerson& person, std::string_view role);

}  // namespace safelead::record
