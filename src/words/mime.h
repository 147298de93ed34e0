#pragma once

#include "words/letters.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::words {

/// A message or a part of one (RFC 5322, RFC 2045): its header, unfolded, and its body as it stands.
struct MimePart {
    std::vector<std::pair<std::string, std::string>> header;  ///< Names in small letters.
    std::string_view body;

    /// The first value of `name` (small letters), or "".
    [[nodiscard]] std::string_view field(std::string_view name) const;
};

/// Reads the header. What has none is all body.
[[nodiscard]] MimePart read_mime_part(std::string_view bytes);

/// "text/plain" of `Content-Type: text/Plain; charset=…`, in small letters; "text/plain" if there is none.
[[nodiscard]] std::string mime_type(const MimePart& part);

/// The value of `key` in a field such as Content-Type, or "".
[[nodiscard]] std::string mime_parameter(std::string_view field, std::string_view key);

/// What a multipart body is made of.
struct MimeParts {
    std::vector<std::string_view> parts;  ///< Between its delimiters. One that is not ended goes to the end.
    std::string_view before;              ///< The first delimiter: no program shows it.
    std::string_view after;               ///< The last one: likewise.
};
[[nodiscard]] MimeParts mime_parts(std::string_view body, std::string_view boundary);

/// The body as it was before it was encoded for the way (base64, quoted-printable).
[[nodiscard]] std::string decode_transfer(std::string_view body, std::string_view encoding);

/// A header's value with its encoded words (RFC 2047) read.
[[nodiscard]] std::string decode_words(std::string_view value, const Charsets& charsets);

}  // namespace safelead::words
