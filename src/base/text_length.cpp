#include "base/text_length.h"

#include <algorithm>

namespace safelead {

bool is_longer_than(std::string_view text, std::size_t characters)
{
    const auto begins_character = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    return std::ranges::count_if(text, begins_character) > static_cast<std::ptrdiff_t>(characters);
}

}  // namespace safelead
