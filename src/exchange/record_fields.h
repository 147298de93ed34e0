#pragma once

// The fields of what more than one stream's events hold. docs/formats/events.md.

#include "exchange/event_reading.h"
#include "record/police_notice.h"
#include "record/words.h"

namespace safelead::exchange {

template <>
struct EnumWords<record::Answer> {
    static constexpr std::array<std::string_view, 3> words{"unknown", "no", "yes"};
};

template <>
struct EnumWords<record::StaffExposure> {
    static constexpr std::array<std::string_view, 5> words{"unknown", "none", "accidental",
                                                           "authorised_viewing", "copied"};
};

template <>
struct EnumWords<record::StaffInvolved> {
    static constexpr std::array<std::string_view, 6> words{"unknown", "nobody", "someone",
                                                           "lead",    "head",   "lead_and_head"};
};

template <>
struct EnumWords<record::RoutedTo> {
    static constexpr std::array<std::string_view, 3> words{"lead", "head", "chair"};
};

template <>
struct EnumWords<record::AgencyKind> {
    static constexpr std::array<std::string_view, 7> words{
        "school", "social_care", "police", "local_authority", "other_agency", "lado", "not_known"};
};

template <>
struct EnumWords<record::PoliceNotice> {
    static constexpr std::array<std::string_view, 3> words{"not_needed", "shown_and_confirmed",
                                                           "told_before"};
};

template <>
struct Fields<record::EventTime> {
    using E = record::EventTime;
    static constexpr auto list =
        fields(Field{"words", &E::words}, Field{"day", &E::day}, Field{"instant", &E::instant});
};

template <>
struct Fields<record::RecordedCall> {
    using E = record::RecordedCall;
    static constexpr auto list = fields(Field{"name", &E::name}, Field{"position", &E::position},
                                        Field{"when", &E::when}, Field{"said", &E::said});
};

template <>
struct Fields<record::StillUnknown> {
    using E = record::StillUnknown;
    static constexpr auto list = fields(Field{"fact", &E::fact}, Field{"why_safe", &E::why_safe});
};

}  // namespace safelead::exchange
