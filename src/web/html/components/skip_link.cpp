#include "web/html/components/skip_link.h"

namespace safelead::web {

Html& operator<<(Html& out, const SkipLink& link)
{
    return out << "<a href=\"" << text(link.href) << "\" class=\"govuk-skip-link" << MoreClasses{link.classes}
               << "\"" << link.attributes << " data-module=\"govuk-skip-link\">" << link.content << "</a>\n";
}

}  // namespace safelead::web
