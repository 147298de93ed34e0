#include "record/text_limits.h"

#include "base/text.h"

#include <algorithm>

namespace safelead::record {

namespace {

bool fits(std::string_view text, std::size_t longest)
{
    const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return static_cast<std::size_t>(std::ranges::count_if(text, begins_character)) <= longest;
}

}  // namespace

bool fits_account(std::string_view text)
{
    return fits(text, longest_account);
}

bool fits_line(std::string_view text)
{
    return fits(text, longest_line);
}

bool is_blank(std::string_view text)
{
    return trim(text).empty();
}

}  // namespace safelead::record
