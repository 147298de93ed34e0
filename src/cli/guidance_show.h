#pragma once

#include "app/packs.h"
#include "cli/command_line.h"

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string_view>

namespace safelead::cli {

/// The packs in the folder; or nothing, and one sentence on `errors` that says where the fault stands.
/// @throws Unavailable when they cannot be read.
[[nodiscard]] std::optional<app::Packs> load_packs(const std::filesystem::path& guidance,
                                                   std::ostream& errors);

/// The edition of that name; or nothing, and one sentence on `errors` that says which there are.
[[nodiscard]] const guidance::Pack* find_edition(const app::Packs& packs, std::string_view edition,
                                                 std::ostream& errors);

/// `safelead guidance list`: the editions, when each is in force and who has checked it; the overlays.
/// Returns the exit code, as all of these do.
[[nodiscard]] int list_guidance(const std::filesystem::path& guidance, std::ostream& out,
                                std::ostream& errors);

/// `safelead guidance show`: the tables of an edition as a person reads them.
[[nodiscard]] int show_guidance(const GuidanceShow& asked, const std::filesystem::path& guidance,
                                std::ostream& out, std::ostream& errors);

}  // namespace safelead::cli
