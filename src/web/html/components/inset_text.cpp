#include "web/html/components/inset_text.h"

namespace safelead::web {

Html& operator<<(Html& out, const InsetText& inset)
{
    return out << "<div" << IfAny{"id", inset.id} << " class=\"govuk-inset-text" << MoreClasses{inset.classes}
               << "\"" << inset.attributes << ">" << inset.content << "</div>\n";
}

}  // namespace safelead::web
