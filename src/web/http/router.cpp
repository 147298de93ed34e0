#include "web/http/router.h"

#include "base/text.h"

#include <algorithm>
#include <optional>

namespace safelead::web {

namespace {

bool is_open(std::string_view segment)
{
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

std::vector<std::string_view> pattern_segments(std::string_view pattern)
{
    if (pattern == "/") return {};
    return split(pattern.substr(1), '/');
}

/// "." and ".." mean a place to browsers and proxies, so they never stand for a name here.
bool may_stand_for_braces(std::string_view segment)
{
    return !segment.empty() && segment != "." && segment != "..";
}

bool matches(std::string_view pattern, std::span<const std::string> segments)
{
    if (pattern == "/") return segments.empty();
    std::string_view rest = pattern.substr(1);
    for (std::size_t i = 0; i < segments.size(); ++i) {
        const auto slash = rest.find('/');
        const std::string_view wanted = rest.substr(0, slash);
        if (is_open(wanted) ? !may_stand_for_braces(segments[i]) : wanted != segments[i]) return false;
        if (slash == std::string_view::npos) return i + 1 == segments.size();
        rest.remove_prefix(slash + 1);
    }
    return false;
}

/// Whether `one` has a fixed word where `other`, otherwise alike so far, has braces.
bool is_plainer(std::string_view one, std::string_view other)
{
    const auto left = pattern_segments(one);
    const auto right = pattern_segments(other);
    for (std::size_t i = 0; i < std::min(left.size(), right.size()); ++i) {
        if (is_open(left[i]) != is_open(right[i])) return !is_open(left[i]);
    }
    return false;
}

Method sought(Method method)
{
    return method == Method::head ? Method::get : method;
}

std::vector<Field> values_of(std::string_view pattern, std::span<const std::string> segments)
{
    std::vector<Field> values;
    const auto wanted = pattern_segments(pattern);
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (!is_open(wanted[i])) continue;
        values.push_back({std::string{wanted[i].substr(1, wanted[i].size() - 2)}, segments[i]});
    }
    return values;
}

}  // namespace

RouteMatch match(std::span<const Route> routes, Method method, std::span<const std::string> segments)
{
    const Route* best = nullptr;
    std::string_view plainest;
    std::vector<const Route*> here;
    for (const Route& route : routes) {
        if (!matches(route.pattern, segments)) continue;
        here.push_back(&route);
        if (plainest.empty() || is_plainer(route.pattern, plainest)) plainest = route.pattern;
    }
    if (here.empty()) return RouteUnknown{};

    // A method belongs to the plainest pattern: DELETE /cases/new must not reach DELETE /cases/{ref}.
    WrongMethod wrong;
    for (const Route* route : here) {
        if (is_plainer(plainest, route->pattern)) continue;
        if (route->method == sought(method)) best = route;
        wrong.allowed.push_back(route->method);
        if (route->method == Method::get) wrong.allowed.push_back(Method::head);
    }
    if (best == nullptr) return wrong;
    return RouteFound{best, values_of(best->pattern, segments)};
}

bool overlap(const Route& one, const Route& other)
{
    if (one.method != other.method) return false;
    const auto left = pattern_segments(one.pattern);
    const auto right = pattern_segments(other.pattern);
    if (left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (!is_open(left[i]) && !is_open(right[i]) && left[i] != right[i]) return false;
    }
    return !is_plainer(one.pattern, other.pattern) && !is_plainer(other.pattern, one.pattern);
}

bool is_well_formed(std::string_view pattern)
{
    if (pattern == "/") return true;
    if (!pattern.starts_with('/')) return false;
    std::vector<std::string_view> names;
    for (const std::string_view segment : pattern_segments(pattern)) {
        if (segment.empty()) return false;
        if (is_open(segment)) {
            if (std::ranges::find(names, segment) != names.end()) return false;
            names.push_back(segment);
        } else if (segment.find_first_of("{}") != std::string_view::npos) {
            return false;
        }
    }
    return true;
}

}  // namespace safelead::web
