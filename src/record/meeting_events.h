#pragma once

// The initial review meeting: called, and held. What it decides is the case's decision, and who was referred
// is a referral: both have events of their own, and neither waits for a meeting.

#include "record/kept_fields.h"

#include <string>
#include <vector>

namespace safelead::record {

struct ReviewMeetingCalled {
    PersonId by;
    EventTime when;  ///< For when it is called.
    std::string asked;
    std::string why_late;  ///< Where it is later than guidance asks for.
    bool operator==(const ReviewMeetingCalled&) const = default;
};

/// One of the nine things that the meeting has to establish, and what it found.
struct Finding {
    std::string thing;
    Answer answer;
    std::string words;
    bool operator==(const Finding&) const = default;
};

/// The words that a criterion rests on, as somebody said them.
struct CriterionRests {
    std::string criterion;
    std::string words;
    bool operator==(const CriterionRests&) const = default;
};

struct ReviewMeetingHeld {
    PersonId by;
    EventTime when;
    std::string attended;
    std::vector<Finding> findings;
    std::vector<CriterionRests> criteria;
    bool operator==(const ReviewMeetingHeld&) const = default;
};

template <>
struct FieldsOf<Finding> {
    using E = Finding;
    static constexpr auto list =
        fields(Field{"thing", &E::thing}, Field{"answer", &E::answer}, Field{"words", &E::words});
};

template <>
struct FieldsOf<CriterionRests> {
    using E = CriterionRests;
    static constexpr auto list = fields(Field{"criterion", &E::criterion}, Field{"words", &E::words});
};

template <>
struct FieldsOf<ReviewMeetingCalled> {
    using E = ReviewMeetingCalled;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"when", &E::when},
                                        Field{"asked", &E::asked}, Field{"why_late", &E::why_late});
    static constexpr std::string_view type = "review-meeting-called";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ReviewMeetingHeld> {
    using E = ReviewMeetingHeld;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"when", &E::when}, Field{"attended", &E::attended},
               Field{"findings", &E::findings}, Field{"criteria", &E::criteria});
    static constexpr std::string_view type = "review-meeting-held";
    static constexpr int version = 1;
};

}  // namespace safelead::record
