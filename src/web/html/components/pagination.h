#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct PaginationLink {
    std::string href = {};
    Html content = {};       ///< "Previous page" or "Next page", unless given.
    std::string label = {};  ///< What is there: "Applying for a visa".
    Attributes attributes = {};
};

struct PaginationItem {
    std::string number = {};
    std::string href = {};
    bool is_current = false;
    bool is_ellipsis = false;
    std::string visually_hidden_text = {};
    Attributes attributes = {};
};

struct Pagination {
    using ComponentTag = void;
    std::vector<PaginationItem> items = {};
    std::optional<PaginationLink> previous = std::nullopt;
    std::optional<PaginationLink> next = std::nullopt;
    std::string landmark_label = "Pagination";
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const Pagination& pagination);

}  // namespace safelead::web
