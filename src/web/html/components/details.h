#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct Details {
    using ComponentTag = void;
    Html summary = {};
    Html content = {};
    bool is_open = false;
    std::string id = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const Details& details);

}  // namespace safelead::web
