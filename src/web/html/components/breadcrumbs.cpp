#include "web/html/components/breadcrumbs.h"

namespace safelead::web {

Html& operator<<(Html& out, const Breadcrumbs& breadcrumbs)
{
    out << "<nav class=\"govuk-breadcrumbs" << MoreClasses{breadcrumbs.classes};
    if (breadcrumbs.collapse_on_mobile) out << " govuk-breadcrumbs--collapse-on-mobile";
    out << "\"" << breadcrumbs.attributes << " aria-label=\"" << text(breadcrumbs.label)
        << "\">\n<ol class=\"govuk-breadcrumbs__list\">\n";
    for (const Breadcrumb& item : breadcrumbs.items) {
        if (item.href.empty()) {
            out << "<li class=\"govuk-breadcrumbs__list-item\" aria-current=\"page\">" << item.content
                << "</li>\n";
        } else {
            out << "<li class=\"govuk-breadcrumbs__list-item\"><a class=\"govuk-breadcrumbs__link\" href=\""
                << text(item.href) << "\"" << item.attributes << ">" << item.content << "</a></li>\n";
        }
    }
    return out << "</ol>\n</nav>\n";
}

}  // namespace safelead::web
