#include "web/html/components/select.h"

namespace safelead::web {

namespace {

bool is_selected(const SelectItem& item, const std::string& value)
{
    if (item.is_selected) return *item.is_selected;
    return !value.empty() && (item.value ? *item.value : item.content) == value;
}

void append_option(Html& out, const SelectItem& item, const std::string& value)
{
    out << "<option";
    if (item.value) out << " value=\"" << text(*item.value) << "\"";
    if (is_selected(item, value)) out << " selected";
    if (item.is_disabled) out << " disabled";
    out << item.attributes << ">" << text(item.content) << "</option>\n";
}

}  // namespace

Html& operator<<(Html& out, const Select& select)
{
    const std::string& id = select.id.empty() ? select.name : select.id;
    open_form_group(out, select.form_group, select.error);
    Label label = select.label;
    label.for_id = id;
    out << label;
    const std::string described_by = hint_and_error(out, id, select.described_by, select.hint, select.error);
    out << select.form_group.before_input << "<select class=\"govuk-select" << MoreClasses{select.classes};
    if (select.error) out << " govuk-select--error";
    out << "\" id=\"" << text(id) << "\" name=\"" << text(select.name) << "\"";
    if (select.is_disabled) out << " disabled";
    out << IfAny{"aria-describedby", described_by} << select.attributes << ">\n";
    for (const SelectItem& item : select.items) append_option(out, item, select.value);
    return out << "</select>\n" << select.form_group.after_input << "</div>\n";
}

}  // namespace safelead::web
