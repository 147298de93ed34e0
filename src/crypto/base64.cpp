#include "crypto/base64.h"

#include "base/wipe.h"
#include "crypto/raw.h"

#include <sodium.h>

namespace safelead::crypto {
namespace {

enum Variant : int {
    with_padding = sodium_base64_VARIANT_ORIGINAL,
    for_addresses = sodium_base64_VARIANT_URLSAFE_NO_PADDING
};

std::string written(BytesView bytes, Variant variant)
{
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), raw(bytes.data()), bytes.size(), variant);
    text.pop_back();  // sodium counts the zero at the end
    return text;
}

std::optional<Bytes> parsed(std::string_view text, Variant variant)
{
    Bytes bytes(text.size() / 4 * 3 + 3);
    std::size_t length = 0;
    const char* end = nullptr;
    const bool is_read = sodium_base642bin(raw(bytes.data()), bytes.size(), text.data(), text.size(), nullptr,
                                           &length, &end, variant) == 0;
    if (!is_read || end != text.data() + text.size()) return std::nullopt;
    bytes.resize(length);
    // sodium takes some bytes past 0x7f for letters.
    auto again = written(bytes, variant);
    const bool is_exact = again == text;
    wipe(again);  // it may be a key
    if (!is_exact) return std::nullopt;
    return bytes;
}

}  // namespace

std::string to_base64(BytesView bytes)
{
    return written(bytes, with_padding);
}

std::optional<Bytes> parse_base64(std::string_view text)
{
    return parsed(text, with_padding);
}

std::string to_base64url(BytesView bytes)
{
    return written(bytes, for_addresses);
}

std::optional<Bytes> parse_base64url(std::string_view text)
{
    return parsed(text, for_addresses);
}

}  // namespace safelead::crypto
