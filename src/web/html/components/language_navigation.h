#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct LanguageLink {
    Html content = {};
    std::string href = {};
    std::string lang = {};
    std::string href_lang = {};
    std::string dir = {};
    std::string description = {};
    bool is_current = false;
    std::string classes = {};
    Attributes attributes = {};
};

struct LanguageNavigation {
    using ComponentTag = void;
    std::vector<LanguageLink> items = {};
    std::string label = "Language";
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const LanguageNavigation& navigation);

}  // namespace safelead::web
