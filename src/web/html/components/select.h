#pragma once

#include "web/html/components/form_group.h"
#include "web/html/components/label.h"

namespace safelead::web {

struct SelectItem {
    std::optional<std::string> value = std::nullopt;  ///< The text itself, unless given.
    std::string content = {};
    std::optional<bool> is_selected = std::nullopt;
    bool is_disabled = false;
    Attributes attributes = {};
};

struct Select {
    using ComponentTag = void;
    std::string name = {};
    std::string id = {};  ///< The name, unless given.
    Label label = {};
    std::optional<Hint> hint = std::nullopt;
    std::optional<ErrorMessage> error = std::nullopt;
    std::vector<SelectItem> items = {};
    std::string value = {};  ///< The one chosen, beside `is_selected`.
    bool is_disabled = false;
    std::string described_by = {};
    std::string classes = {};
    Attributes attributes = {};
    FormGroup form_group = {};
};
Html& operator<<(Html& out, const Select& select);

}  // namespace safelead::web
