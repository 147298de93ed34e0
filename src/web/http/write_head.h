#pragma once

#include "web/http/response.h"

#include <string>
#include <string_view>

namespace safelead::web {

enum class After { keep_alive, close };

/// Everything before the body, security headers and all. `date` is as HTTP writes it. A header that could not
/// be sent as it is (a line end in it) is a bug.
[[nodiscard]] std::string write_head(const Response& response, Scheme scheme, After after,
                                     std::string_view date);

/// "Mon, 23 Nov 2026 18:40:00 GMT", now.
[[nodiscard]] std::string http_date();

}  // namespace safelead::web
