#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct BackLink {
    using ComponentTag = void;
    std::string href = "#";
    Html content = Markup{"Back"};
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const BackLink& link);

}  // namespace safelead::web
