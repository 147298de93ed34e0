#pragma once

#include "web/html/components/form_group.h"
#include "web/html/components/label.h"

namespace safelead::web {

/// What stands before or after the box: £, kg.
struct Affix {
    Html content = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct Input {
    using ComponentTag = void;
    std::string name = {};
    std::string id = {};  ///< The name, unless given.
    Label label = {};
    std::optional<Hint> hint = std::nullopt;
    std::optional<ErrorMessage> error = std::nullopt;
    std::optional<std::string> value = std::nullopt;
    std::string type = "text";
    std::string autocomplete = {};
    std::string autocapitalize = {};
    std::string inputmode = {};
    std::string pattern = {};
    std::optional<bool> spellcheck = std::nullopt;
    bool is_disabled = false;
    std::optional<Affix> prefix = std::nullopt;
    std::optional<Affix> suffix = std::nullopt;
    std::string described_by = {};
    std::string classes = {};  ///< "govuk-input--width-10"
    Attributes attributes = {};
    std::string wrapper_classes = {};
    Attributes wrapper_attributes = {};
    FormGroup form_group = {};
};
Html& operator<<(Html& out, const Input& input);

}  // namespace safelead::web
