#pragma once

// One child's support and safety plan, and its reviews. Each child in a case has needs, whatever they did.

#include "record/kept_fields.h"

#include <string>

namespace safelead::record {

struct SupportPlanMade {
    int number;  ///< From 1 in the case.
    PersonId by;
    CaseRef about;
    std::string safety;         ///< What keeps them safe today and tonight.
    std::string trusted_adult;  ///< Whom they chose.
    std::string separation;     ///< Class, transport, home, online.
    std::string support;        ///< What was offered, by whom, and what they took.
    std::string early_help;
    std::string language;  ///< Interpreter, British Sign Language, other help to be understood.
    std::string wishes;
    bool operator==(const SupportPlanMade&) const = default;
};

enum class ReviewWeek { first, fourth, twelfth };

struct SupportPlanReviewed {
    int number;
    PersonId by;
    CaseRef about;
    ReviewWeek week;
    EventTime when;
    std::string how_they_are;
    std::string what_changes;
    bool operator==(const SupportPlanReviewed&) const = default;
};

template <>
struct FieldsOf<SupportPlanMade> {
    using E = SupportPlanMade;
    static constexpr auto list = fields(
        Field{"number", &E::number}, Field{"by", &E::by}, Field{"about", &E::about},
        Field{"safety", &E::safety}, Field{"trusted_adult", &E::trusted_adult},
        Field{"separation", &E::separation}, Field{"support", &E::support},
        Field{"early_help", &E::early_help}, Field{"language", &E::language}, Field{"wishes", &E::wishes});
    static constexpr std::string_view type = "support-plan-made";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<SupportPlanReviewed> {
    using E = SupportPlanReviewed;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"by", &E::by}, Field{"about", &E::about},
               Field{"week", &E::week}, Field{"when", &E::when}, Field{"how_they_are", &E::how_they_are},
               Field{"what_changes", &E::what_changes});
    static constexpr std::string_view type = "support-plan-reviewed";
    static constexpr int version = 1;
};

}  // namespace safelead::record
