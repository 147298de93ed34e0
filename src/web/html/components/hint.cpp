#include "web/html/components/hint.h"

namespace safelead::web {

Html& operator<<(Html& out, const Hint& hint)
{
    return out << "<div" << IfAny{"id", hint.id} << " class=\"govuk-hint" << MoreClasses{hint.classes} << "\""
               << hint.attributes << ">" << hint.content << "</div>\n";
}

}  // namespace safelead::web
