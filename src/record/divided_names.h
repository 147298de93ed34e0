#pragma once

#include "record/children_import.h"

#include <vector>

namespace safelead::record {

/// The whole name as it is compared: folded, one blank between words.
[[nodiscard]] std::string whole_name_key(const Identity& identity);

/// `rows`, in which a name that was divided by guess is divided as on the list, where somebody of that whole
/// name is there who may be the same: with that UPN, or born on that day.
[[nodiscard]] std::vector<ImportedChild> divided_as_listed(const std::vector<ListedChild>& list,
                                                           std::vector<ImportedChild> rows);

}  // namespace safelead::record
