#include "web/html/components/summary_list.h"

namespace safelead::web {

namespace {

void append_action(Html& out, const SummaryAction& action, const std::optional<SummaryCard>& card)
{
    const bool names_card = card && !card->title.is_empty();
    out << "<a class=\"govuk-link" << MoreClasses{action.classes} << "\" href=\"" << text(action.href) << "\""
        << action.attributes << ">" << action.content;
    if (!action.visually_hidden_text.empty() || names_card) {
        out << "<span class=\"govuk-visually-hidden\">";
        if (!action.visually_hidden_text.empty()) out << " " << text(action.visually_hidden_text);
        if (names_card) out << " (" << card->title << ")";
        out << "</span>";
    }
    out << "</a>";
}

void append_row_actions(Html& out, const SummaryList& list, const SummaryRow& row)
{
    if (row.actions.empty()) return;
    out << "<dd class=\"govuk-summary-list__actions" << MoreClasses{row.actions_classes} << "\">";
    if (row.actions.size() == 1) {
        append_action(out, row.actions.front(), list.card);
    } else {
        out << "<ul class=\"govuk-summary-list__actions-list\">\n";
        for (const SummaryAction& action : row.actions) {
            out << "<li class=\"govuk-summary-list__actions-list-item\">";
            append_action(out, action, list.card);
            out << "</li>\n";
        }
        out << "</ul>";
    }
    out << "</dd>\n";
}

void append_row(Html& out, const SummaryList& list, const SummaryRow& row, bool any_row_has_actions)
{
    out << "<div class=\"govuk-summary-list__row";
    if (any_row_has_actions && row.actions.empty() && !row.keeps_action_column) {
        out << " govuk-summary-list__row--no-actions";
    }
    out << MoreClasses{row.classes} << "\">\n<dt class=\"govuk-summary-list__key"
        << MoreClasses{row.key_classes} << "\">" << row.key << "</dt>\n<dd class=\"govuk-summary-list__value"
        << MoreClasses{row.value_classes} << "\">" << row.value << "</dd>\n";
    append_row_actions(out, list, row);
    out << "</div>\n";
}

void append_rows(Html& out, const SummaryList& list)
{
    bool any_row_has_actions = false;
    for (const SummaryRow& row : list.rows) any_row_has_actions = any_row_has_actions || !row.actions.empty();
    out << "<dl class=\"govuk-summary-list" << MoreClasses{list.classes} << "\"" << list.attributes << ">\n";
    for (const SummaryRow& row : list.rows) append_row(out, list, row, any_row_has_actions);
    out << "</dl>\n";
}

void append_card_actions(Html& out, const std::optional<SummaryCard>& card)
{
    if (card->actions.empty()) return;
    if (card->actions.size() == 1) {
        out << "<div class=\"govuk-summary-card__actions" << MoreClasses{card->actions_classes} << "\">";
        append_action(out, card->actions.front(), card);
        out << "</div>\n";
        return;
    }
    out << "<ul class=\"govuk-summary-card__actions" << MoreClasses{card->actions_classes} << "\">\n";
    for (const SummaryAction& action : card->actions) {
        out << "<li class=\"govuk-summary-card__action\">";
        append_action(out, action, card);
        out << "</li>\n";
    }
    out << "</ul>\n";
}

}  // namespace

Html& operator<<(Html& out, const SummaryList& list)
{
    if (!list.card) {
        append_rows(out, list);
        return out;
    }
    const SummaryCard& card = *list.card;
    out << "<div class=\"govuk-summary-card" << MoreClasses{card.classes} << "\"" << card.attributes
        << ">\n<div class=\"govuk-summary-card__title-wrapper\">\n";
    if (!card.title.is_empty()) {
        out << "<h" << card.heading_level << " class=\"govuk-summary-card__title"
            << MoreClasses{card.title_classes} << "\">" << card.title << "</h" << card.heading_level << ">\n";
    }
    append_card_actions(out, list.card);
    out << "</div>\n<div class=\"govuk-summary-card__content\">\n";
    append_rows(out, list);
    return out << "</div>\n</div>\n";
}

}  // namespace safelead::web
