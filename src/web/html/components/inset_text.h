#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct InsetText {
    using ComponentTag = void;
    Html content = {};
    std::string id = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const InsetText& inset);

}  // namespace safelead::web
