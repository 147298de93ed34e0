#pragma once

#include "web/html/components/fieldset.h"
#include "web/html/components/form_group.h"

#include <utility>

namespace safelead::web {

struct DateInputItem {
    std::string name = {};
    std::string label = {};  ///< The name with a capital, unless given.
    std::optional<std::string> value = std::nullopt;
    std::string id = {};
    std::string classes = {};
    std::optional<bool> has_error =
        std::nullopt;  ///< Which parts are wrong; all of them, unless some say so.
    std::string inputmode = {};
    std::string autocomplete = {};
    std::string pattern = {};
    Attributes attributes = {};
};

struct DateInput {
    using ComponentTag = void;
    std::string id = {};
    std::string name_prefix = {};  ///< "when" gives when-day, when-month, when-year.
    std::optional<Fieldset> fieldset = std::nullopt;
    std::optional<Hint> hint = std::nullopt;
    std::optional<ErrorMessage> error = std::nullopt;
    std::vector<std::pair<std::string, std::string>> values = {};  ///< By full name: {{"when-day", "3"}, …}.
    std::optional<DateInputItem> day = DateInputItem{.name = "day", .classes = "govuk-input--width-2"};
    std::optional<DateInputItem> month = DateInputItem{.name = "month", .classes = "govuk-input--width-2"};
    std::optional<DateInputItem> year = DateInputItem{.name = "year", .classes = "govuk-input--width-4"};
    std::vector<DateInputItem> items = {};  ///< Instead of day, month and year.
    std::string classes = {};
    Attributes attributes = {};
    FormGroup form_group = {};
};
Html& operator<<(Html& out, const DateInput& date);

}  // namespace safelead::web
