#pragma once

// Parents and carers: told, or not told for a reason that somebody agreed with and that is looked at again.

#include "record/kept_fields.h"

#include <string>

namespace safelead::record {

struct FamilyTold {
    PersonId by;
    CaseRef about;
    std::string whom;
    std::string teller;
    EventTime when;
    std::string how;
    std::string said;
    std::string their_view;
    bool operator==(const FamilyTold&) const = default;
};

enum class WhyNotTold {
    risk_at_home,
    carer_may_be_involved,
    honour_or_forced_marriage,
    police_ask_to_wait,
    young_person_objects,
    private_life,  ///< Telling would disclose something else about the child.
};

struct FamilyNotTold {
    PersonId by;
    CaseRef about;
    std::string whom;
    WhyNotTold why;
    std::string words;
    std::string agreed_by;
    EventTime when;  ///< When it was agreed.
    int again_in_hours;
    bool operator==(const FamilyNotTold&) const = default;
};

template <>
struct FieldsOf<FamilyTold> {
    using E = FamilyTold;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"about", &E::about}, Field{"whom", &E::whom},
               Field{"teller", &E::teller}, Field{"when", &E::when}, Field{"how", &E::how},
               Field{"said", &E::said}, Field{"their_view", &E::their_view});
    static constexpr std::string_view type = "family-told";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<FamilyNotTold> {
    using E = FamilyNotTold;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"about", &E::about}, Field{"whom", &E::whom}, Field{"why", &E::why},
               Field{"words", &E::words}, Field{"agreed_by", &E::agreed_by}, Field{"when", &E::when},
               Field{"again_in_hours", &E::again_in_hours});
    static constexpr std::string_view type = "family-not-told";
    static constexpr int version = 1;
};

}  // namespace safelead::record
