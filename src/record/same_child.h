#pragma once

#include "record/child_events.h"

namespace safelead::record {

/// Whether two records may be of the same child. Only ever an offer: a person joins them, or does not.
enum class Likeness {
    none,
    perhaps,  ///< The names are near and nothing speaks against it, but a date of birth is missing.
    likely,   ///< The same UPN; or near names and the same date of birth.
};

[[nodiscard]] Likeness how_alike(const Identity& one, const Identity& other);

}  // namespace safelead::record
