#include "web/html/components/language_navigation.h"

namespace safelead::web {

namespace {

void append_text(Html& out, const LanguageLink& link)
{
    out << "<span class=\"govuk-language-navigation__text" << MoreClasses{link.classes}
        << "\" aria-current=\"true\"" << IfAny{"lang", link.lang} << IfAny{"dir", link.dir} << link.attributes
        << ">" << link.content << "</span>";
}

void append_link(Html& out, const LanguageLink& link)
{
    out << "<a class=\"govuk-language-navigation__link" << MoreClasses{link.classes} << "\" href=\""
        << text(link.href) << "\" rel=\"alternate\"" << IfAny{"lang", link.lang}
        << IfAny{"hreflang", link.href_lang.empty() ? link.lang : link.href_lang} << IfAny{"dir", link.dir}
        << link.attributes << ">" << link.content;
    if (!link.description.empty()) {
        out << "<span class=\"govuk-visually-hidden\"> " << text(link.description) << "</span>";
    }
    out << "\n</a>";
}

}  // namespace

Html& operator<<(Html& out, const LanguageNavigation& navigation)
{
    out << "<nav class=\"govuk-language-navigation" << MoreClasses{navigation.classes} << "\""
        << navigation.attributes << " aria-label=\"" << text(navigation.label)
        << "\">\n<ul class=\"govuk-language-navigation__list\">\n";
    for (const LanguageLink& link : navigation.items) {
        out << "<li class=\"govuk-language-navigation__list-item\">";
        if (link.is_current || link.href.empty()) {
            append_text(out, link);
        } else {
            append_link(out, link);
        }
        out << "</li>\n";
    }
    return out << "</ul>\n</nav>\n";
}

}  // namespace safelead::web
