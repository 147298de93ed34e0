#pragma once

// Codes that change every half minute (RFC 6238, with HMAC-SHA-1, six digits, as every app shows them).

#include "base/bytes.h"
#include "base/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace safelead::crypto {

/// Half minutes since 1970.
[[nodiscard]] std::uint64_t code_step(Instant at);

/// The code of that half minute. `digits`: 6, or the 8 of the RFC's examples.
[[nodiscard]] std::string timed_code(BytesView secret, std::uint64_t step, unsigned digits = 6);

/// For which half minute, now or one on either side, `code` is right; nothing if for none. As slow whatever
/// the difference is.
[[nodiscard]] std::optional<std::uint64_t> step_of_code(BytesView secret, std::string_view code, Instant now);

}  // namespace safelead::crypto
