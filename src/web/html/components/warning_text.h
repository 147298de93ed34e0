#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct WarningText {
    using ComponentTag = void;
    Html content = {};
    std::string icon_fallback_text = "Warning";
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const WarningText& warning);

}  // namespace safelead::web
