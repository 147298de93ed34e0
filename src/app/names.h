#pragma once

#include "record/child.h"

#include <map>
#include <memory>
#include <string>

namespace safelead::app {

/// The names that a page needs beside what it shows.
struct Names {
    std::map<PersonId, std::string> staff;
    std::map<record::ChildId, std::shared_ptr<const record::Child>> children;

    /// "somebody who is not in the directory" where there is no name.
    [[nodiscard]] std::string of(const PersonId& person) const;

    /// The child's name, or "a child whose record was erased".
    [[nodiscard]] std::string of(const record::ChildId& child) const;
};

}  // namespace safelead::app
