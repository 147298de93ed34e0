#pragma once

#include "app/names.h"
#include "app/workspace.h"

#include <set>

namespace safelead::app {

class Parts;

/// Collects the names that a page needs: everybody of the organisation, and whoever is added.
class Naming {
public:
    Naming(Parts& parts, Workspace& workspace);

    void add(const PersonId& person);
    void add(const record::ChildId& child);
    void add(const record::Concern& concern);
    void add(const record::Case& of);

    [[nodiscard]] Names names() &&;

private:
    Workspace& workspace_;
    std::shared_ptr<const directory::Partnership> partnership_;
    Names names_;
    std::set<record::ChildId> children_;
};

}  // namespace safelead::app
