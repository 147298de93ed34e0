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
    std::vector<ChildrenLinked> ties = {};   ///< That stand now.
    std::vector<RecordsJoined> joined = {};  ///< Records that are of the same child, now.
    std::optional<MainFileNoted> main_file = {};
    std::optional<HomeAuthorityNoted> home_authority = {};
    std::optional<CharacteristicsRecorded> characteristics = {};
    std::vector<RecordGiven> given = {};
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
/// Keeps something in the child's stream. The number in it is given by `decide`.
struct KeepOfChild {
    ChildKeepable record;
};
using ChildCommand = std::variant<AddChild, CorrectChild, KeepOfChild>;

enum class ChildRefusal {
    no_name,
    already_there,
    not_there,
    no_reason,
    born_in_future,
    text_too_long,
    same_record,     ///< With itself.
    already_so,      ///< They are linked, or joined, already.
    not_so,          ///< They are not linked, or joined, any more.
    nobody_to_give,  ///< It is not said to whom the record goes.
};

[[nodiscard]] Result<std::vector<ChildEvent>, ChildRefusal> decide(const Child& child,
                                                                   const ChildCommand& command, Date today);

/// The child after one more event. It cannot fail: what has happened has happened.
[[nodiscard]] Child evolve(Child child, const Happened<ChildEvent>& happened);

/// "Sam Reed", or "Sam (known as Jo) Reed": how staff of the child's own school see them.
[[nodiscard]] std::string name_of(const Identity& identity);

}  // namespace safelead::record
