#include "web/http/cookies.h"

#include "base/bug.h"
#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::web {

namespace {

constexpr std::size_t longest_cookie = 4096;

bool is_token_char(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
           std::string_view{"!#$%&'*+-.^_`|~"}.find(c) != std::string_view::npos;
}

bool is_value_char(char c)
{
    return c > ' ' && c < 0x7F && c != '"' && c != ',' && c != ';' && c != '\\';
}

}  // namespace

std::vector<Field> parse_cookies(std::string_view header, std::size_t most)
{
    std::vector<Field> cookies;
    for (std::string_view pair : split(header, ';')) {
        pair = trim(pair);
        const auto equals = pair.find('=');
        if (equals == std::string_view::npos || equals == 0 || pair.size() > longest_cookie) continue;
        const std::string_view name = pair.substr(0, equals);
        std::string_view value = pair.substr(equals + 1);
        if (value.size() >= 2 && value.front() == '"' && value.back() == '"') {
            value = value.substr(1, value.size() - 2);
        }
        if (!std::ranges::all_of(name, is_token_char) || !std::ranges::all_of(value, is_value_char)) continue;
        if (cookies.size() == most) break;
        cookies.push_back({std::string{name}, std::string{value}});
    }
    return cookies;
}

std::string to_header(const SetCookie& cookie, Scheme scheme)
{
    if (cookie.name.empty() || !std::ranges::all_of(cookie.name, is_token_char) ||
        !std::ranges::all_of(cookie.value, is_value_char)) {
        throw_bug("a cookie has a name or value that cannot be sent");
    }
    std::string text =
        fmt::format("{}={}; Path=/; HttpOnly; SameSite={}", cookie_name(cookie.name, scheme), cookie.value,
                    cookie.same_site == SetCookie::SameSite::strict ? "Strict" : "Lax");
    if (scheme == Scheme::https) text += "; Secure";
    if (cookie.max_age) text += fmt::format("; Max-Age={}", cookie.max_age->count());
    return text;
}

}  // namespace safelead::web
