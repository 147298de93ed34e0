#include "web/html/components/label.h"

namespace safelead::web {

Html& operator<<(Html& out, const Label& label)
{
    if (label.content.is_empty()) return out;
    if (label.is_page_heading) out << "<h1 class=\"govuk-label-wrapper\">";
    out << "<label class=\"govuk-label" << MoreClasses{label.classes} << "\"" << label.attributes
        << IfAny{"for", label.for_id} << ">" << label.content << "</label>";
    if (label.is_page_heading) out << "</h1>";
    return out << "\n";
}

}  // namespace safelead::web
