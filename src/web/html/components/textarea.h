#pragma once

#include "web/html/components/form_group.h"
#include "web/html/components/label.h"

namespace safelead::web {

struct Textarea {
    using ComponentTag = void;
    std::string name = {};
    std::string id = {};  ///< The name, unless given.
    Label label = {};
    std::optional<Hint> hint = std::nullopt;
    std::optional<ErrorMessage> error = std::nullopt;
    std::string value = {};
    int rows = 5;
    std::optional<bool> spellcheck = std::nullopt;
    bool is_disabled = false;
    std::string autocomplete = {};
    std::string described_by = {};
    std::string classes = {};
    Attributes attributes = {};
    FormGroup form_group = {};
};
Html& operator<<(Html& out, const Textarea& textarea);

}  // namespace safelead::web
