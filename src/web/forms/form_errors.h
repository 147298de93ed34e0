#pragma once

#include "web/text/phrase.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::web {

/// What is wrong with one field, in words that say how to put it right.
struct FormError {
    std::string field;  ///< The id of the control that the error summary leads to.
    Phrase words;
    std::string about = {};  ///< Stands for {0} in the words.
};

using FormErrors = std::vector<FormError>;

/// The first error of the field, or of a part of it ("when-day" for "when"); null if there is none.
[[nodiscard]] const FormError* error_of(const FormErrors& errors, std::string_view field);

}  // namespace safelead::web
