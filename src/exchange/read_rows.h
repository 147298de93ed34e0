#pragma once

#include "exchange/import_files.h"
#include "exchange/list_table.h"
#include "exchange/table_text.h"

#include <algorithm>

namespace safelead::exchange {

inline constexpr std::size_t most_row_faults = 200;
inline constexpr std::size_t rows_between_tellings = 5'000;

/// What to do about a column that is missing where somebody can say which one it is.
inline constexpr std::string_view say_which =
    "The file has no column that is usually called so: say what it calls this one.";

/// Reads a table row by row: finds its headings, and calls `take(row, columns, place, faults)` for each row
/// after them. `place` is where it stood in the file that somebody has.
template <class Take>
Result<Done, std::vector<RowFault>> read_rows(std::string_view bytes, const WantedTable& wanted,
                                              const ColumnMap& map, const RowsRead& tell, Take take)
{
    const auto text = text_of_table(bytes);
    auto headings = SL_TRY(find_headings(text, wanted, map));
    auto& rows = headings.rows;
    const OwnPlaces own{headings.titles};
    std::vector<RowFault> faults;
    for (;;) {
        auto row = rows.next();
        if (!row) {
            faults.push_back(row.error());
            break;
        }
        if (!*row || faults.size() >= most_row_faults) break;
        // Spreadsheets write commas for rows in which nothing stands.
        const bool is_empty = std::ranges::all_of(**row, [](const auto& field) { return field.empty(); });
        if (!is_empty) take(**row, headings.columns, own.of(**row, rows.row()), faults);
        if (tell && rows.row() % rows_between_tellings == 0) tell(rows.row());
    }
    if (!faults.empty()) return fail(std::move(faults));
    return Done{};
}

}  // namespace safelead::exchange
