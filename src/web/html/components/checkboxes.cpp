#include "web/html/components/checkboxes.h"

#include "base/overloaded.h"

#include <algorithm>

namespace safelead::web {

namespace {

/// What every box of one group shares.
struct Group {
    const Checkboxes& checkboxes;
    const std::string& id_prefix;
    std::string described_by;  ///< Without a fieldset, each box says itself what describes it.
};

bool is_checked(const Checkbox& box, const std::vector<std::string>& values)
{
    if (box.is_checked) return *box.is_checked;
    return std::find(values.begin(), values.end(), box.value) != values.end();
}

std::string joined(std::string first, const std::string& more)
{
    if (!first.empty() && !more.empty()) first += ' ';
    return first + more;
}

void append_input(Html& out, const Group& group, const Checkbox& box, const std::string& id,
                  const std::string& hint_id)
{
    out << "<input class=\"govuk-checkboxes__input\" id=\"" << text(id) << "\" name=\""
        << text(box.name.empty() ? group.checkboxes.name : box.name) << "\" type=\"checkbox\" value=\""
        << text(box.value) << "\"";
    if (is_checked(box, group.checkboxes.values)) out << " checked";
    if (box.is_disabled) out << " disabled";
    if (!box.conditional.is_empty()) out << " data-aria-controls=\"conditional-" << text(id) << "\"";
    if (box.is_exclusive) out << " data-behaviour=\"exclusive\"";
    out << IfAny{"aria-describedby", joined(group.described_by, hint_id)} << box.attributes << ">";
}

void append_box(Html& out, const Group& group, const Checkbox& box, std::size_t number)
{
    const std::string id =
        !box.id.empty() ? box.id : group.id_prefix + (number > 1 ? "-" + std::to_string(number) : "");
    const bool has_hint = box.hint && !box.hint->content.is_empty();
    const std::string hint_id = has_hint ? id + "-item-hint" : "";
    out << "<div class=\"govuk-checkboxes__item\">\n";
    append_input(out, group, box, id, hint_id);
    out << Label{.content = box.content,
                 .classes = joined("govuk-checkboxes__label", box.label_classes),
                 .attributes = box.label_attributes,
                 .for_id = id};
    if (has_hint) {
        out << Hint{.content = box.hint->content,
                    .id = hint_id,
                    .classes = joined("govuk-checkboxes__hint", box.hint->classes),
                    .attributes = box.hint->attributes};
    }
    out << "</div>\n";
    if (box.conditional.is_empty()) return;
    out << "<div class=\"govuk-checkboxes__conditional";
    if (!is_checked(box, group.checkboxes.values)) out << " govuk-checkboxes__conditional--hidden";
    out << "\" id=\"conditional-" << text(id) << "\">" << box.conditional << "</div>\n";
}

void append_items(Html& out, const Group& group)
{
    std::size_t number = 0;
    for (const CheckboxItem& item : group.checkboxes.items) {
        ++number;
        std::visit(Overloaded{[&](const Checkbox& box) { append_box(out, group, box, number); },
                              [&](const Divider& divider) {
                                  out << "<div class=\"govuk-checkboxes__divider\">" << divider.content
                                      << "</div>\n";
                              },
                              [](std::monostate) {}},
                   item);
    }
}

}  // namespace

Html& operator<<(Html& out, const Checkboxes& checkboxes)
{
    const std::string& id_prefix = checkboxes.id_prefix.empty() ? checkboxes.name : checkboxes.id_prefix;
    Html inner;
    const bool fieldset_says = checkboxes.fieldset && !checkboxes.fieldset->described_by.empty();
    const std::string described_by = hint_and_error(
        inner, id_prefix, fieldset_says ? checkboxes.fieldset->described_by : checkboxes.described_by,
        checkboxes.hint, checkboxes.error);
    inner << "<div class=\"govuk-checkboxes" << MoreClasses{checkboxes.classes} << "\""
          << checkboxes.attributes << " data-module=\"govuk-checkboxes\">\n"
          << checkboxes.form_group.before_input;
    append_items(inner, Group{checkboxes, id_prefix, checkboxes.fieldset ? "" : described_by});
    inner << checkboxes.form_group.after_input << "</div>\n";
    open_form_group(out, checkboxes.form_group, checkboxes.error);
    inside(out, checkboxes.fieldset, described_by, "", inner);
    return out << "</div>\n";
}

}  // namespace safelead::web
