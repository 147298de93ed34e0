#pragma once

#include "base/result.h"
#include "web/forms/form_fields.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::web {

/// Where a request points, decoded.
struct Target {
    std::string path;                   ///< Still encoded.
    std::vector<std::string> segments;  ///< Of "/": none. "." and ".." stay what they are.
    FormFields query;
};

struct BadTarget {};

/// Reads the origin form ("/cases/7?sort=age") and no other: nobody uses us as a proxy. Control characters
/// and bad UTF-8 are refused, wherever percent signs hide them.
[[nodiscard]] Result<Target, BadTarget> parse_target(std::string_view text);

}  // namespace safelead::web
