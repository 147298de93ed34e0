#include "web/html/components/date_input.h"

#include "base/text.h"
#include "web/html/components/input.h"

#include <algorithm>

namespace safelead::web {

namespace {

bool says_error(const DateInputItem& item)
{
    return item.has_error.value_or(false) || item.classes.find("govuk-input--error") != std::string::npos;
}

std::string capitalised(const std::string& name)
{
    std::string word = ascii_lower(name);
    if (!word.empty() && word.front() >= 'a' && word.front() <= 'z') {
        word.front() = static_cast<char>(word.front() - 'a' + 'A');
    }
    return word;
}

std::optional<std::string> value_of(const DateInput& date, const std::string& name)
{
    const auto found = std::find_if(date.values.begin(), date.values.end(),
                                    [&name](const auto& value) { return value.first == name; });
    if (found == date.values.end()) return std::nullopt;
    return found->second;
}

/// What `day`, `month` or `year` holds, for an item of `items` that has the same name.
std::optional<std::string> value_of_part(const DateInput& date, const DateInputItem& item)
{
    for (const auto& part : {date.day, date.month, date.year}) {
        if (part && part->name == item.name) return part->value;
    }
    return std::nullopt;
}

bool is_year(const DateInput& date, const DateInputItem& item)
{
    return item.name == "year" || (date.year && item.name == date.year->name);
}

std::string classes_of(const DateInput& date, const DateInputItem& item, bool any_says_error)
{
    std::string classes = "govuk-date-input__input";
    const bool inherits = date.error && !any_says_error && item.has_error.value_or(true);
    if (item.classes.find("govuk-input--error") == std::string::npos && (says_error(item) || inherits)) {
        classes += " govuk-input--error";
    }
    if (item.classes.find("govuk-input--width-") == std::string::npos) {
        classes += is_year(date, item) ? " govuk-input--width-4" : " govuk-input--width-2";
    }
    if (!item.classes.empty()) classes += ' ' + item.classes;
    return classes;
}

void append_item(Html& out, const DateInput& date, const DateInputItem& item, bool any_says_error)
{
    const std::string name = (date.name_prefix.empty() ? "" : date.name_prefix + "-") + item.name;
    std::optional<std::string> value = item.value ? item.value : value_of_part(date, item);
    if (!value) value = value_of(date, name);
    out << "<div class=\"govuk-date-input__item\">"
        << Input{.name = name,
                 .id = item.id.empty() ? date.id + "-" + item.name : item.id,
                 .label = {.content = text(item.label.empty() ? capitalised(item.name) : item.label),
                           .classes = "govuk-date-input__label"},
                 .value = value,
                 .autocomplete = item.autocomplete,
                 .inputmode = item.inputmode.empty() ? "numeric" : item.inputmode,
                 .pattern = item.pattern,
                 .classes = classes_of(date, item, any_says_error),
                 .attributes = item.attributes}
        << "</div>\n";
}

std::vector<DateInputItem> items_of(const DateInput& date)
{
    if (!date.items.empty()) return date.items;
    std::vector<DateInputItem> items;
    for (const auto& part : {date.day, date.month, date.year}) {
        if (part) items.push_back(*part);
    }
    return items;
}

}  // namespace

Html& operator<<(Html& out, const DateInput& date)
{
    Html inner;
    const std::string described_by = hint_and_error(
        inner, date.id, date.fieldset ? date.fieldset->described_by : "", date.hint, date.error);
    inner << "<div class=\"govuk-date-input" << MoreClasses{date.classes} << "\"" << date.attributes
          << IfAny{"id", date.id} << ">\n"
          << date.form_group.before_input;
    const std::vector<DateInputItem> items = items_of(date);
    const bool any_says_error = std::any_of(items.begin(), items.end(), says_error);
    for (const DateInputItem& item : items) append_item(inner, date, item, any_says_error);
    inner << date.form_group.after_input << "</div>\n";
    open_form_group(out, date.form_group, date.error);
    // JAWS does not read the description of a fieldset of text inputs unless it is a group.
    inside(out, date.fieldset, described_by, "group", inner);
    return out << "</div>\n";
}

}  // namespace safelead::web
