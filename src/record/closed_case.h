#pragma once

#include <string_view>

namespace safelead::record {

/// Whether a closed case, too, takes a record of that type (FieldsOf<...>::type): what opens it again, who
/// reads it, what the police say months later, and what puts right or completes an entry that stands in it
/// already.
[[nodiscard]] bool is_for_closed_too(std::string_view type);

}  // namespace safelead::record
