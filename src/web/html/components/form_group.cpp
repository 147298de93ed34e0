#include "web/html/components/form_group.h"

namespace safelead::web {

Html& open_form_group(Html& out, const FormGroup& group, const std::optional<ErrorMessage>& error)
{
    out << "<div class=\"govuk-form-group";
    if (error) out << " govuk-form-group--error";
    return out << MoreClasses{group.classes} << "\"" << group.attributes << ">\n";
}

std::string hint_and_error(Html& out, const std::string& id, std::string described_by,
                           const std::optional<Hint>& hint, const std::optional<ErrorMessage>& error)
{
    const auto also = [&described_by](const std::string& other) {
        if (!described_by.empty()) described_by += ' ';
        described_by += other;
    };
    if (hint) {
        Hint shown = *hint;
        shown.id = id + "-hint";
        also(shown.id);
        out << shown;
    }
    if (error) {
        ErrorMessage shown = *error;
        shown.id = id + "-error";
        also(shown.id);
        out << shown;
    }
    return described_by;
}

}  // namespace safelead::web
