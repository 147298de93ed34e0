#include "web/html/components/tabs.h"

namespace safelead::web {

namespace {

std::string id_of(const Tabs& tabs, std::size_t at)
{
    const Tab& tab = *tabs.items[at];
    return tab.id.empty() ? tabs.id_prefix + "-" + std::to_string(at + 1) : tab.id;
}

void append_link(Html& out, const Tabs& tabs, std::size_t at)
{
    const Tab& tab = *tabs.items[at];
    out << "<li class=\"govuk-tabs__list-item";
    if (at == 0) out << " govuk-tabs__list-item--selected";
    out << "\"><a class=\"govuk-tabs__tab\" href=\"#" << text(id_of(tabs, at)) << "\"" << tab.attributes
        << ">\n"
        << text(tab.label) << "\n</a></li>\n";
}

void append_panel(Html& out, const Tabs& tabs, std::size_t at)
{
    const Tab& tab = *tabs.items[at];
    out << "<div class=\"govuk-tabs__panel";
    if (at > 0) out << " govuk-tabs__panel--hidden";
    out << "\" id=\"" << text(id_of(tabs, at)) << "\"" << tab.panel_attributes << ">" << tab.content
        << "</div>\n";
}

}  // namespace

Html& operator<<(Html& out, const Tabs& tabs)
{
    out << "<div" << IfAny{"id", tabs.id} << " class=\"govuk-tabs" << MoreClasses{tabs.classes} << "\""
        << tabs.attributes << " data-module=\"govuk-tabs\">\n<h2 class=\"govuk-tabs__title\">"
        << text(tabs.title) << "</h2>\n";
    if (!tabs.items.empty()) {
        out << "<ul class=\"govuk-tabs__list\">\n";
        for (std::size_t at = 0; at < tabs.items.size(); ++at) {
            if (tabs.items[at]) append_link(out, tabs, at);
        }
        out << "</ul>\n";
        for (std::size_t at = 0; at < tabs.items.size(); ++at) {
            if (tabs.items[at]) append_panel(out, tabs, at);
        }
    }
    return out << "</div>\n";
}

}  // namespace safelead::web
