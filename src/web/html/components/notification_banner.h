#pragma once

#include "web/html/attributes.h"

namespace safelead::web {

enum class BannerKind { important, success };

struct NotificationBanner {
    using ComponentTag = void;
    BannerKind kind = BannerKind::important;
    Html title = {};    ///< "Important" or "Success", unless given.
    Html heading = {};  ///< One line, in the banner's heading style; or
    Html content = {};  ///< anything.
    std::string title_id = "govuk-notification-banner-title";
    int title_heading_level = 2;
    std::string role = {};
    std::optional<bool> disables_auto_focus = std::nullopt;
    std::string classes = {};
    Attributes attributes = {};
};
Html& operator<<(Html& out, const NotificationBanner& banner);

}  // namespace safelead::web
