#pragma once

// That somebody opened a case which is closed to them, because it could not wait; and what the head, or the
// chair of governors, found about it. Of the case only its reference: the rest stands in the case.
// docs/adr/0183.

#include "base/ids.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace safelead::directory {

enum class OpeningJudged : std::uint8_t { right, could_have_waited, not_right };

[[nodiscard]] std::string_view opening_judged_name(OpeningJudged judged);
[[nodiscard]] std::optional<OpeningJudged> opening_judged_from_name(std::string_view name);

struct OpeningReview {
    PersonId by;
    Instant at;
    OpeningJudged judged;
    std::string words;  ///< Of no child.
    bool operator==(const OpeningReview&) const = default;
};

struct ForcedOpening {
    OpeningId id;
    OrganisationId organisation;
    PersonId by;
    Instant at;
    std::string reference;  ///< For those who may read the case, and nobody else.
    std::optional<OpeningReview> review;
    bool operator==(const ForcedOpening&) const = default;
};

}  // namespace safelead::directory
