#include "web/html/components/textarea.h"

namespace safelead::web {

namespace {

void attributes_of(Html& out, const Textarea& textarea, const std::string& described_by)
{
    if (textarea.spellcheck) {
        out << " spellcheck=\"" << (*textarea.spellcheck ? Markup{"true"} : Markup{"false"}) << "\"";
    }
    if (textarea.is_disabled) out << " disabled";
    out << IfAny{"aria-describedby", described_by} << IfAny{"autocomplete", textarea.autocomplete}
        << textarea.attributes;
}

}  // namespace

Html& operator<<(Html& out, const Textarea& textarea)
{
    const std::string& id = textarea.id.empty() ? textarea.name : textarea.id;
    open_form_group(out, textarea.form_group, textarea.error);
    Label label = textarea.label;
    label.for_id = id;
    out << label;
    const std::string described_by =
        hint_and_error(out, id, textarea.described_by, textarea.hint, textarea.error);
    out << textarea.form_group.before_input << "<textarea class=\"govuk-textarea";
    if (textarea.error) out << " govuk-textarea--error";
    out << MoreClasses{textarea.classes} << "\" id=\"" << text(id) << "\" name=\"" << text(textarea.name)
        << "\" rows=\"" << textarea.rows << "\"";
    attributes_of(out, textarea, described_by);
    out << ">";
    // A browser drops one line break straight after the tag; what somebody typed must come back whole.
    if (textarea.value.starts_with('\n') || textarea.value.starts_with('\r')) out << "\n";
    return out << text(textarea.value) << "</textarea>\n" << textarea.form_group.after_input << "</div>\n";
}

}  // namespace safelead::web
