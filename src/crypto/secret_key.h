#pragma once

#include "base/bytes.h"

#include <array>
#include <cstddef>
#include <span>

namespace safelead::crypto {

/// 32 secret bytes in memory that is locked, left out of core dumps and wiped when they are no longer needed.
/// Moved, never copied by accident: a second holder says `copy`.
class SecretKey {
public:
    static constexpr std::size_t size = 32;

    /// From the system's random numbers.
    [[nodiscard]] static SecretKey random();

    /// Takes the bytes and wipes where they came from.
    [[nodiscard]] static SecretKey taken_from(std::span<std::byte, size> bytes);

    SecretKey(SecretKey&& other) noexcept;
    SecretKey& operator=(SecretKey&& other) noexcept;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;
    ~SecretKey();

    [[nodiscard]] SecretKey copy() const;

    /// The bytes; for this module's functions and for `ledger`, never kept elsewhere.
    [[nodiscard]] std::span<const std::byte, size> bytes() const;

private:
    SecretKey();

    std::byte* bytes_;
};

}  // namespace safelead::crypto
