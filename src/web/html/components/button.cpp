#include "web/html/components/button.h"

namespace safelead::web {

namespace {

void common_attributes(Html& out, const Button& button)
{
    out << " class=\"govuk-button" << MoreClasses{button.classes};
    if (button.is_start_button) out << " govuk-button--start";
    out << "\" data-module=\"govuk-button\"" << button.attributes << IfAny{"id", button.id} << ">\n";
}

void content_of(Html& out, const Button& button)
{
    if (button.wraps_content) {
        out << "<span>" << button.content << "</span>";
    } else {
        out << button.content;
    }
    out << "\n";
    if (button.is_start_button) {
        out << "<svg class=\"govuk-button__start-icon\" xmlns=\"http://www.w3.org/2000/svg\" width=\"17.5\" "
               "height=\"19\" viewBox=\"0 0 33 40\" aria-hidden=\"true\" focusable=\"false\">"
               "<path fill=\"currentColor\" d=\"M0 0h13l20 20-20 20H0l20-20z\"/></svg>";
    }
}

}  // namespace

Html& operator<<(Html& out, const Button& button)
{
    if (!button.href.empty()) {
        out << "<a href=\"" << text(button.href) << "\" role=\"button\" draggable=\"false\"";
        common_attributes(out, button);
        content_of(out, button);
        return out << "</a>\n";
    }
    out << "<button type=\"" << text(button.type) << "\"" << IfAny{"value", button.value}
        << IfAny{"name", button.name};
    if (button.is_disabled) out << " disabled aria-disabled=\"true\"";
    if (button.prevents_double_click) {
        out << " data-prevent-double-click=\""
            << (*button.prevents_double_click ? Markup{"true"} : Markup{"false"}) << "\"";
    }
    common_attributes(out, button);
    content_of(out, button);
    return out << "</button>\n";
}

}  // namespace safelead::web
