#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct ServiceNavigationItem {
    Html content = {};
    std::string href = {};
    bool is_current = false;  ///< This very page.
    bool is_active = false;   ///< A page of this section.
    Attributes attributes = {};
};

struct ServiceNavigation {
    using ComponentTag = void;
    std::string service_name = {};
    std::string service_url = {};
    std::vector<ServiceNavigationItem> items = {};
    std::string label = "Service information";
    std::string menu_button_text = "Menu";
    std::string menu_button_label = {};
    std::string navigation_label = {};
    std::string navigation_id = "navigation";
    std::string navigation_classes = {};
    std::optional<bool> collapses_on_mobile = std::nullopt;
    Html start = {};
    Html end = {};
    bool end_is_inline = false;
    Html navigation_start = {};
    Html navigation_end = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const ServiceNavigation& navigation);

}  // namespace safelead::web
