#pragma once

// Style sheets, scripts and pictures: read and compressed once, at the start, and named after their content.

#include "web/http/request.h"
#include "web/http/response.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace safelead::web {

class Assets {
public:
    Assets() = default;

    /// Takes in one file: "app.css". Its type is told by its ending; an unknown ending is a bug.
    void add(std::string_view name, std::string content);

    /// Every file in `folder` (not in folders below it).
    /// @throws Unavailable when it cannot be read.
    [[nodiscard]] static Assets read_folder(const std::string& folder);

    /// Where pages find it: "/assets/app-3f2a9c01b2d4e5f6.css". An unknown name is a bug.
    [[nodiscard]] std::string_view address(std::string_view name) const;

    /// Answers a GET of /assets/<file>: gzip if the browser takes it, 304 if it has it already. Nothing if
    /// there is no such file.
    [[nodiscard]] std::optional<Response> answer(const Request& request, std::string_view file) const;

private:
    struct Asset {
        std::string content_type;
        std::string etag;
        SharedText plain;
        SharedText gzipped;  ///< Null where that gains nothing.
    };

    std::map<std::string, std::string, std::less<>> addresses_;  ///< By plain name.
    std::map<std::string, Asset, std::less<>> files_;            ///< By the last segment of the address.
};

}  // namespace safelead::web
