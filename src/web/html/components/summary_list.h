#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

struct SummaryAction {
    Html content = {};
    std::string href = {};
    std::string visually_hidden_text = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct SummaryRow {
    Html key = {};
    Html value = {};
    std::vector<SummaryAction> actions = {};
    std::string key_classes = {};
    std::string value_classes = {};
    std::string actions_classes = {};
    std::string classes = {};
    bool keeps_action_column = false;  ///< Without actions, but as wide as rows that have them.
};

struct SummaryCard {
    Html title = {};
    std::vector<SummaryAction> actions = {};
    int heading_level = 2;
    std::string title_classes = {};
    std::string actions_classes = {};
    std::string classes = {};
    Attributes attributes = {};
};

struct SummaryList {
    using ComponentTag = void;
    std::vector<SummaryRow> rows = {};
    std::optional<SummaryCard> card = std::nullopt;
    std::string classes = {};  ///< "govuk-summary-list--no-border"
    Attributes attributes = {};
};
Html& operator<<(Html& out, const SummaryList& list);

}  // namespace safelead::web
