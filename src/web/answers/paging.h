#pragma once

// Long lists, a page at a time.

#include "app/window.h"
#include "web/http/request.h"
#include "web/site.h"

#include <optional>
#include <string_view>

namespace safelead::web {

inline constexpr std::size_t lines_on_a_page = 25;

/// The page that is asked for (`?page=3`); the first where none is, or something that is no page.
[[nodiscard]] app::Window window_asked(const Request& request);

/// Leads to the last page of a list of so many lines, where a page after it was asked for: what was on it is
/// gone.
[[nodiscard]] std::optional<Response> last_page_instead(std::string_view path, app::Window window,
                                                        std::size_t in_all);

/// Links to the pages of a list of so many lines, under `path`; nothing where all are on one.
[[nodiscard]] Html page_links(const Speaker& say, std::string_view path, app::Window window,
                              std::size_t in_all);

}  // namespace safelead::web
