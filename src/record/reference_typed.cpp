#include "record/reference_typed.h"

namespace safelead::record {

Reference reference_typed(std::string_view typed)
{
    std::string reference;
    for (const char c : typed)
        if (c != ' ') reference += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return Reference{std::move(reference)};
}

}  // namespace safelead::record
