#pragma once

#include "record/child.h"

#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::app {

/// Finds children by how their names begin. ASCII letters are the same large and small; every other letter
/// only as it is written.
class NameIndex {
public:
    /// Puts a child in, or in another place when the name was corrected.
    void put(const record::ChildId& child, const record::Identity& before, const record::Identity& now);

    /// Whose names have, for every word in `typed`, a word that begins so. In no order.
    [[nodiscard]] std::vector<record::ChildId> find(std::string_view typed) const;

private:
    std::set<std::pair<std::string, record::ChildId>> words_;
};

/// The words of a text, small letters, without what separates them.
[[nodiscard]] std::vector<std::string> words_of_name(std::string_view text);

/// Every word of a child's names.
[[nodiscard]] std::vector<std::string> words_of_name(const record::Identity& identity);

}  // namespace safelead::app
