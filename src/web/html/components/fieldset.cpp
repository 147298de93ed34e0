#include "web/html/components/fieldset.h"

namespace safelead::web {

namespace {

void legend_of(Html& out, const Legend& legend)
{
    if (legend.content.is_empty()) return;
    out << "<legend class=\"govuk-fieldset__legend" << MoreClasses{legend.classes} << "\">";
    if (legend.is_page_heading) {
        out << "<h1 class=\"govuk-fieldset__heading\">" << legend.content << "</h1>";
    } else {
        out << legend.content;
    }
    out << "</legend>\n";
}

}  // namespace

Html& operator<<(Html& out, const Fieldset& fieldset)
{
    out << "<fieldset class=\"govuk-fieldset" << MoreClasses{fieldset.classes} << "\""
        << IfAny{"role", fieldset.role} << IfAny{"aria-describedby", fieldset.described_by}
        << fieldset.attributes << ">\n";
    legend_of(out, fieldset.legend);
    return out << fieldset.content << "</fieldset>\n";
}

void inside(Html& out, const std::optional<Fieldset>& fieldset, const std::string& described_by,
            const std::string& role, const Html& inner)
{
    if (!fieldset) {
        out << inner;
        return;
    }
    Fieldset shown = *fieldset;
    shown.described_by = described_by;
    shown.role = role;
    shown.content = inner;
    out << shown;
}

}  // namespace safelead::web
