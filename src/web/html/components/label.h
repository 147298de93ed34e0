#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct Label {
    using ComponentTag = void;
    Html content = {};
    std::string classes = {};  ///< "govuk-label--m" and so on
    bool is_page_heading = false;
    Attributes attributes = {};
    std::string for_id = {};  ///< Filled in by the field that the label belongs to.
};
Html& operator<<(Html& out, const Label& label);

}  // namespace safelead::web
