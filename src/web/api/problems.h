#pragma once

// What a school's own system is answered where it gets no ordinary answer: RFC 9457, docs/formats/api.md.

#include "app/systems.h"
#include "web/http/answerer.h"
#include "web/http/response.h"

#include <string_view>

namespace safelead::web {

class Site;

/// Whether that address is one of the interface for systems.
[[nodiscard]] bool is_api(std::string_view path);

[[nodiscard]] Response token_problem(app::TokenRefusal why);
[[nodiscard]] Response problem_of(const app::NotAnswered& why);

/// One field of the request is wrong.
[[nodiscard]] Response field_problem(std::string_view field, std::string_view words);
[[nodiscard]] Response not_json_problem();

/// The answer for a fault: a page, or a problem where a system asked. `asked` is null where not even the head
/// of the request could be read.
[[nodiscard]] Response fault_answer(const Site& site, Fault fault, std::string_view incident,
                                    const Request* asked);

}  // namespace safelead::web
