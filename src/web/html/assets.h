#pragma once

#include "web/http/fixed_file.h"

#include <span>
#include <string_view>

namespace safelead::web {

/// A file that pages need, built by tools/build-assets and carried inside the program.
struct Asset {
    std::string_view name;  ///< As written in the source: "safelead.css".
    std::string_view path;  ///< As asked for: "/assets/safelead-1f2e3d4c5b.css".
    FixedFile file;
};

[[nodiscard]] std::span<const Asset> all_assets();

/// What a request for `path` gets, if anything.
[[nodiscard]] const Asset* find_asset(std::string_view path);

/// The path of an asset by its name. A name that there is not is our bug.
[[nodiscard]] std::string_view asset_path(std::string_view name);

}  // namespace safelead::web
