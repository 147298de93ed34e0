#include "web/html/components/back_link.h"

namespace safelead::web {

Html& operator<<(Html& out, const BackLink& link)
{
    return out << "<a href=\"" << text(link.href) << "\" class=\"govuk-back-link" << MoreClasses{link.classes}
               << "\"" << link.attributes << ">" << link.content << "</a>\n";
}

}  // namespace safelead::web
