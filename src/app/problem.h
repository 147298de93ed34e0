#pragma once

// Why a school's own system got no ordinary answer (RFC 9457): docs/formats/api.md.

#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

struct Problem {
    std::string_view type;  ///< "token".
    std::string_view title;
    unsigned status = 0;
    std::string detail;  ///< One sentence on what to do.
    struct Wrong {
        std::string field;
        std::string detail;
    };
    std::vector<Wrong> errors = {};
};

/// As it is sent.
[[nodiscard]] std::string problem_json(const Problem& problem);

}  // namespace safelead::app
