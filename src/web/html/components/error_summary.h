#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct ErrorSummaryItem {
    Html content = {};
    std::string href = {};  ///< "#the-field"
    Attributes attributes = {};
};

struct ErrorSummary {
    using ComponentTag = void;
    Html title = {};
    Html description = {};
    std::vector<ErrorSummaryItem> errors = {};
    std::optional<bool> disables_auto_focus = std::nullopt;
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const ErrorSummary& summary);

}  // namespace safelead::web
