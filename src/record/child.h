#pragma once

#include "base/result.h"
#include "record/child_events.h"
#include "record/happened.h"

#include <string>
#include <variant>
#include <vector>

namespace safelead::record {

/// A child, as the events of their stream have made them.
struct Child {
    ChildId id{""};
    Identity identity;
    ChildKnownBy known_by = ChildKnownBy::reported;
    std::vector<Happened<ChildEvent>> history;
};

struct AddChild {
    ChildId child;
    PersonId by;
    ChildKnownBy known_by;
    Identity identity;
};
struct CorrectChild {
    PersonId by;
    Identity identity;
    std::string why;
};
using ChildCommand = std::variant<AddChild, CorrectChild>;

enum class ChildRefusal { no_name, already_there, not_there, no_reason, born_in_future, text_too_long };

[[nodiscard]] Result<std::vector<ChildEvent>, ChildRefusal> decide(const Child& child,
                                                                   const ChildCommand& command, Date today);

/// The child after one more event. It cannot fail: what has happened has happened.
[[nodiscard]] Child evolve(Child child, const Happened<ChildEvent>& happened);

/// "Sam Reed", or "Sam (known as Jo) Reed": how staff of the child's own school see them.
[[nodiscard]] std::string name_of(const Identity& identity);

}  // namespace safelead::record
