#include "web/html/components/generic_header.h"

namespace safelead::web {

Html& operator<<(Html& out, const GenericHeader& header)
{
    return out << "<div class=\"govuk-generic-header" << MoreClasses{header.classes} << "\""
               << header.attributes << ">\n<div class=\"govuk-generic-header__container "
               << text(header.container_classes)
               << "\">\n<div class=\"govuk-generic-header__logo\"><a href=\"" << text(header.url)
               << "\" class=\"govuk-generic-header__homepage-link\">\n"
               << header.logo << "\n</a></div>\n</div>\n</div>\n";
}

}  // namespace safelead::web
