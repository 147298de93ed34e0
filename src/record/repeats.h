#pragma once

// The same child in an earlier case: within twelve months it is a repeat, and whether that is a previous
// incident is asked, never assumed.

#include "record/case.h"

#include <optional>

namespace safelead::record {

struct Repeat {
    Reference earlier;
    Date reported_on;  ///< The earlier one.
    CaseRef who;       ///< In the later one.
    bool operator==(const Repeat&) const = default;
};

/// Nothing unless a child of `of` is in `earlier` too, and that was reported in the twelve months before it.
[[nodiscard]] std::optional<Repeat> repeat_in(const Case& of, const Case& earlier);

/// Whether somebody has still to say whether there was an incident before.
[[nodiscard]] bool asks_for_prior_incident(const Case& of);

}  // namespace safelead::record
