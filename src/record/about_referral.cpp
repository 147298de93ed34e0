#include "record/about_referral.h"

#include <fmt/format.h>

namespace safelead::record {

std::string about_referral(std::string_view reference)
{
    return fmt::format("Referral {}:", reference);
}

std::string about_referral(std::string_view reference, std::string_view words)
{
    return fmt::format("{} {}", about_referral(reference), words);
}

std::string said_in_referral(std::string_view reference)
{
    return about_referral(reference, "what they said stands there, word for word.");
}

}  // namespace safelead::record
