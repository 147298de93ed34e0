#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct Breadcrumb {
    Html content = {};
    std::string href = {};  ///< Empty: the page we are on.
    Attributes attributes = {};
};

struct Breadcrumbs {
    using ComponentTag = void;
    std::vector<Breadcrumb> items = {};
    bool collapse_on_mobile = false;
    std::string label = "Breadcrumb";
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const Breadcrumbs& breadcrumbs);

}  // namespace safelead::web
