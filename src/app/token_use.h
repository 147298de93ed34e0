#pragma once

// A token as it is shown, and when it last was.

#include "base/time.h"
#include "directory/api_token.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::app {

class Parts;

inline constexpr std::string_view token_prefix = "safelead_";
inline constexpr std::size_t token_letters = 52;

/// What is kept of a token; empty if `token` can't be one.
[[nodiscard]] std::string token_digest(std::string_view token);

[[nodiscard]] std::optional<Instant> last_use(Parts& parts, const directory::TokenId& token);

/// Written down by the minute: a call is not a write to the disk.
void note_use(Parts& parts, const OrganisationId& organisation, const directory::ApiToken& token);

}  // namespace safelead::app
