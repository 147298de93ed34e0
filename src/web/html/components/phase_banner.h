#pragma once

#include "web/html/components/tag.h"

namespace safelead::web {

struct PhaseBanner {
    using ComponentTag = void;
    Tag tag = {};
    Html content = {};
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const PhaseBanner& banner);

}  // namespace safelead::web
