#pragma once

// The records that are kept in a case as events: their fields stand beside them (record/kept_fields.h), their
// choices have words here. docs/formats/events.md.

#include "exchange/event_fields.h"
#include "record/kept_events.h"

namespace safelead::exchange {

template <record::Listed T>
struct Fields<T> : record::FieldsOf<T> {};

template <>
struct EnumWords<record::Clock> {
    static constexpr std::array<std::string_view, 2> words{"working", "real"};
};

template <>
struct EnumWords<record::ViewingGround> {
    static constexpr std::array<std::string_view, 3> words{"only_way_to_decide", "needed_to_report",
                                                           "unavoidable"};
};

template <>
struct EnumWords<record::SignsAs> {
    static constexpr std::array<std::string_view, 3> words{"viewer", "witness", "approver"};
};

template <>
struct EnumWords<record::DeviceWent> {
    static constexpr std::array<std::string_view, 3> words{"elsewhere_in_school", "to_police", "returned"};
};

template <>
struct EnumWords<record::RemovalBy> {
    static constexpr std::array<std::string_view, 3> words{"report_remove", "platform", "other"};
};

template <>
struct EnumWords<record::DeletionAnswer> {
    static constexpr std::array<std::string_view, 3> words{"confirmed", "partly", "refused"};
};

template <>
struct EnumWords<record::WhyNotTold> {
    static constexpr std::array<std::string_view, 6> words{
        "risk_at_home",       "carer_may_be_involved", "honour_or_forced_marriage",
        "police_ask_to_wait", "young_person_objects",  "private_life"};
};

template <>
struct EnumWords<record::ReviewWeek> {
    static constexpr std::array<std::string_view, 3> words{"first", "fourth", "twelfth"};
};

template <>
struct EnumWords<record::NeedState> {
    static constexpr std::array<std::string_view, 4> words{"offered", "accepted", "declined", "not_needed"};
};

template <>
struct EnumWords<record::AgencyAnswer> {
    static constexpr std::array<std::string_view, 4> words{"took_it_on", "advised", "no_further_action",
                                                           "chased"};
};

template <>
struct EnumWords<record::NewThing> {
    static constexpr std::array<std::string_view, 9> words{
        "image_again",        "new_child",      "new_setting", "new_adult",     "family_information",
        "agency_information", "worse_distress", "not_deleted", "something_else"};
};

template <>
struct EnumWords<record::ImpactOn> {
    static constexpr std::array<std::string_view, 5> words{"wellbeing", "attendance", "contact", "safety",
                                                           "own_words"};
};

template <>
struct EnumWords<record::WhyLinked> {
    static constexpr std::array<std::string_view, 5> words{"same_image", "same_group", "siblings",
                                                           "same_child", "something_else"};
};

template <>
struct EnumWords<record::TooNear> {
    static constexpr std::array<std::string_view, 4> words{"own_child", "family_or_friend", "allegation",
                                                           "something_else"};
};

template <>
struct EnumWords<record::Sharing> {
    static constexpr std::array<std::string_view, 2> words{"shared", "not_shared"};
};

template <>
struct EnumWords<record::LawfulBasis> {
    static constexpr std::array<std::string_view, 5> words{
        "public_task", "legal_obligation", "vital_interests", "legitimate_interests", "consent"};
};

template <>
struct EnumWords<record::AdviserKind> {
    static constexpr std::array<std::string_view, 5> words{"social_care", "lado", "education_safeguarding",
                                                           "coordinator", "helpline"};
};

template <>
struct EnumWords<record::RecordedAs> {
    static constexpr std::array<std::string_view, 4> words{"not_said", "person_involved", "suspect",
                                                           "witness"};
};

template <>
struct EnumWords<record::ActionCame> {
    static constexpr std::array<std::string_view, 3> words{"done", "partly", "not_done"};
};

}  // namespace safelead::exchange
