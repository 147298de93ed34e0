#include "web/html/components/error_summary.h"

namespace safelead::web {

namespace {

void append_error(Html& out, const ErrorSummaryItem& error)
{
    out << "<li>";
    if (error.href.empty()) {
        out << error.content;
    } else {
        out << "<a href=\"" << text(error.href) << "\"" << error.attributes << ">" << error.content << "</a>";
    }
    out << "</li>\n";
}

}  // namespace

Html& operator<<(Html& out, const ErrorSummary& summary)
{
    out << "<div class=\"govuk-error-summary" << MoreClasses{summary.classes} << "\"";
    if (summary.disables_auto_focus) {
        out << " data-disable-auto-focus=\""
            << (*summary.disables_auto_focus ? Markup{"true"} : Markup{"false"}) << "\"";
    }
    out << summary.attributes
        << " data-module=\"govuk-error-summary\">\n<div role=\"alert\">\n<h2 "
           "class=\"govuk-error-summary__title\">"
        << summary.title << "</h2>\n<div class=\"govuk-error-summary__body\">\n";
    if (!summary.description.is_empty()) out << "<p>" << summary.description << "</p>\n";
    if (!summary.errors.empty()) {
        out << "<ul class=\"govuk-list govuk-error-summary__list\">\n";
        for (const ErrorSummaryItem& error : summary.errors) append_error(out, error);
        out << "</ul>\n";
    }
    return out << "</div>\n</div>\n</div>\n";
}

}  // namespace safelead::web
