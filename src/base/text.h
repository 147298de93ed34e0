#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace safelead {

/// Without ASCII white space at either end.
[[nodiscard]] std::string_view trim(std::string_view text);

/// ASCII letters made small; every other byte as it was.
[[nodiscard]] std::string ascii_lower(std::string_view text);

/// The parts between `separator`s, empty ones included.
[[nodiscard]] std::vector<std::string_view> split(std::string_view text, char separator);

/// Whether `text` is well-formed UTF-8 (no overlong forms, no surrogates, nothing past U+10FFFF).
[[nodiscard]] bool is_utf8(std::string_view text);

/// Adds the letter of that code point, which is none of the surrogates and not past U+10FFFF.
void append_utf8(std::string& text, char32_t point);

}  // namespace safelead
