#include "web/html/components/tag.h"

namespace safelead::web {

Html& operator<<(Html& out, const Tag& tag)
{
    return out << "<strong class=\"govuk-tag" << MoreClasses{tag.classes} << "\"" << tag.attributes << ">\n"
               << tag.content << "\n</strong>\n";
}

}  // namespace safelead::web
