#include "web/html/components/error_message.h"

namespace safelead::web {

Html& operator<<(Html& out, const ErrorMessage& error)
{
    out << "<p" << IfAny{"id", error.id} << " class=\"govuk-error-message" << MoreClasses{error.classes}
        << "\"" << error.attributes << ">";
    if (!error.visually_hidden_text.empty()) {
        out << "<span class=\"govuk-visually-hidden\">" << text(error.visually_hidden_text) << ":</span> ";
    }
    return out << error.content << "</p>\n";
}

}  // namespace safelead::web
