#include "crypto/random.h"

#include "base/unavailable.h"
#include "crypto/base64.h"

#include <sodium.h>

#include <array>

namespace safelead::crypto {

void initialise()
{
    if (sodium_init() < 0)
        throw Unavailable{"This machine gives no random numbers; safelead can't run here."};
}

void fill_random(std::span<std::byte> bytes)
{
    if (!bytes.empty()) randombytes_buf(bytes.data(), bytes.size());
}

Bytes random_bytes(std::size_t count)
{
    Bytes bytes(count);
    fill_random(bytes);
    return bytes;
}

std::string random_id_text()
{
    static constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz234567";
    // 26 letters of 5 bits: 130, of which the last letter has 3.
    std::array<std::byte, 17> bytes{};
    fill_random(std::span{bytes}.first<16>());

    std::string text;
    for (std::size_t bit = 0; bit < 128; bit += 5) {
        const auto pair =
            std::to_integer<unsigned>(bytes[bit / 8]) << 8U | std::to_integer<unsigned>(bytes[bit / 8 + 1]);
        text += letters[(pair >> (11 - bit % 8)) & 31U];
    }
    return text;
}

std::string random_token()
{
    std::array<std::byte, 32> bytes;
    fill_random(bytes);
    auto token = to_base64url(bytes);
    sodium_memzero(bytes.data(), bytes.size());
    return token;
}

}  // namespace safelead::crypto
