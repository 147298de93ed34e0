#pragma once

#include <string>
#include <string_view>

namespace safelead::words {

enum class Codes {
    records,  ///< UUIDs, and Safelead's own references ("C-7K3M-9QXD").
    all       ///< Those, and account names ("@l3xi3b0o22"), number plates, and the addresses of devices.
};

/// `letters` with `filler` in the place of codes that are to be told by their shape: they look like data and
/// are words. Every other letter stays at its place.
[[nodiscard]] std::string without_codes(std::string_view letters, Codes codes, char filler = ' ');

}  // namespace safelead::words
