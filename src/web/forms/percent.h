#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace safelead::web {

enum class Plus { is_plus, is_space };

/// `text` with its %XX put back to bytes. Nothing if one is not two hexadecimal digits, or if the result is
/// not UTF-8 or has a NUL in it.
[[nodiscard]] std::optional<std::string> percent_decoded(std::string_view text, Plus plus);

/// Whether it is what people write: valid UTF-8 without NUL.
[[nodiscard]] bool is_writing(std::string_view text);

}  // namespace safelead::web
