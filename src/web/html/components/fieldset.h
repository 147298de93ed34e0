#pragma once

#include "web/html/attributes.h"

#include <optional>

namespace safelead::web {

struct Legend {
    Html content = {};
    std::string classes = {};  ///< "govuk-fieldset__legend--m" and so on
    bool is_page_heading = false;
};

struct Fieldset {
    using ComponentTag = void;
    Legend legend = {};
    Html content = {};
    std::string classes = {};
    std::string role = {};
    std::string described_by = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const Fieldset& fieldset);

/// Writes `inner` inside `fieldset` if there is one, otherwise bare.
void inside(Html& out, const std::optional<Fieldset>& fieldset, const std::string& described_by,
            const std::string& role, const Html& inner);

}  // namespace safelead::web
