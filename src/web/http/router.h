#pragma once

// Which handler answers which address. The table itself is src/web/routes.cpp.

#include "base/later.h"
#include "web/http/request.h"
#include "web/http/response.h"

#include <cstddef>
#include <span>
#include <string_view>
#include <variant>
#include <vector>

namespace safelead::web {

/// What the handlers work with; src/web/site.h says what it holds.
class Site;

using Handler = Later<Response> (*)(Site& site, const Request& request);

inline constexpr std::size_t ordinary_body = 256 * 1024;

enum class BodyKind {
    form,  ///< POST only with a form; the server reads it into Request::form.
    raw    ///< Whatever comes, in Request::body. For the API.
};

/// What becomes of a form that a file came with. Of the file nothing is kept, ever.
enum class OnFile {
    refuse,  ///< All of it is.
    /// The handler gets the rest, marked, and shows it again. For forms of somebody signed in that name a
    /// command: those whose handler would do without it what they ask for are refused.
    keep_typing
};

/// What an answer is made of.
enum class Needs {
    record,    ///< It may ask the store, which may be on another machine.
    no_record  ///< What this program has in memory: it waits for nobody, and is there while the store is not.
};

/// One line of the table: `{Method::get, "/cases/{ref}/facts", facts_page}`. A segment in braces stands for
/// any one segment that is not empty. A HEAD is answered by the GET route.
struct Route {
    Method method;
    std::string_view pattern;
    Handler handler;
    BodyKind body_kind = BodyKind::form;
    std::size_t body_limit = ordinary_body;
    OnFile on_file = OnFile::refuse;
    Needs needs = Needs::record;
};

struct RouteFound {
    const Route* route;
    std::vector<Field> path_values;
};
struct RouteUnknown {};
/// The address is there, but not for this method.
struct WrongMethod {
    std::vector<Method> allowed;  ///< In the table's order, HEAD after GET.
};
using RouteMatch = std::variant<RouteFound, RouteUnknown, WrongMethod>;

/// Fixed words win over braces, from the left: "/cases/new" before "/cases/{ref}".
/// `routes` must outlive what is returned.
[[nodiscard]] RouteMatch match(std::span<const Route> routes, Method method,
                               std::span<const std::string> segments);

/// Whether some address would be met by both, for the same method and with neither the plainer one.
[[nodiscard]] bool overlap(const Route& one, const Route& other);

/// Whether a pattern begins with "/", has no empty segment, and its braces are whole segments with distinct
/// names.
[[nodiscard]] bool is_well_formed(std::string_view pattern);

}  // namespace safelead::web
