#pragma once

// Tables as spreadsheets and schools' systems write them (RFC 4180, and what is found in the wild): commas,
// quotation marks, any line end, with or without a byte order mark, in UTF-8 or Windows-1252.

#include "base/result.h"
#include "base/row_fault.h"
#include "base/time.h"

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::exchange {

inline constexpr std::size_t most_csv_rows = 200'000;
inline constexpr std::size_t most_csv_columns = 500;
inline constexpr std::size_t longest_csv_field = 32'000;

/// UTF-8 as it is, anything else as Windows-1252, whose five unused bytes become U+FFFD. Without a byte order
/// mark.
[[nodiscard]] std::string text_of_table(std::string_view bytes);

/// Reads one row after another. Lines with nothing on them are no rows.
class CsvReader {
public:
    /// `text` is UTF-8 and outlives the reader.
    explicit CsvReader(std::string_view text) : rest_{text} {}

    /// The next row; nothing after the last. Every field is trimmed.
    [[nodiscard]] Result<std::optional<std::vector<std::string>>, RowFault> next();

    /// Of the row that was read last: 1 is the first.
    [[nodiscard]] std::size_t row() const { return row_; }

private:
    [[nodiscard]] Result<std::string, RowFault> field();
    [[nodiscard]] Result<std::string, RowFault> quoted_field();
    [[nodiscard]] bool skip_line_end();
    [[nodiscard]] RowFault fault(std::string_view fix) const;

    std::string_view rest_;
    std::size_t row_ = 0;
};

/// A field that an import wants, the titles that systems commonly give its column, and whether it has to be
/// there.
struct WantedColumn {
    std::string_view field;
    std::vector<std::string_view> titles;
    bool is_needed = false;
};

/// "name" → "Column", as somebody typed it.
using ColumnMap = std::map<std::string, std::string, std::less<>>;

/// Where each wanted field stands in the rows.
class Columns {
public:
    /// Titles are compared without regard to ASCII case. What `map` says comes before what is common.
    [[nodiscard]] static Result<Columns, std::vector<RowFault>> find(const std::vector<std::string>& titles,
                                                                     std::span<const WantedColumn> wanted,
                                                                     const ColumnMap& map);

    /// Empty where the row is short or there is no such column.
    [[nodiscard]] std::string_view of(const std::vector<std::string>& row, std::string_view field) const;

    /// The title its column has in this file, for a fault.
    [[nodiscard]] std::string title(std::string_view field) const;

private:
    std::map<std::string, std::pair<std::size_t, std::string>, std::less<>> places_;
};

/// "2010-09-01", "01/09/2010", "1/9/2010", "01-09-2010" (the day first, as in England), with a time of
/// midnight after it or not.
[[nodiscard]] std::optional<Date> date_in_table(std::string_view text);

}  // namespace safelead::exchange
