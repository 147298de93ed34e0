#pragma once

// What happens to the record of one child. A child's name and identity are kept in the child's own stream and
// nowhere else, so that they can be erased. The formats are in docs/formats/events.md.

#include "record/child_kept_events.h"
#include "record/words.h"

#include <variant>

namespace safelead::record {

/// Where the school's knowledge of a child comes from.
enum class ChildKnownBy { school_list, reported, case_work };

/// Everything that says who a child is. What is not known is empty.
struct Identity {
    std::string given_name;
    std::string family_name;
    std::string known_as;
    std::optional<Date> born;
    std::string upn;
    std::string year_group;
    std::string school;  ///< In words, when it is another school.
    bool operator==(const Identity&) const = default;
};

struct ChildAdded {
    ChildId child;
    PersonId by;
    ChildKnownBy known_by;
    Identity identity;
    bool operator==(const ChildAdded&) const = default;
};

/// The identity is now this; what it was stays in the record.
struct ChildCorrected {
    PersonId by;
    Identity identity;
    std::string why;
    bool operator==(const ChildCorrected&) const = default;
};

/// What somebody may ask to be kept of a child.
using ChildKeepable = std::variant<ChildrenLinked, ChildrenUnlinked, RecordsJoined, RecordsParted,
                                   MainFileNoted, HomeAuthorityNoted, CharacteristicsRecorded, RecordGiven>;

using ChildEvent =
    std::variant<ChildAdded, ChildCorrected, ChildrenLinked, ChildrenUnlinked, RecordsJoined, RecordsParted,
                 MainFileNoted, HomeAuthorityNoted, CharacteristicsRecorded, RecordGiven>;

}  // namespace safelead::record
