#pragma once

// What comes back: what an agency answered, and something new about an incident, in an open case or a closed
// one.

#include "record/kept_fields.h"

#include <string>

namespace safelead::record {

enum class AgencyAnswer {
    took_it_on,
    advised,
    no_further_action,
    chased,  ///< No answer yet; somebody asked for it.
};

struct AgencyAnswered {
    PersonId by;
    std::string agency;
    std::string person;
    EventTime when;
    AgencyAnswer answer;
    std::string said;
    bool operator==(const AgencyAnswered&) const = default;
};

enum class NewThing {
    image_again,
    new_child,
    new_setting,
    new_adult,
    family_information,
    agency_information,
    worse_distress,
    not_deleted,
    something_else,
};

struct SomethingNew {
    PersonId by;
    NewThing kind;
    std::optional<CaseRef> about;
    EventTime when;
    std::string words;
    std::string told_by;
    bool operator==(const SomethingNew&) const = default;
};

template <>
struct FieldsOf<AgencyAnswered> {
    using E = AgencyAnswered;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"agency", &E::agency}, Field{"person", &E::person},
               Field{"when", &E::when}, Field{"answer", &E::answer}, Field{"said", &E::said});
    static constexpr std::string_view type = "agency-answered";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<SomethingNew> {
    using E = SomethingNew;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"kind", &E::kind}, Field{"about", &E::about},
               Field{"when", &E::when}, Field{"words", &E::words}, Field{"told_by", &E::told_by});
    static constexpr std::string_view type = "something-new";
    static constexpr int version = 1;
};

}  // namespace safelead::record
