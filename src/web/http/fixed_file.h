#pragma once

#include "web/http/request.h"
#include "web/http/response.h"

#include <string_view>

namespace safelead::web {

/// A style sheet, script or picture that the program carries. All of it outlives every answer.
struct FixedFile {
    std::string_view name;  ///< Changes when the content does: "safelead-1f2e3d4c5b.css".
    std::string_view content_type;
    std::string_view bytes;
    std::string_view gzipped;  ///< The same, compressed; empty where that gains nothing.
};

/// The file, to be kept for ever: compressed if the browser takes that; 304 if it has it already.
[[nodiscard]] Response file_response(const Request& request, const FixedFile& file);

}  // namespace safelead::web
