#pragma once

#include "web/html/components/fieldset.h"
#include "web/html/components/form_group.h"
#include "web/html/components/label.h"

#include <variant>

namespace safelead::web {

struct Checkbox {
    std::string value = {};
    Html content = {};
    std::string id = {};    ///< Prefix and number, unless given.
    std::string name = {};  ///< That of the group, unless given.
    std::optional<bool> is_checked = std::nullopt;
    bool is_disabled = false;
    bool is_exclusive = false;  ///< "None of these": unticks the others.
    std::optional<Hint> hint = std::nullopt;
    Html conditional = {};  ///< Shown when ticked; always shown without script.
    std::string label_classes = {};
    Attributes label_attributes = {};
    Attributes attributes = {};
};

/// "or", between two choices.
struct Divider {
    Html content = {};
};

/// A choice, a divider, or nothing (which still counts in the numbering of ids).
using CheckboxItem = std::variant<Checkbox, Divider, std::monostate>;

struct Checkboxes {
    using ComponentTag = void;
    std::string name = {};
    std::string id_prefix = {};  ///< The name, unless given. The first box has the prefix itself as its id.
    std::optional<Fieldset> fieldset = std::nullopt;
    std::optional<Hint> hint = std::nullopt;
    std::optional<ErrorMessage> error = std::nullopt;
    std::vector<CheckboxItem> items = {};
    std::string described_by = {};
    std::vector<std::string> values = {};  ///< Those ticked, beside `is_checked`.
    std::string classes = {};
    Attributes attributes = {};
    FormGroup form_group = {};
};
Html& operator<<(Html& out, const Checkboxes& checkboxes);

}  // namespace safelead::web
