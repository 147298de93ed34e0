#include "web/html/components/exit_this_page.h"

#include "web/html/components/button.h"

namespace safelead::web {

Html& operator<<(Html& out, const ExitThisPage& exit)
{
    Html content = exit.content;
    if (content.is_empty())
        content << "<span class=\"govuk-visually-hidden\">Emergency</span> Exit this page";
    return out << "<div" << IfAny{"id", exit.id} << " class=\"govuk-exit-this-page"
               << MoreClasses{exit.classes} << "\" data-module=\"govuk-exit-this-page\"" << exit.attributes
               << IfAny{"data-i18n.activated", exit.activated_text}
               << IfAny{"data-i18n.timed-out", exit.timed_out_text}
               << IfAny{"data-i18n.press-two-more-times", exit.press_two_more_times_text}
               << IfAny{"data-i18n.press-one-more-time", exit.press_one_more_time_text} << ">\n"
               << Button{.content = std::move(content),
                         .href = exit.redirect_url,
                         .classes =
                             "govuk-button--warning govuk-exit-this-page__button "
                             "govuk-js-exit-this-page-button",
                         .attributes = {{"rel", "nofollow noreferrer"}}}
               << "</div>\n";
}

}  // namespace safelead::web
