#pragma once

// Passwords that anybody would try. The list is that of @zxcvbn-ts/language-common, carried as digests: its
// words are not ours to show.

#include <cstdint>
#include <span>
#include <string_view>

namespace safelead::app {

/// Whether `password`, also with other capitals or with digits and signs at its end, is one of the passwords
/// that are used most, or one of those or a few characters again and again.
[[nodiscard]] bool is_widely_known(std::string_view password);

/// The first 8 bytes, big-endian, of the SHA-256 of each, in order. Made by tools/build-assets.
[[nodiscard]] std::span<const std::uint64_t> known_passwords();

}  // namespace safelead::app
