#include "record/text_limits.h"

#include "base/text.h"
#include "base/text_length.h"

namespace safelead::record {

bool fits_account(std::string_view text)
{
    return !is_longer_than(text, longest_account);
}

bool fits_line(std::string_view text)
{
    return !is_longer_than(text, longest_line);
}

bool is_blank(std::string_view text)
{
    return trim(text).empty();
}

}  // namespace safelead::record
