#include "directory/api_token.h"

#include <array>
#include <cstddef>

namespace safelead::directory {
namespace {

constexpr std::array<std::string_view, 3> names{"report", "reports:status", "people:read"};

}  // namespace

std::string_view scope_name(Scope scope)
{
    return names.at(static_cast<std::size_t>(scope));
}

std::optional<Scope> scope_from_name(std::string_view name)
{
    for (const auto scope : all_scopes)
        if (scope_name(scope) == name) return scope;
    return std::nullopt;
}

std::vector<Scope> Scopes::list() const
{
    std::vector<Scope> scopes;
    for (const auto scope : all_scopes)
        if (has(scope)) scopes.push_back(scope);
    return scopes;
}

}  // namespace safelead::directory
