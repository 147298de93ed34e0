#pragma once

// A lead's supervision: who, when, what was agreed, and when again. It stands in no case: what a lead carries
// is about them.

#include "record/kept_fields.h"

#include <optional>
#include <string>
#include <variant>

namespace safelead::record {

struct SupervisionHeld {
    PersonId by;          ///< Who wrote it down: the lead, or who supervised.
    PersonId lead;        ///< Whose supervision it was.
    PersonId supervisor;  ///< Somebody on the staff.
    EventTime when;
    std::string agreed;
    std::optional<Date> next;
    bool operator==(const SupervisionHeld&) const = default;
};

template <>
struct FieldsOf<SupervisionHeld> {
    using E = SupervisionHeld;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"lead", &E::lead}, Field{"supervisor", &E::supervisor},
               Field{"when", &E::when}, Field{"agreed", &E::agreed}, Field{"next", &E::next});
    static constexpr std::string_view type = "supervision-held";
    static constexpr int version = 1;
};

using SupervisionEvent = std::variant<SupervisionHeld>;

}  // namespace safelead::record
