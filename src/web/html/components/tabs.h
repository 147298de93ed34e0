#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct Tab {
    std::string label = {};
    std::string id = {};
    Html content = {};
    Attributes attributes = {};
    Attributes panel_attributes = {};
};

struct Tabs {
    using ComponentTag = void;
    std::string title = "Contents";
    std::string id = {};
    std::string id_prefix = {};
    std::vector<std::optional<Tab>> items = {};  ///< Nothing still counts in the numbering of ids.
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const Tabs& tabs);

}  // namespace safelead::web
