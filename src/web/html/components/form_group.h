#pragma once

#include "web/html/attributes.h"
#include "web/html/components/error_message.h"
#include "web/html/components/hint.h"

#include <optional>

namespace safelead::web {

/// The box around a field: options that every field has.
struct FormGroup {
    std::string classes = {};
    Attributes attributes = {};
    Html before_input = {};
    Html after_input = {};
};

/// Opens `<div class="govuk-form-group …">`; the field closes it.
Html& open_form_group(Html& out, const FormGroup& group, const std::optional<ErrorMessage>& error);

/// Writes hint and error with their ids, and returns what the field is described by: `described_by`, then
/// `<id>-hint`, then `<id>-error`.
[[nodiscard]] std::string hint_and_error(Html& out, const std::string& id, std::string described_by,
                                         const std::optional<Hint>& hint,
                                         const std::optional<ErrorMessage>& error);

}  // namespace safelead::web
