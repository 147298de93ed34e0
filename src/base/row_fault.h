#pragma once

// What is wrong in one row of a table that somebody brings, and how to put it right. Never what stands there:
// it may be about a child, and what is said goes to terminals and logs.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace safelead {

/// What the number of a fault counts.
enum class FaultAt : std::uint8_t {
    row,       ///< Rows as a spreadsheet shows them: 1 is the first, whether anything stands in it or not.
    headings,  ///< Likewise; the row is the one with the titles of the columns.
    pupil,     ///< The pupils of a Common Transfer File: 1 is the first.
};

struct RowFault {
    std::size_t row = 0;  ///< 0: the file as a whole.
    std::string column;   ///< Empty: the whole row.
    std::string fix;      ///< One sentence: what is wrong and what to do.
    FaultAt at = FaultAt::row;
    std::string_view left_out_by{};  ///< The import's field, where its column may be one to leave out.

    bool operator==(const RowFault&) const = default;
};

}  // namespace safelead
