#pragma once

// How what a referral has in its case begins to speak: with the referral's reference. What waits there for an
// answer is found by it (record/waited_for.h), so everybody writes it the same way.

#include <string>
#include <string_view>

namespace safelead::record {

/// "Referral R-ABCD:", as it stands before the words.
[[nodiscard]] std::string about_referral(std::string_view reference);

/// The same, with the words after it.
[[nodiscard]] std::string about_referral(std::string_view reference, std::string_view words);

/// Where there is no room for what they said beside the reference. Nothing is cut.
[[nodiscard]] std::string said_in_referral(std::string_view reference);

}  // namespace safelead::record
