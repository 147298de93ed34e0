#pragma once

#include "base/ids.h"
#include "base/time.h"

#include <cstdint>
#include <string>

namespace safelead::app {

/// That whoever runs the server said, at its command line, that the end of a record is lost.
struct EpochShown {
    OrganisationId organisation;  ///< Whose record says so.
    std::uint32_t number = 0;
    Instant at;
    std::string reason;
    std::uint64_t had = 0;   ///< Entries, by the last checkpoint that was signed before.
    std::uint64_t left = 0;  ///< Entries that were there; where that is not fewer, they were others.

    [[nodiscard]] std::uint64_t lost() const { return had > left ? had - left : 0; }
};

}  // namespace safelead::app
