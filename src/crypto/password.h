#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace safelead::crypto {

/// How much a guess at a password costs: passes over the memory, and how much memory.
struct PasswordCost {
    unsigned long long operations = 2;
    std::size_t memory_bytes = std::size_t{64} * 1024 * 1024;
};

/// Argon2id, in the usual text form ("$argon2id$v=19$…"), with a random salt. Takes tens of milliseconds and
/// the memory asked for: never on an io thread.
/// @throws Unavailable when the memory can't be had.
[[nodiscard]] std::string hash_password(std::string_view password, const PasswordCost& cost = {});

enum class PasswordCheck { right, wrong };

/// Whether `password` is the one `hash` was made from. As slow as making it. A `hash` that can't be read is
/// `wrong`.
[[nodiscard]] PasswordCheck check_password(std::string_view hash, std::string_view password);

/// Whether `hash` was made at another cost than this, and should be made again at the next sign-in.
[[nodiscard]] bool needs_new_hash(std::string_view hash, const PasswordCost& cost = {});

}  // namespace safelead::crypto
