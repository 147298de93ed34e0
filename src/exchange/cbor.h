#pragma once

// The little of CBOR (RFC 8949) that passkeys are written in: whole numbers, bytes, texts, arrays and maps of
// definite length, nothing else. It comes from a browser, so everything in it has a limit.

#include "base/bytes.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace safelead::exchange {

struct CborMember;

struct CborItem {
    using Array = std::vector<CborItem>;
    using Map = std::vector<CborMember>;

    std::variant<std::int64_t, Bytes, std::string, Array, Map> value;

    /// The member of a map with that key, or null.
    [[nodiscard]] const CborItem* find(std::int64_t key) const;
    [[nodiscard]] const CborItem* find(std::string_view key) const;

    [[nodiscard]] const Bytes* bytes() const { return std::get_if<Bytes>(&value); }
    [[nodiscard]] const std::string* text() const { return std::get_if<std::string>(&value); }
    [[nodiscard]] std::optional<std::int64_t> integer() const;
};

struct CborMember {
    CborItem key;
    CborItem value;
};

struct CborRead {
    CborItem item;
    std::size_t length = 0;  ///< How many bytes it took; more may follow.
};

/// The item that `bytes` begins with; nothing if it is not of the kinds above, has a key twice, is too deep,
/// too large, or ends too soon.
[[nodiscard]] std::optional<CborRead> read_cbor(BytesView bytes);

}  // namespace safelead::exchange
