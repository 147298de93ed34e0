#pragma once

#include "web/http/response.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::web {

/// What a Cookie header holds, at most `most` of them. What is not a cookie is left out: a broken cookie of
/// somebody else's must not lock anyone out.
[[nodiscard]] std::vector<Field> parse_cookies(std::string_view header, std::size_t most);

/// The value of a Set-Cookie header. A name or value that cannot stand in one is a bug.
[[nodiscard]] std::string to_header(const SetCookie& cookie, Scheme scheme);

}  // namespace safelead::web
