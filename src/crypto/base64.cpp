#include "crypto/base64.h"

#include "crypto/raw.h"

#include <sodium.h>

namespace safelead::crypto {
namespace {

constexpr int variant = sodium_base64_VARIANT_ORIGINAL;

}  // namespace

std::string to_base64(BytesView bytes)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), raw(bytes.data()), bytes.size(), variant);
    text.pop_back();  // sodium counts the zero at the end
    return text;
}

std::optional<Bytes> parse_base64(std::string_view text)
{
    Bytes bytes(text.size() / 4 * 3 + 3);
    std::size_t length = 0;
    const char* end = nullptr;
    const bool is_read = sodium_base642bin(raw(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                                           &length, &end, variant) == 0;
    if (!is_read || end != text.data() + text.size()) return std::nullopt;
    bytes.resize(length);
    // sodium takes some bytes past 0x7f for letters.
    if (to_base64(bytes) != text) return std::nullopt;
    return bytes;
}

}  // namespace safelead::crypto
