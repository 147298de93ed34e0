#pragma once

#include "web/html/components/input.h"

namespace safelead::web {

struct PasswordInput {
    using ComponentTag = void;
    std::string name = {};
    std::string id = {};
    Label label = {};
    std::optional<Hint> hint = std::nullopt;
    std::optional<ErrorMessage> error = std::nullopt;
    std::optional<std::string> value = std::nullopt;
    std::string autocomplete = "current-password";
    bool is_disabled = false;
    std::string described_by = {};
    std::string classes = {};
    std::string button_classes = {};
    std::string show_text = {};  ///< These six: English, unless given.
    std::string hide_text = {};
    std::string show_label = {};
    std::string hide_label = {};
    std::string shown_announcement = {};
    std::string hidden_announcement = {};
    Attributes attributes = {};
    FormGroup form_group = {};
};
Html& operator<<(Html& out, const PasswordInput& input);

}  // namespace safelead::web
