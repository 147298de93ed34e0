#include "web/html/components/details.h"

namespace safelead::web {

Html& operator<<(Html& out, const Details& details)
{
    out << "<details" << IfAny{"id", details.id} << " class=\"govuk-details" << MoreClasses{details.classes}
        << "\"" << details.attributes;
    if (details.is_open) out << " open";
    return out
           << ">\n<summary class=\"govuk-details__summary\"><span class=\"govuk-details__summary-text\">\n"
           << details.summary << "\n</span></summary>\n<div class=\"govuk-details__text\">" << details.content
           << "</div>\n</details>\n";
}

}  // namespace safelead::web
