#include "web/html/components/table.h"

namespace safelead::web {

namespace {

Html& append_spans(Html& out, const TableCell& cell)
{
    if (cell.colspan) out << " colspan=\"" << *cell.colspan << "\"";
    if (cell.rowspan) out << " rowspan=\"" << *cell.rowspan << "\"";
    return out;
}

void append_row_header(Html& out, const TableCell& cell)
{
    out << "<th scope=\"row\" class=\"govuk-table__header" << MoreClasses{cell.classes} << "\"";
    append_spans(out, cell) << cell.attributes << ">" << cell.content << "</th>";
}

void append_cell(Html& out, const TableCell& cell)
{
    out << "<td class=\"govuk-table__cell";
    if (!cell.format.empty()) out << " govuk-table__cell--" << text(cell.format);
    out << MoreClasses{cell.classes} << "\"";
    append_spans(out, cell) << cell.attributes << ">" << cell.content << "</td>";
}

void append_head(Html& out, const std::vector<TableCell>& head)
{
    if (head.empty()) return;
    out << "<thead class=\"govuk-table__head\">\n<tr class=\"govuk-table__row\">";
    for (const TableCell& cell : head) {
        out << "<th scope=\"col\" class=\"govuk-table__header";
        if (!cell.format.empty()) out << " govuk-table__header--" << text(cell.format);
        out << MoreClasses{cell.classes} << "\"";
        append_spans(out, cell) << cell.attributes << ">" << cell.content << "</th>";
    }
    out << "</tr>\n</thead>\n";
}

}  // namespace

Html& operator<<(Html& out, const Table& table)
{
    out << "<table class=\"govuk-table" << MoreClasses{table.classes} << "\"" << table.attributes << ">\n";
    if (!table.caption.empty()) {
        out << "<caption class=\"govuk-table__caption" << MoreClasses{table.caption_classes} << "\">"
            << text(table.caption) << "</caption>\n";
    }
    append_head(out, table.head);
    out << "<tbody class=\"govuk-table__body\">\n";
    for (const std::vector<TableCell>& row : table.rows) {
        out << "<tr class=\"govuk-table__row\">";
        for (std::size_t at = 0; at < row.size(); ++at) {
            if (at == 0 && table.first_cell_is_header) {
                append_row_header(out, row[at]);
            } else {
                append_cell(out, row[at]);
            }
        }
        out << "</tr>\n";
    }
    return out << "</tbody>\n</table>\n";
}

}  // namespace safelead::web
