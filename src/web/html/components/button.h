#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct Button {
    using ComponentTag = void;
    Html content = {};
    std::string name = {};
    std::string value = {};
    std::string href = {};  ///< If given, a link that looks like a button.
    std::string type = "submit";
    std::string id = {};
    std::string classes = {};  ///< "govuk-button--secondary", "govuk-button--warning"
    bool is_disabled = false;
    bool is_start_button = false;
    bool wraps_content =
        false;  ///< Start buttons whose content has elements of its own need a span around it.
    std::optional<bool> prevents_double_click = std::nullopt;
    Attributes attributes = {};
};
Html& operator<<(Html& out, const Button& button);

}  // namespace safelead::web
