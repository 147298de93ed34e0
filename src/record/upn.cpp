#include "record/upn.h"

namespace safelead::record {
namespace {

constexpr std::string_view letters = "ABCDEFGHJKLMNPQRTUVWXYZ";
constexpr std::size_t digits_in_all = 12;

std::optional<std::size_t> value_of(char c)
{
    if (c >= '0' && c <= '9') return static_cast<std::size_t>(c - '0');
    const auto found = letters.find(c);
    if (found == std::string_view::npos) return std::nullopt;
    return found;
}

}  // namespace

std::optional<char> upn_check_letter(std::string_view twelve)
{
    if (twelve.size() != digits_in_all) return std::nullopt;
    std::size_t sum = 0;
    for (std::size_t i = 0; i < twelve.size(); ++i) {
        const bool is_last = i + 1 == twelve.size();
        if (!is_last && (twelve[i] < '0' || twelve[i] > '9')) return std::nullopt;
        const auto value = value_of(twelve[i]);
        if (!value) return std::nullopt;
        sum += *value * (i + 2);
    }
    return letters[sum % letters.size()];
}

bool is_upn(std::string_view upn)
{
    return upn.size() == digits_in_all + 1 && upn_check_letter(upn.substr(1)) == upn.front();
}

std::string tidy_upn(std::string_view typed)
{
    std::string upn;
    for (const char c : typed) {
        if (c == ' ' || c == '\t') continue;
        upn += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    }
    return upn;
}

}  // namespace safelead::record
