#include "web/html/components/radios.h"

#include "base/overloaded.h"

namespace safelead::web {

namespace {

std::string joined(std::string first, const std::string& more)
{
    if (!more.empty()) first += ' ' + more;
    return first;
}

bool is_checked(const Radio& radio, const std::string& value)
{
    if (radio.is_checked) return *radio.is_checked;
    return !value.empty() && radio.value == value;
}

void append_radio(Html& out, const Radios& radios, const Radio& radio, const std::string& id)
{
    const bool has_hint = radio.hint && !radio.hint->content.is_empty();
    const std::string hint_id = has_hint ? id + "-item-hint" : "";
    const bool checked = is_checked(radio, radios.value);
    out << "<div class=\"govuk-radios__item\">\n<input class=\"govuk-radios__input\" id=\"" << text(id)
        << "\" name=\"" << text(radios.name) << "\" type=\"radio\" value=\"" << text(radio.value) << "\"";
    if (checked) out << " checked";
    if (radio.is_disabled) out << " disabled";
    if (!radio.conditional.is_empty()) out << " data-aria-controls=\"conditional-" << text(id) << "\"";
    out << IfAny{"aria-describedby", hint_id} << radio.attributes << ">"
        << Label{.content = radio.content,
                 .classes = joined("govuk-radios__label", radio.label_classes),
                 .attributes = radio.label_attributes,
                 .for_id = id};
    if (has_hint) {
        out << Hint{.content = radio.hint->content,
                    .id = hint_id,
                    .classes = joined("govuk-radios__hint", radio.hint->classes),
                    .attributes = radio.hint->attributes};
    }
    out << "</div>\n";
    if (radio.conditional.is_empty()) return;
    out << "<div class=\"govuk-radios__conditional";
    if (!checked) out << " govuk-radios__conditional--hidden";
    out << "\" id=\"conditional-" << text(id) << "\">" << radio.conditional << "</div>\n";
}

void append_items(Html& out, const Radios& radios, const std::string& id_prefix)
{
    std::size_t number = 0;
    for (const RadioItem& item : radios.items) {
        ++number;
        const std::string id = id_prefix + (number > 1 ? "-" + std::to_string(number) : "");
        std::visit(Overloaded{[&](const Radio& radio) {
                                  append_radio(out, radios, radio, radio.id.empty() ? id : radio.id);
                              },
                              [&](const Divider& divider) {
                                  out << "<div class=\"govuk-radios__divider\">" << divider.content
                                      << "</div>\n";
                              },
                              [](std::monostate) {}},
                   item);
    }
}

}  // namespace

Html& operator<<(Html& out, const Radios& radios)
{
    const std::string& id_prefix = radios.id_prefix.empty() ? radios.name : radios.id_prefix;
    Html inner;
    const std::string described_by = hint_and_error(
        inner, id_prefix, radios.fieldset ? radios.fieldset->described_by : "", radios.hint, radios.error);
    inner << "<div class=\"govuk-radios" << MoreClasses{radios.classes} << "\"" << radios.attributes
          << " data-module=\"govuk-radios\">\n"
          << radios.form_group.before_input;
    append_items(inner, radios, id_prefix);
    inner << radios.form_group.after_input << "</div>\n";
    open_form_group(out, radios.form_group, radios.error);
    inside(out, radios.fieldset, described_by, "", inner);
    return out << "</div>\n";
}

}  // namespace safelead::web
