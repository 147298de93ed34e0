#pragma once

// Lists that were read from a file, written as tables of our own: with what was taken of them and nothing
// else, so that somebody can see what would be brought in before it is. The readers of import_files.h read
// them as they were, and know from them where each row stood in the file that it was read from.

#include "directory/staff_import.h"
#include "record/children_import.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace safelead::exchange {

[[nodiscard]] std::string table_of(const std::vector<record::ImportedChild>& children);
[[nodiscard]] std::string table_of(const std::vector<directory::ImportedPerson>& people);

/// Where a row stood in the file that somebody has.
struct RowPlace {
    std::size_t number = 0;
    FaultAt at = FaultAt::row;
};

/// Looks for the column in which a table of ours says so.
class OwnPlaces {
public:
    explicit OwnPlaces(const std::vector<std::string>& titles);

    /// `counted`, the row's number in this very table, if the table is none of ours.
    [[nodiscard]] RowPlace of(const std::vector<std::string>& row, std::size_t counted) const;

private:
    std::optional<std::size_t> column_;
    FaultAt at_ = FaultAt::row;
};

}  // namespace safelead::exchange
