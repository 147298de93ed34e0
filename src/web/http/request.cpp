#include "web/http/request.h"

#include "base/bug.h"

#include <algorithm>
#include <array>

namespace safelead::web {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_name(std::string_view one, std::string_view other)
{
    return std::ranges::equal(one, other, {}, lower, lower);
}

}  // namespace

std::string_view method_name(Method method)
{
    static constexpr std::array<std::string_view, 6> names{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"};
    return names.at(static_cast<std::size_t>(method));
}

std::optional<std::string_view> Request::header(std::string_view name) const
{
    for (const Header& header : headers) {
        if (same_name(header.name, name)) return header.value;
    }
    return std::nullopt;
}

std::optional<std::string_view> Request::cookie(std::string_view name) const
{
    const auto found = std::ranges::find(cookies, name, &Field::name);
    if (found == cookies.end()) return std::nullopt;
    return found->value;
}

std::string_view Request::path_value(std::string_view name) const
{
    const auto found = std::ranges::find(path_values, name, &Field::name);
    if (found == path_values.end()) throw_bug("the route's pattern has no such value");
    return found->value;
}

}  // namespace safelead::web
