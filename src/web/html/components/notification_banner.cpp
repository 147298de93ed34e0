#include "web/html/components/notification_banner.h"

namespace safelead::web {

namespace {

std::string_view role_of(const NotificationBanner& banner)
{
    if (!banner.role.empty()) return banner.role;
    return banner.kind == BannerKind::success ? "alert" : "region";
}

void append_title(Html& out, const NotificationBanner& banner)
{
    out << "<h" << banner.title_heading_level << " class=\"govuk-notification-banner__title\" id=\""
        << text(banner.title_id) << "\">";
    if (!banner.title.is_empty()) {
        out << banner.title;
    } else {
        out << (banner.kind == BannerKind::success ? Markup{"Success"} : Markup{"Important"});
    }
    out << "</h" << banner.title_heading_level << ">";
}

}  // namespace

Html& operator<<(Html& out, const NotificationBanner& banner)
{
    out << "<div class=\"govuk-notification-banner";
    if (banner.kind == BannerKind::success) out << " govuk-notification-banner--success";
    out << MoreClasses{banner.classes} << "\" role=\"" << text(role_of(banner)) << "\" aria-labelledby=\""
        << text(banner.title_id) << "\" data-module=\"govuk-notification-banner\"";
    if (banner.disables_auto_focus) {
        out << " data-disable-auto-focus=\""
            << (*banner.disables_auto_focus ? Markup{"true"} : Markup{"false"}) << "\"";
    }
    out << banner.attributes << ">\n<div class=\"govuk-notification-banner__header\">";
    append_title(out, banner);
    out << "</div>\n<div class=\"govuk-notification-banner__content\">\n";
    if (!banner.heading.is_empty()) {
        out << "<p class=\"govuk-notification-banner__heading\">" << banner.heading << "</p>\n";
    }
    return out << banner.content << "</div>\n</div>\n";
}

}  // namespace safelead::web
