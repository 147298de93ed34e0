#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct Hint {
    using ComponentTag = void;
    Html content = {};
    std::string id = {};  ///< Filled in by the field that the hint belongs to.
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const Hint& hint);

}  // namespace safelead::web
