#include "web/html/components/service_navigation.h"

namespace safelead::web {

namespace {

void append_name(Html& out, const ServiceNavigation& navigation)
{
    if (navigation.service_name.empty()) return;
    out << "<span class=\"govuk-service-navigation__service-name\">\n";
    if (navigation.service_url.empty()) {
        out << "<span class=\"govuk-service-navigation__text\">" << text(navigation.service_name)
            << "</span>";
    } else {
        out << "<a href=\"" << text(navigation.service_url)
            << "\" class=\"govuk-service-navigation__link\">\n"
            << text(navigation.service_name) << "\n</a>";
    }
    out << "\n</span>\n";
}

void append_item(Html& out, const ServiceNavigationItem& item)
{
    const bool marked = item.is_current || item.is_active;
    out << "<li class=\"govuk-service-navigation__item";
    if (marked) out << " govuk-service-navigation__item--active";
    out << "\">";
    if (item.content.is_empty()) {
        out << "</li>\n";
        return;
    }
    if (item.href.empty()) {
        out << "<span class=\"govuk-service-navigation__text\"";
    } else {
        out << "<a class=\"govuk-service-navigation__link\" href=\"" << text(item.href) << "\"";
    }
    if (marked) out << " aria-current=\"" << (item.is_current ? Markup{"page"} : Markup{"true"}) << "\"";
    if (!item.href.empty()) out << item.attributes;
    out << ">\n";
    if (marked) {
        out << "<strong class=\"govuk-service-navigation__active-fallback\">" << item.content << "</strong>";
    } else {
        out << item.content;
    }
    out << "\n" << (item.href.empty() ? Markup{"</span>"} : Markup{"</a>"}) << "</li>\n";
}

void append_toggle(Html& out, const ServiceNavigation& navigation)
{
    out << "<button type=\"button\" class=\"govuk-service-navigation__toggle "
           "govuk-js-service-navigation-toggle\" "
           "aria-controls=\""
        << text(navigation.navigation_id) << "\"";
    if (navigation.menu_button_label != navigation.menu_button_text) {
        out << IfAny{"aria-label", navigation.menu_button_label};
    }
    out << " hidden aria-hidden=\"true\">" << text(navigation.menu_button_text) << "</button>\n";
}

void append_links(Html& out, const ServiceNavigation& navigation)
{
    if (navigation.items.empty() && navigation.navigation_start.is_empty() &&
        navigation.navigation_end.is_empty()) {
        return;
    }
    out << "<nav aria-label=\""
        << text(navigation.navigation_label.empty() ? navigation.menu_button_text
                                                    : navigation.navigation_label)
        << "\" class=\"govuk-service-navigation__wrapper" << MoreClasses{navigation.navigation_classes}
        << "\">\n";
    if (navigation.collapses_on_mobile.value_or(navigation.items.size() > 1)) append_toggle(out, navigation);
    out << "<ul class=\"govuk-service-navigation__list\" id=\"" << text(navigation.navigation_id) << "\">\n"
        << navigation.navigation_start;
    for (const ServiceNavigationItem& item : navigation.items) append_item(out, item);
    out << navigation.navigation_end << "</ul>\n</nav>\n";
}

}  // namespace

Html& operator<<(Html& out, const ServiceNavigation& navigation)
{
    const bool is_landmark =
        !navigation.service_name.empty() || !navigation.start.is_empty() || !navigation.end.is_empty();
    if (is_landmark) {
        out << "<section aria-label=\"" << text(navigation.label) << "\"";
    } else {
        out << "<div";
    }
    out << " class=\"govuk-service-navigation" << MoreClasses{navigation.classes}
        << "\" data-module=\"govuk-service-navigation\"" << navigation.attributes
        << ">\n<div class=\"govuk-width-container";
    if (navigation.end_is_inline) out << " govuk-service-navigation__inlining-container";
    out << "\">\n" << navigation.start << "<div class=\"govuk-service-navigation__container\">\n";
    append_name(out, navigation);
    append_links(out, navigation);
    out << "</div>\n" << navigation.end << "</div>\n";
    return out << (is_landmark ? Markup{"</section>\n"} : Markup{"</div>\n"});
}

}  // namespace safelead::web
