#pragma once

#include "exchange/import_files.h"

#include <algorithm>

namespace safelead::exchange {

inline constexpr std::size_t most_row_faults = 200;
inline constexpr std::size_t rows_between_tellings = 5'000;

/// Reads a table row by row: finds the columns by the first row, and calls `take(row, columns, number,
/// faults)` for each other one.
template <class Take>
Result<Done, std::vector<RowFault>> read_rows(std::string_view bytes, std::span<const WantedColumn> wanted,
                                              const ColumnMap& map, const RowsRead& tell, Take take)
{
    const auto text = text_of_table(bytes);
    CsvReader reader{text};
    auto titles = reader.next();
    if (!titles) return fail(std::vector{titles.error()});
    if (!*titles) return fail(std::vector{RowFault{0, "", "The file is empty: export the table again."}});
    const auto columns = SL_TRY(Columns::find(**titles, wanted, map));
    std::vector<RowFault> faults;
    for (;;) {
        auto row = reader.next();
        if (!row) {
            faults.push_back(row.error());
            break;
        }
        if (!*row || faults.size() >= most_row_faults) break;
        // Spreadsheets write commas for rows in which nothing stands.
        const bool is_empty = std::ranges::all_of(**row, [](const auto& field) { return field.empty(); });
        if (!is_empty) take(**row, columns, reader.row(), faults);
        if (tell && reader.row() % rows_between_tellings == 0) tell(reader.row());
    }
    if (!faults.empty()) return fail(std::move(faults));
    return Done{};
}

}  // namespace safelead::exchange
