#include "crypto/base32.h"

namespace safelead::crypto {
namespace {

constexpr std::string_view base32_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

}  // namespace

std::string to_base32(BytesView bytes)
{
    std::string text;
    unsigned waiting = 0;
    unsigned bits = 0;
    for (const auto byte : bytes) {
        waiting = (waiting << 8U) | std::to_integer<unsigned>(byte);
        for (bits += 8; bits >= 5; bits -= 5) text += base32_letters[(waiting >> (bits - 5)) & 31U];
        waiting &= 31U;
    }
    if (bits > 0) text += base32_letters[(waiting << (5 - bits)) & 31U];
    return text;
}

std::optional<Bytes> parse_base32(std::string_view text)
{
    Bytes bytes;
    unsigned waiting = 0;
    unsigned bits = 0;
    for (const char letter : text) {
        const auto value = base32_letters.find(letter);
        if (value == std::string_view::npos) return std::nullopt;
        waiting = (waiting << 5U) | static_cast<unsigned>(value);
        bits += 5;
        if (bits < 8) continue;
        bits -= 8;
        bytes.push_back(static_cast<std::byte>((waiting >> bits) & 255U));
        waiting &= 255U;
    }
    if (to_base32(bytes) != text) return std::nullopt;  // Stray letters or bits at the end.
    return bytes;
}

}  // namespace safelead::crypto
