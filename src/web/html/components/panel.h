#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct PanelAction {
    std::string content = {};
    std::string href = {};
    std::string type = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct Panel {
    using ComponentTag = void;
    Html title = {};
    Html content = {};
    int heading_level = 1;
    std::string classes =
        {};  ///< "govuk-panel--interruption" makes it an interruption, which may have actions.
    Attributes attributes = {};
    std::optional<std::vector<PanelAction>> actions = std::nullopt;
    std::string actions_classes = {};
    Attributes actions_attributes = {};
};
Html& operator<<(Html& out, const Panel& panel);

}  // namespace safelead::web
