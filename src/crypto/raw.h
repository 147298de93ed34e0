#pragma once

#include <cstddef>

namespace safelead::crypto {

/// libsodium and OpenSSL count in unsigned char.
[[nodiscard]] inline const unsigned char* raw(const std::byte* bytes)
{
    return reinterpret_cast<const unsigned char*>(bytes);
}

[[nodiscard]] inline unsigned char* raw(std::byte* bytes)
{
    return reinterpret_cast<unsigned char*>(bytes);
}

}  // namespace safelead::crypto
