#pragma once

// Where a table begins, how it is divided, and which of its columns is which: told by its headings, since
// programs write tables with commas, semicolons or tabs, and people put a title above them.

#include "exchange/csv.h"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::exchange {

/// A field that an import wants, the titles that systems commonly give its column, and whether it has to be
/// there.
struct WantedColumn {
    std::string_view field;
    std::vector<std::string_view> titles;
    bool is_needed = false;
    std::string_view instead = {};  ///< Of another field, which will do where none that names it is there.
};

/// "name" → "Column", as somebody typed it; "" leaves the column out, whatever the file calls it.
using ColumnMap = std::map<std::string, std::string, std::less<>>;

/// Where each wanted field stands in the rows.
class Columns {
public:
    /// Titles are compared without regard to ASCII case. What `map` says comes before what is common.
    Columns(const std::vector<std::string>& titles, std::span<const WantedColumn> wanted,
            const ColumnMap& map);

    /// How many of the wanted fields have a column.
    [[nodiscard]] std::size_t found() const { return places_.size(); }
    [[nodiscard]] bool has(std::string_view field) const { return places_.contains(field); }

    /// Empty where the row is short or there is no such column.
    [[nodiscard]] std::string_view of(const std::vector<std::string>& row, std::string_view field) const;

    /// The title its column has in this file, for a fault.
    [[nodiscard]] std::string title(std::string_view field) const;

private:
    std::map<std::string, std::pair<std::size_t, std::string>, std::less<>> places_;
};

struct WantedTable {
    std::span<const WantedColumn> columns;
    std::string_view if_missing;  ///< What to do where the file has not all that are needed.
};

/// `rows` gives what comes after the row of headings.
struct Headings {
    CsvReader rows;
    std::vector<std::string> titles;
    Columns columns;
};

/// Looks for the headings in the first few rows, divided by commas, semicolons or tabs; a first line `sep=;`
/// says by what, and is no row, as in a spreadsheet. `text` outlives what is found.
[[nodiscard]] Result<Headings, std::vector<RowFault>> find_headings(std::string_view text,
                                                                    const WantedTable& wanted,
                                                                    const ColumnMap& map);

}  // namespace safelead::exchange
