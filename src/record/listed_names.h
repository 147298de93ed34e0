#pragma once

// Names in a list of children, as they are compared. Systems write them in capitals, some lose accents, and
// where the whole name is one text, nobody says where it is divided.

#include "record/children_import.h"

#include <set>
#include <string>
#include <vector>

namespace safelead::record {

[[nodiscard]] std::string name_key(const Identity& identity);
[[nodiscard]] std::string family_key(const Identity& identity);

/// The whole name, however it is divided: one blank between words.
[[nodiscard]] std::string whole_name_key(const Identity& identity);

[[nodiscard]] bool same_name(const Identity& a, const Identity& b);

/// What a child is called before the family name: as it is written, and as they want it.
[[nodiscard]] std::set<std::string> called(const Identity& identity);
[[nodiscard]] bool is_called_alike(const Identity& a, const Identity& b);

/// Whether nothing that the row says of the name is otherwise on the list.
[[nodiscard]] bool has_all_of_name(const Identity& listed, const Identity& row);
[[nodiscard]] bool has_some_of_name(const Identity& listed, const Identity& row);

/// `rows`, in which a name that was divided by guess is divided as on the list, where somebody of that whole
/// name is there who may be the same: with that UPN, or born on that day.
[[nodiscard]] std::vector<ImportedChild> divided_as_listed(const std::vector<ListedChild>& list,
                                                           std::vector<ImportedChild> rows);

}  // namespace safelead::record
