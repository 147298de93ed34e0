#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct Tag {
    using ComponentTag = void;
    Html content = {};
    std::string classes = {};  ///< "govuk-tag--red"
    Attributes attributes = {};
};
Html& operator<<(Html& out, const Tag& tag);

}  // namespace safelead::web
