#pragma once

// What the police did with what they were told, as somebody in the school heard it: also where nobody
// referred to them through the program (docs/adr/0211). What is of one child is about that child, and sealed
// with them.

#include "record/kept_fields.h"

#include <optional>
#include <string>

namespace safelead::record {

/// As what the police record somebody. "Person involved" is not "suspect", and what nobody said is neither.
enum class RecordedAs { not_said, person_involved, suspect, witness };

struct PoliceSaid {
    PersonId by;
    std::optional<CaseRef> about;  ///< Nobody: of the case as a whole.
    EventTime when;
    std::string officer;  ///< Who said so.
    Answer crime_recorded;
    std::string why_not;
    std::string reference;
    RecordedAs recorded_as;
    std::string outcome;  ///< The code, as guidance/local/england/police-outcomes.json has it: "21".
    std::optional<Date> outcome_on;
    std::string told_child;
    std::string told_parents;
    std::string said;
    bool operator==(const PoliceSaid&) const = default;
};

template <>
struct FieldsOf<PoliceSaid> {
    using E = PoliceSaid;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"about", &E::about}, Field{"when", &E::when},
               Field{"officer", &E::officer}, Field{"crime_recorded", &E::crime_recorded},
               Field{"why_not", &E::why_not}, Field{"reference", &E::reference},
               Field{"recorded_as", &E::recorded_as}, Field{"outcome", &E::outcome},
               Field{"outcome_on", &E::outcome_on}, Field{"told_child", &E::told_child},
               Field{"told_parents", &E::told_parents}, Field{"said", &E::said});
    static constexpr std::string_view type = "police-said";
    static constexpr int version = 1;
};

}  // namespace safelead::record
