#include "web/forms/form_fields.h"

#include "base/text.h"
#include "web/forms/percent.h"

#include <algorithm>

namespace safelead::web {

void FormFields::add(std::string name, std::string value)
{
    fields_.push_back({std::move(name), std::move(value)});
}

std::optional<std::string_view> FormFields::find(std::string_view name) const
{
    const auto found = std::ranges::find(fields_, name, &Field::name);
    if (found == fields_.end()) return std::nullopt;
    return found->value;
}

std::string_view FormFields::text(std::string_view name) const
{
    return find(name).value_or("");
}

std::vector<std::string_view> FormFields::all(std::string_view name) const
{
    std::vector<std::string_view> values;
    for (const Field& field : fields_) {
        if (field.name == name) values.push_back(field.value);
    }
    return values;
}

Result<FormFields, FormFault> parse_urlencoded(std::string_view text, FieldLimits limits)
{
    FormFields fields;
    if (text.empty()) return fields;
    for (const std::string_view pair : split(text, '&')) {
        if (pair.empty()) continue;
        const auto equals = pair.find('=');
        const auto encoded = equals == std::string_view::npos ? "" : pair.substr(equals + 1);
        auto name = percent_decoded(pair.substr(0, equals), Plus::is_space);
        auto value = percent_decoded(encoded, Plus::is_space);
        if (!name || !value) return fail(FormFault::malformed);
        if (fields.in_order().size() == limits.fields || name->size() > limits.name_length) {
            return fail(FormFault::too_many);
        }
        fields.add(std::move(*name), std::move(*value));
    }
    return fields;
}

}  // namespace safelead::web
