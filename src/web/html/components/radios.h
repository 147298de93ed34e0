#pragma once

#include "web/html/components/checkboxes.h"

namespace safelead::web {

struct Radio {
    std::string value = {};
    Html content = {};
    std::string id = {};  ///< Prefix and number, unless given.
    std::optional<bool> is_checked = std::nullopt;
    bool is_disabled = false;
    std::optional<Hint> hint = std::nullopt;
    Html conditional = {};  ///< Shown when chosen; always shown without script.
    std::string label_classes = {};
    Attributes label_attributes = {};
    Attributes attributes = {};
};

/// A choice, a divider, or nothing (which still counts in the numbering of ids).
using RadioItem = std::variant<Radio, Divider, std::monostate>;

struct Radios {
    using ComponentTag = void;
    std::string name = {};
    std::string id_prefix = {};  ///< The name, unless given. The first one has the prefix itself as its id.
    std::optional<Fieldset> fieldset = std::nullopt;
    std::optional<Hint> hint = std::nullopt;
    std::optional<ErrorMessage> error = std::nullopt;
    std::vector<RadioItem> items = {};
    std::string value = {};    ///< The one chosen, beside `is_checked`.
    std::string classes = {};  ///< "govuk-radios--inline", "govuk-radios--small"
    Attributes attributes = {};
    FormGroup form_group = {};
};
Html& operator<<(Html& out, const Radios& radios);

}  // namespace safelead::web
