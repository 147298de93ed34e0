#pragma once

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

/// A child on the school's own list, as much as is needed to tell them from another.
struct ChildFound {
    record::ChildId child;
    std::string name;
    std::string year_group;
    bool operator==(const ChildFound&) const = default;
};

inline constexpr std::size_t most_children_found = 20;

/// Children on the list one of whose names begins so, for every word typed; by name, at most
/// `most_children_found`. Nothing typed finds nobody.
[[nodiscard]] Outcome<std::vector<ChildFound>> find_children(Safelead& safelead, const Actor& actor,
                                                             std::string_view typed);

/// Those of these ids that are on the list: for a form that is shown again.
[[nodiscard]] Outcome<std::vector<ChildFound>> children_by_id(Safelead& safelead, const Actor& actor,
                                                              const std::vector<record::ChildId>& children);

/// Puts children on the list (the school's own): all in one append.
[[nodiscard]] Later<Outcome<std::vector<record::ChildId>>> add_children(
    Safelead& safelead, const Actor& actor, const CommandId& command,
    std::vector<record::Identity> identities);

}  // namespace safelead::app
