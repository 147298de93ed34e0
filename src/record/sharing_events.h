#pragma once

// What leaves the case for others: information shared, or kept back, and why; advice asked for without names;
// meetings of agencies, and what each took on there.

#include "record/kept_fields.h"

#include <optional>
#include <string>

namespace safelead::record {

enum class Sharing { shared, not_shared };

/// Of UK GDPR article 6, those that a school shares on.
enum class LawfulBasis { public_task, legal_obligation, vital_interests, legitimate_interests, consent };

struct InformationShared {
    PersonId by;
    Sharing sharing;
    std::string with;    ///< The agency, or who asked.
    std::string person;  ///< Whom there.
    EventTime when;
    std::string what;  ///< As little as will do.
    LawfulBasis basis;
    std::string why;
    Answer told;  ///< Whether the child or family knows that it was shared.
    std::string why_not_told;
    bool operator==(const InformationShared&) const = default;
};

/// On what basis something was shared that the record shows by itself: a referral, advice sought, a link that
/// was opened, a strategy meeting. Written afterwards, beside it.
struct BasisGiven {
    PersonId by;
    int entry;  ///< Of the organisation's log.
    LawfulBasis basis;
    std::string why;
    bool operator==(const BasisGiven&) const = default;
};

/// Whom a lead may ask for advice without saying whom it is about. The police are not among them: telling an
/// officer means that it is recorded.
enum class AdviserKind { social_care, lado, education_safeguarding, coordinator, helpline };

struct AdviceWithoutNames {
    PersonId by;
    AdviserKind adviser;
    std::string person;
    EventTime when;
    std::string told;
    std::string advised;
    bool operator==(const AdviceWithoutNames&) const = default;
};

struct StrategyMeetingHeld {
    int number;
    PersonId by;
    EventTime when;
    std::string chaired_by;
    std::string attended;   ///< Who, and for which agency.
    std::string not_there;  ///< Who was asked and did not come.
    std::string shared;     ///< What each agency told the others.
    std::string decided;
    bool operator==(const StrategyMeetingHeld&) const = default;
};

/// What somebody, here or elsewhere, took on at a meeting of agencies.
struct ActionAgreed {
    int number;
    PersonId by;
    std::string agency;
    std::string person;
    std::string what;
    std::optional<Date> due;
    bool operator==(const ActionAgreed&) const = default;
};

enum class ActionCame { done, partly, not_done };

struct ActionAnswered {
    int number;
    PersonId by;
    EventTime when;
    ActionCame came;
    std::string said;
    bool operator==(const ActionAnswered&) const = default;
};

template <>
struct FieldsOf<InformationShared> {
    using E = InformationShared;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"sharing", &E::sharing}, Field{"with", &E::with},
               Field{"person", &E::person}, Field{"when", &E::when}, Field{"what", &E::what},
               Field{"basis", &E::basis}, Field{"why", &E::why}, Field{"told", &E::told},
               Field{"why_not_told", &E::why_not_told});
    static constexpr std::string_view type = "information-shared";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<BasisGiven> {
    using E = BasisGiven;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"entry", &E::entry},
                                        Field{"basis", &E::basis}, Field{"why", &E::why});
    static constexpr std::string_view type = "basis-given";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<AdviceWithoutNames> {
    using E = AdviceWithoutNames;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"adviser", &E::adviser}, Field{"person", &E::person},
               Field{"when", &E::when}, Field{"told", &E::told}, Field{"advised", &E::advised});
    static constexpr std::string_view type = "advice-without-names";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<StrategyMeetingHeld> {
    using E = StrategyMeetingHeld;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"by", &E::by}, Field{"when", &E::when},
               Field{"chaired_by", &E::chaired_by}, Field{"attended", &E::attended},
               Field{"not_there", &E::not_there}, Field{"shared", &E::shared}, Field{"decided", &E::decided});
    static constexpr std::string_view type = "strategy-meeting-held";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ActionAgreed> {
    using E = ActionAgreed;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"by", &E::by}, Field{"agency", &E::agency},
               Field{"person", &E::person}, Field{"what", &E::what}, Field{"due", &E::due});
    static constexpr std::string_view type = "action-agreed";
    static constexpr int version = 1;
};

template <>
struct FieldsOf<ActionAnswered> {
    using E = ActionAnswered;
    static constexpr auto list =
        fields(Field{"number", &E::number}, Field{"by", &E::by}, Field{"when", &E::when},
               Field{"came", &E::came}, Field{"said", &E::said});
    static constexpr std::string_view type = "action-answered";
    static constexpr int version = 1;
};

}  // namespace safelead::record
