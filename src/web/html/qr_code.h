#pragma once

#include "web/html/html.h"

#include <string>
#include <string_view>

namespace safelead::web {

/// `content` as a QR code, drawn here as SVG: nothing is asked of anybody else. `label` says what it is to
/// those who don't see it. Nothing if it is too long for one.
[[nodiscard]] Html qr_code(std::string_view content, std::string_view label);

}  // namespace safelead::web
