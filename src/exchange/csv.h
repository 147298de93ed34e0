#pragma once

// Tables as spreadsheets and schools' systems write them (RFC 4180, and what is found in the wild): commas,
// semicolons or tabs, quotation marks, any line end.

#include "base/result.h"
#include "base/row_fault.h"
#include "base/time.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::exchange {

inline constexpr std::size_t most_csv_rows = 200'000;
inline constexpr std::size_t most_csv_columns = 500;
inline constexpr std::size_t longest_csv_field = 32'000;

/// Reads one row after another. Lines with nothing on them are not given, but counted: a spreadsheet shows
/// them.
class CsvReader {
public:
    /// `text` is UTF-8 and outlives the reader.
    explicit CsvReader(std::string_view text, char delimiter = ',') : rest_{text}, delimiter_{delimiter} {}

    /// The next row; nothing after the last. Every field is trimmed.
    [[nodiscard]] Result<std::optional<std::vector<std::string>>, RowFault> next();

    /// Of the row that was read last, as a spreadsheet counts: 1 is the first, and a row whose fields go over
    /// several lines is one.
    [[nodiscard]] std::size_t row() const { return row_; }

private:
    [[nodiscard]] Result<std::string, RowFault> field();
    [[nodiscard]] Result<std::string, RowFault> quoted_field();
    [[nodiscard]] bool skip_line_end();
    [[nodiscard]] RowFault fault(std::string_view fix) const;

    std::string_view rest_;
    char delimiter_;
    std::size_t row_ = 0;
};

/// "2010-09-01", "01/09/2010", "1/9/2010", "01-09-2010" (the day first, as in England), "01-Sep-2010",
/// "1 September 2010" (the month in English, short or whole), with a time of midnight after it or not.
[[nodiscard]] std::optional<Date> date_in_table(std::string_view text);

}  // namespace safelead::exchange
