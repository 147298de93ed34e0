#include "web/html/components/input.h"

namespace safelead::web {

namespace {

void append_input(Html& out, const Input& input, const std::string& id, const std::string& described_by)
{
    out << "<input class=\"govuk-input" << MoreClasses{input.classes};
    if (input.error) out << " govuk-input--error";
    out << "\" id=\"" << text(id) << "\" name=\"" << text(input.name) << "\" type=\"" << text(input.type)
        << "\"";
    if (input.spellcheck)
        out << " spellcheck=\"" << (*input.spellcheck ? Markup{"true"} : Markup{"false"}) << "\"";
    if (input.value) out << " value=\"" << text(*input.value) << "\"";
    if (input.is_disabled) out << " disabled";
    out << IfAny{"aria-describedby", described_by} << IfAny{"autocomplete", input.autocomplete}
        << IfAny{"autocapitalize", input.autocapitalize} << IfAny{"pattern", input.pattern}
        << IfAny{"inputmode", input.inputmode} << input.attributes << ">\n";
}

void append_affix(Html& out, Markup opening, const std::optional<Affix>& affix)
{
    if (!affix || affix->content.is_empty()) return;
    out << opening << MoreClasses{affix->classes} << "\" aria-hidden=\"true\"" << affix->attributes << ">"
        << affix->content << "</div>\n";
}

bool needs_wrapper(const Input& input)
{
    const auto has = [](const std::optional<Affix>& affix) { return affix && !affix->content.is_empty(); };
    return has(input.prefix) || has(input.suffix) || !input.form_group.before_input.is_empty() ||
           !input.form_group.after_input.is_empty();
}

}  // namespace

Html& operator<<(Html& out, const Input& input)
{
    const std::string& id = input.id.empty() ? input.name : input.id;
    open_form_group(out, input.form_group, input.error);
    Label label = input.label;
    label.for_id = id;
    out << label;
    const std::string described_by = hint_and_error(out, id, input.described_by, input.hint, input.error);
    const bool wrapped = needs_wrapper(input);
    if (wrapped) {
        out << "<div class=\"govuk-input__wrapper" << MoreClasses{input.wrapper_classes} << "\""
            << input.wrapper_attributes << ">" << input.form_group.before_input;
        append_affix(out, "<div class=\"govuk-input__prefix", input.prefix);
    }
    append_input(out, input, id, described_by);
    if (wrapped) {
        append_affix(out, "<div class=\"govuk-input__suffix", input.suffix);
        out << input.form_group.after_input << "</div>\n";
    }
    return out << "</div>\n";
}

}  // namespace safelead::web
