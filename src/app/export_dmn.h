#pragma once

// An edition as decision tables, for other programs to show or run (docs/formats/dmn.md).

#include "base/result.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

struct ExportDmnRequest {
    std::filesystem::path guidance;  ///< The folder of packs.
    std::string edition;
    std::vector<std::string> overlays;
    std::string version = "1.5";  ///< Of DMN: one of `dmn_versions`.
};

inline constexpr std::string_view dmn_versions[] = {"1.5", "1.3", "1.1"};

/// Why nothing was exported: one sentence.
struct NotExported {
    enum class Because : unsigned char { unknown_edition, unknown_version, bad_pack };

    Because because;
    std::string text;
};

/// The XML document.
/// @throws Unavailable when the packs cannot be read.
[[nodiscard]] Result<std::string, NotExported> export_dmn(const ExportDmnRequest& request);

}  // namespace safelead::app
