#include "web/html/components/footer.h"

namespace safelead::web {

namespace {

void append_link(Html& out, const FooterLink& link, Markup item_class)
{
    out << "<li class=\"" << item_class << "\"><a class=\"govuk-footer__link\" href=\"" << text(link.href)
        << "\"" << link.attributes << ">\n"
        << link.content << "\n</a></li>\n";
}

void append_section(Html& out, const FooterSection& section)
{
    out << "<div class=\"govuk-footer__section govuk-grid-column-" << text(section.width)
        << "\">\n<h2 class=\"govuk-footer__heading govuk-heading-m\">" << section.title << "</h2>\n";
    if (!section.links.empty()) {
        out << "<ul class=\"govuk-footer__list";
        if (section.columns) out << " govuk-footer__list--columns-" << *section.columns;
        out << "\">\n";
        for (const FooterLink& link : section.links) {
            if (!link.href.empty() && !link.content.is_empty())
                append_link(out, link, "govuk-footer__list-item");
        }
        out << "</ul>\n";
    }
    out << "</div>\n";
}

void append_meta(Html& out, const FooterMeta& meta)
{
    out << "<h2 class=\"govuk-visually-hidden\">" << text(meta.visually_hidden_title) << "</h2>\n";
    if (!meta.links.empty()) {
        out << "<ul class=\"govuk-footer__inline-list\">\n";
        for (const FooterLink& link : meta.links) append_link(out, link, "govuk-footer__inline-list-item");
        out << "</ul>\n";
    }
    if (!meta.content.is_empty())
        out << "<div class=\"govuk-footer__meta-custom\">" << meta.content << "</div>\n";
}

}  // namespace

Html& operator<<(Html& out, const Footer& footer)
{
    out << "<div class=\"govuk-footer" << MoreClasses{footer.classes} << "\"" << footer.attributes
        << ">\n<div class=\"govuk-width-container" << MoreClasses{footer.container_classes} << "\">\n"
        << footer.logo;
    if (!footer.sections.empty()) {
        out << "<div class=\"govuk-footer__navigation\">\n";
        for (const FooterSection& section : footer.sections) append_section(out, section);
        out << "</div>\n<hr class=\"govuk-footer__section-break\">\n";
    }
    out << "<div class=\"govuk-footer__meta\">\n<div class=\"govuk-footer__meta-item "
           "govuk-footer__meta-item--grow\">\n";
    if (footer.meta) append_meta(out, *footer.meta);
    out << footer.licence << "</div>\n";
    if (!footer.copyright.is_empty()) {
        out << "<div class=\"govuk-footer__meta-item\">" << footer.copyright << "</div>\n";
    }
    return out << "</div>\n</div>\n</div>\n";
}

}  // namespace safelead::web
