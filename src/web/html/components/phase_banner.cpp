#include "web/html/components/phase_banner.h"

namespace safelead::web {

Html& operator<<(Html& out, const PhaseBanner& banner)
{
    Tag tag = banner.tag;
    tag.classes = "govuk-phase-banner__content__tag" + (tag.classes.empty() ? "" : " " + tag.classes);
    return out << "<div class=\"govuk-phase-banner govuk-width-container" << MoreClasses{banner.classes}
               << "\"" << banner.attributes << ">\n<p class=\"govuk-phase-banner__content\">" << tag
               << "<span class=\"govuk-phase-banner__text\">\n"
               << banner.content << "\n</span></p>\n</div>\n";
}

}  // namespace safelead::web
