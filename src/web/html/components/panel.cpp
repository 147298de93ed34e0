#include "web/html/components/panel.h"

#include "web/html/components/button.h"

namespace safelead::web {

namespace {

void append_action(Html& out, const PanelAction& action)
{
    if (action.href.empty() || action.type == "button") {
        out << Button{
            .content = text(action.content),
            .href = action.href,
            .type = action.type.empty() ? "button" : action.type,
            .classes = "govuk-button--inverse" + (action.classes.empty() ? "" : " " + action.classes),
            .attributes = action.attributes};
        return;
    }
    out << "<a class=\"govuk-link govuk-link--inverse" << MoreClasses{action.classes} << "\" href=\""
        << text(action.href) << "\"" << action.attributes << ">" << text(action.content) << "</a>\n";
}

void append_actions(Html& out, const Panel& panel)
{
    out << "<div class=\"govuk-panel__actions" << MoreClasses{panel.actions_classes} << "\""
        << panel.actions_attributes << ">";
    if (!panel.actions->empty()) {
        out << "<div class=\"govuk-button-group\">\n";
        for (const PanelAction& action : *panel.actions) append_action(out, action);
        out << "</div>";
    }
    out << "</div>\n";
}

}  // namespace

Html& operator<<(Html& out, const Panel& panel)
{
    const bool is_interruption = panel.classes.find("govuk-panel--interruption") != std::string::npos;
    out << "<div class=\"govuk-panel";
    if (!is_interruption) out << " govuk-panel--confirmation";
    out << MoreClasses{panel.classes} << "\"" << panel.attributes << ">\n<h" << panel.heading_level
        << " class=\"govuk-panel__title\">" << panel.title << "</h" << panel.heading_level << ">\n";
    if (!panel.content.is_empty()) out << "<div class=\"govuk-panel__body\">" << panel.content << "</div>\n";
    if (is_interruption && panel.actions) append_actions(out, panel);
    return out << "</div>\n";
}

}  // namespace safelead::web
