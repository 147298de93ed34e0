#pragma once

// Lists that were read from a file, written as tables of our own: with what was taken of them and nothing
// else, so that somebody can see what would be brought in before it is. The readers of import_files.h read
// them as they were.

#include "directory/staff_import.h"
#include "record/children_import.h"

#include <string>
#include <vector>

namespace safelead::exchange {

[[nodiscard]] std::string table_of(const std::vector<record::ImportedChild>& children);
[[nodiscard]] std::string table_of(const std::vector<directory::ImportedPerson>& people);

}  // namespace safelead::exchange
