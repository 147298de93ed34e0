#include "web/html/components/warning_text.h"

namespace safelead::web {

Html& operator<<(Html& out, const WarningText& warning)
{
    return out << "<div class=\"govuk-warning-text" << MoreClasses{warning.classes} << "\""
               << warning.attributes
               << ">\n<span class=\"govuk-warning-text__icon\" aria-hidden=\"true\">!</span>\n"
                  "<strong class=\"govuk-warning-text__text\">\n<span class=\"govuk-visually-hidden\">"
               << text(warning.icon_fallback_text) << "</span>\n"
               << warning.content << "\n</strong>\n</div>\n";
}

}  // namespace safelead::web
