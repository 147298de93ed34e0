#pragma once

#include "base/bytes.h"
#include "base/id.h"

#include <cstddef>
#include <span>
#include <string>

namespace safelead::crypto {

/// Readies the library; called once by main before anything else here. Calling it again does no harm.
/// @throws Unavailable when the system has no random numbers.
void initialise();

void fill_random(std::span<std::byte> bytes);
[[nodiscard]] Bytes random_bytes(std::size_t count);

/// 128 random bits as 26 characters of `a`–`z` and `2`–`7`: nobody guesses one, and it can stand in an
/// address.
[[nodiscard]] std::string random_id_text();

/// 256 random bits in base64url, 43 characters: for session tokens and codes that are shown once and kept
/// hashed.
[[nodiscard]] std::string random_token();

template <class AnyId>
[[nodiscard]] AnyId random_id()
{
    return AnyId{random_id_text()};
}

}  // namespace safelead::crypto
