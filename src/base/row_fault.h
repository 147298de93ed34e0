#pragma once

// What is wrong in one row of a table that somebody brings, and how to put it right. Never what stands there:
// it may be about a child, and what is said goes to terminals and logs.

#include <cstddef>
#include <string>

namespace safelead {

struct RowFault {
    std::size_t row = 0;  ///< As a spreadsheet counts: 1 is the row of titles. 0: the file as a whole.
    std::string column;   ///< Empty: the whole row.
    std::string fix;      ///< One sentence: what is wrong and what to do.

    bool operator==(const RowFault&) const = default;
};

}  // namespace safelead
