#pragma once

// The fuller assessment: answers that are no facts of the rules, and what each child needs. Answers that are
// facts are facts-answered, as everywhere.

#include "record/kept_fields.h"

#include <string>
#include <vector>

namespace safelead::record {

/// One question of the assessment (record/risk_assessment.h), as it was answered. "unknown" is a value.
struct AssessmentAnswer {
    std::string question;
    std::vector<std::string> values;
    std::string words;
    bool operator==(const AssessmentAnswer&) const = default;
};

struct AssessmentAnswered {
    PersonId by;
    std::vector<AssessmentAnswer> answers;
    std::string told_by;
    bool operator==(const AssessmentAnswered&) const = default;
};

enum class NeedState { offered, accepted, declined, not_needed };

/// What became of one thing that a child needs.
struct NeedAnswer {
    std::string need;
    NeedState state;
    std::string words;  ///< Who offers it; why it was declined or is not needed.
    bool operator==(const NeedAnswer&) const = default;
};

struct NeedsAnswered {
    PersonId by;
    CaseRef about;
    std::vector<NeedAnswer> needs;
    bool operator==(const NeedsAnswered&) const = default;
};

template <>
struct FieldsOf<AssessmentAnswer> {
    using E = AssessmentAnswer;
    static constexpr auto list =
        fields(Field{"question", &E::question}, Field{"values", &E::values}, Field{"words", &E::words});
};

template <>
struct FieldsOf<AssessmentAnswered> {
    using E = AssessmentAnswered;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"answers", &E::answers}, Field{"told_by", &E::told_by});
    static constexpr std::string_view type = "assessment-answered";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<NeedAnswer> {
    using E = NeedAnswer;
    static constexpr auto list =
        fields(Field{"need", &E::need}, Field{"state", &E::state}, Field{"words", &E::words});
};

template <>
struct FieldsOf<NeedsAnswered> {
    using E = NeedsAnswered;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"about", &E::about}, Field{"needs", &E::needs});
    static constexpr std::string_view type = "needs-answered";
    static constexpr int version = 1;
};

}  // namespace safelead::record
