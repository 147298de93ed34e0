#pragma once

// What letters would be if they were bytes written out: as many of them as are needed to see if a file begins
// there. Whoever asks need not know that they are: words become bytes that no file begins with.

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace safelead::words {

/// As many bytes as any file needs to be known by.
inline constexpr std::size_t enough_bytes = 32;

/// Of base64 in either alphabet; 62 and 63 are its signs. Less than nought for any other letter.
[[nodiscard]] int base64_value(char c);

/// Up to the first letter that is none of the alphabet, and no more bytes than are enough.
[[nodiscard]] std::string from_base64(std::string_view letters);
[[nodiscard]] std::string from_base32(std::string_view letters);
[[nodiscard]] std::string from_hex(std::string_view letters);

/// Alphabets of 85 letters: Adobe's, RFC 1924's and ZeroMQ's.
enum class Base85 { adobe, rfc1924, zeromq };
inline constexpr std::array alphabets_of_85{Base85::adobe, Base85::rfc1924, Base85::zeromq};
[[nodiscard]] std::string from_base85(std::string_view letters, Base85 alphabet);
[[nodiscard]] bool is_base85(char c, Base85 alphabet);

/// Whether letters that stand together begin as a file does that was written out in base64, base32,
/// hexadecimal or an alphabet of 85 letters.
[[nodiscard]] bool begins_as_written_file(std::string_view letters);

}  // namespace safelead::words
