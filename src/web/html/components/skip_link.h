#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct SkipLink {
    using ComponentTag = void;
    Html content = {};
    std::string href = "#content";
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const SkipLink& link);

}  // namespace safelead::web
