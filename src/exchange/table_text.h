#pragma once

// The letters of a table, whatever it was written in: UTF-8, UTF-16 (what Excel calls Unicode text), or
// Windows-1252.

#include <string>
#include <string_view>

namespace safelead::exchange {

/// UTF-8 as it is, UTF-16 where a byte order mark says so, anything else as Windows-1252. What is no letter
/// becomes U+FFFD. Without a byte order mark.
[[nodiscard]] std::string text_of_table(std::string_view bytes);

/// U+FFFD for the five bytes that Windows-1252 does not use.
[[nodiscard]] char16_t windows_1252_letter(unsigned char byte);

}  // namespace safelead::exchange
