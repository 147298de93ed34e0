#include "web/html/components/task_list.h"

namespace safelead::web {

namespace {

void append_title(Html& out, const TaskListItem& item, const std::string& hint_id,
                  const std::string& status_id)
{
    if (item.href.empty()) {
        out << "<div" << IfAny{"class", item.title_classes} << ">" << item.title << "</div>\n";
        return;
    }
    out << "<a class=\"govuk-link govuk-task-list__link" << MoreClasses{item.title_classes} << "\" href=\""
        << text(item.href) << "\" aria-describedby=\"";
    if (!item.hint.is_empty()) out << text(hint_id) << " ";
    out << text(status_id) << "\">\n" << item.title << "\n</a>\n";
}

void append_item(Html& out, const TaskListItem& item, const std::string& id)
{
    const std::string hint_id = id + "-hint";
    const std::string status_id = id + "-status";
    out << "<li class=\"govuk-task-list__item";
    if (!item.href.empty()) out << " govuk-task-list__item--with-link";
    out << MoreClasses{item.classes} << "\">\n<div class=\"govuk-task-list__name-and-hint\">";
    append_title(out, item, hint_id, status_id);
    if (!item.hint.is_empty()) {
        out << "<div id=\"" << text(hint_id) << "\" class=\"govuk-task-list__hint\">" << item.hint
            << "</div>\n";
    }
    out << "</div>\n<div class=\"govuk-task-list__status" << MoreClasses{item.status_classes} << "\" id=\""
        << text(status_id) << "\">";
    if (item.status_tag) {
        out << *item.status_tag;
    } else {
        out << item.status;
    }
    out << "</div>\n</li>\n";
}

}  // namespace

Html& operator<<(Html& out, const TaskList& list)
{
    out << "<ul class=\"govuk-task-list" << MoreClasses{list.classes} << "\"" << list.attributes << ">\n";
    std::size_t number = 0;
    for (const auto& item : list.items) {
        ++number;
        if (item) append_item(out, *item, list.id_prefix + "-" + std::to_string(number));
    }
    return out << "</ul>\n";
}

}  // namespace safelead::web
