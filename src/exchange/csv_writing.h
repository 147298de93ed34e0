#pragma once

// CSV (RFC 4180) for people's spreadsheets: UTF-8 with a mark at the beginning, lines ended by CR LF, every
// cell in quotes. What a spreadsheet would take for a formula gets an apostrophe before it, so that no typed
// word ever computes.

#include <string>
#include <string_view>
#include <vector>

namespace safelead::exchange {

/// The mark, and a line with the names of the columns.
[[nodiscard]] std::string csv_begin(const std::vector<std::string>& columns);

void add_csv_line(std::string& csv, const std::vector<std::string>& cells);

}  // namespace safelead::exchange
