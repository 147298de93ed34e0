#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct GenericHeader {
    using ComponentTag = void;
    Html logo = {};
    std::string url = "/";
    std::string classes = {};
    std::string container_classes = "govuk-width-container";
    Attributes attributes = {};
};
Html& operator<<(Html& out, const GenericHeader& header);

}  // namespace safelead::web
