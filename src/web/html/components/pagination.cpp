#include "web/html/components/pagination.h"

namespace safelead::web {

namespace {

constexpr Markup arrow_previous =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--prev\" xmlns=\"http://www.w3.org/2000/svg\" "
    "height=\"13\" width=\"15\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path "
    "d=\"m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 "
    "1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z\"></path></svg>\n";

constexpr Markup arrow_next =
    "<svg class=\"govuk-pagination__icon govuk-pagination__icon--next\" xmlns=\"http://www.w3.org/2000/svg\" "
    "height=\"13\" width=\"15\" aria-hidden=\"true\" focusable=\"false\" viewBox=\"0 0 15 13\"><path "
    "d=\"m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 "
    "6.7441-6.4062-6.7246-6.7266z\"></path></svg>\n";

enum class Way { previous, next };
enum class Shape { in_a_row, block };

void append_link_title(Html& out, const PaginationLink& link, Way way, Shape shape)
{
    out << "<span class=\"govuk-pagination__link-title";
    if (shape == Shape::block && link.label.empty()) out << " govuk-pagination__link-title--decorated";
    out << "\">\n";
    if (!link.content.is_empty()) {
        out << link.content;
    } else if (way == Way::next) {
        out << "Next<span class=\"govuk-visually-hidden\"> page</span>";
    } else {
        out << "Previous<span class=\"govuk-visually-hidden\"> page</span>";
    }
    out << "\n</span>\n";
    if (shape == Shape::block && !link.label.empty()) {
        out << "<span class=\"govuk-visually-hidden\">:</span>\n<span class=\"govuk-pagination__link-label\">"
            << text(link.label) << "</span>\n";
    }
}

void append_arrow_link(Html& out, const PaginationLink& link, Way way, Shape shape)
{
    const bool is_next = way == Way::next;
    const bool is_block = shape == Shape::block;
    const Markup rel = is_next ? Markup{"next"} : Markup{"prev"};
    out << "<div class=\"govuk-pagination__" << rel
        << "\"><a class=\"govuk-link govuk-pagination__link\" href=\"" << text(link.href) << "\" rel=\""
        << rel << "\"" << link.attributes << ">\n";
    if (is_block || !is_next) out << (is_next ? arrow_next : arrow_previous);
    append_link_title(out, link, way, shape);
    if (!is_block && is_next) out << arrow_next;
    out << "</a></div>\n";
}

void append_item(Html& out, const PaginationItem& item)
{
    out << "<li class=\"govuk-pagination__item";
    if (item.is_current) out << " govuk-pagination__item--current";
    if (item.is_ellipsis) {
        out << " govuk-pagination__item--ellipsis\">&ctdot;</li>\n";
        return;
    }
    out << "\"><a class=\"govuk-link govuk-pagination__link\" href=\"" << text(item.href)
        << "\" aria-label=\"";
    if (item.visually_hidden_text.empty()) {
        out << "Page " << text(item.number);
    } else {
        out << text(item.visually_hidden_text);
    }
    out << "\"";
    if (item.is_current) out << " aria-current=\"page\"";
    out << item.attributes << ">\n" << text(item.number) << "\n</a></li>\n";
}

}  // namespace

Html& operator<<(Html& out, const Pagination& pagination)
{
    const Shape shape =
        pagination.items.empty() && (pagination.next || pagination.previous) ? Shape::block : Shape::in_a_row;
    out << "<nav class=\"govuk-pagination";
    if (shape == Shape::block) out << " govuk-pagination--block";
    out << MoreClasses{pagination.classes} << "\" aria-label=\"" << text(pagination.landmark_label) << "\""
        << pagination.attributes << ">\n";
    if (pagination.previous && !pagination.previous->href.empty()) {
        append_arrow_link(out, *pagination.previous, Way::previous, shape);
    }
    if (!pagination.items.empty()) {
        out << "<ul class=\"govuk-pagination__list\">\n";
        for (const PaginationItem& item : pagination.items) append_item(out, item);
        out << "</ul>\n";
    }
    if (pagination.next && !pagination.next->href.empty()) {
        append_arrow_link(out, *pagination.next, Way::next, shape);
    }
    return out << "</nav>\n";
}

}  // namespace safelead::web
