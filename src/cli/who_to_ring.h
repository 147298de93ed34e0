#pragma once

#include "app/who_to_ring.h"
#include "directory/local_time.h"

#include <iosfwd>
#include <optional>
#include <string>

namespace safelead::cli {

enum class Printed { words, json };

/// What `safelead who-to-ring` was given.
struct WhoToRingOptions {
    std::optional<std::string> at;  ///< "2026-11-23T18:40", what a clock in England shows; nothing: now.
    std::string area = "leeds";
    std::optional<std::string> need;  ///< "refer"; nothing: everything.
    std::string audience = "staff";
    Printed printed = Printed::words;
};

/// Prints who to ring; errors are one sentence on `err`. Gives the exit code: 0, or 64 for an option that
/// makes no sense.
int who_to_ring(const WhoToRingOptions& options, const app::LocalGuidance& guidance, directory::WallTime now,
                std::ostream& out, std::ostream& err);

}  // namespace safelead::cli
