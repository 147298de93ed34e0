#include "exchange/child_events.h"

#include "exchange/kept_fields.h"
#include "exchange/record_fields.h"

namespace safelead::exchange {

template <>
struct EnumWords<record::ChildKnownBy> {
    static constexpr std::array<std::string_view, 3> words{"school_list", "reported", "case_work"};
};

template <>
struct EnumWords<record::Tie> {
    static constexpr std::array<std::string_view, 4> words{"siblings", "half_or_step_siblings",
                                                           "same_household", "other_family"};
};

template <>
struct EnumWords<record::Sex> {
    static constexpr std::array<std::string_view, 4> words{"not_known", "female", "male",
                                                           "prefers_not_to_say"};
};

template <>
struct EnumWords<record::Ethnicity> {
    static constexpr std::array<std::string_view, 7> words{
        "not_known", "asian", "black", "mixed", "white", "other", "prefers_not_to_say"};
};

template <>
struct EnumWords<record::SpecialNeeds> {
    static constexpr std::array<std::string_view, 5> words{"not_known", "none", "support", "plan",
                                                           "prefers_not_to_say"};
};

template <>
struct EnumWords<record::GivenFor> {
    static constexpr std::array<std::string_view, 4> words{"subject_access", "transfer", "court", "own_file"};
};

template <>
struct EnumWords<record::GivenPart> {
    static constexpr std::array<std::string_view, 2> words{"whole", "impact"};
};

template <>
struct Fields<record::Identity> {
    using E = record::Identity;
    static constexpr auto list =
        fields(Field{"given_name", &E::given_name}, Field{"family_name", &E::family_name},
               Field{"known_as", &E::known_as}, Field{"born", &E::born}, Field{"upn", &E::upn},
               Field{"year_group", &E::year_group}, Field{"school", &E::school});
};

template <>
struct Fields<record::ChildAdded> {
    using E = record::ChildAdded;
    static constexpr auto list = fields(Field{"child", &E::child}, Field{"by", &E::by},
                                        Field{"known_by", &E::known_by}, Field{"identity", &E::identity});
    static constexpr std::string_view type = "child-added";
    static constexpr int version = 1;
};

template <>
struct Fields<record::ChildCorrected> {
    using E = record::ChildCorrected;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"identity", &E::identity}, Field{"why", &E::why});
    static constexpr std::string_view type = "child-corrected";
    static constexpr int version = 1;
};

namespace {

/// None yet: every event is at its first version.
constexpr std::span<const Upcast> older{};

}  // namespace

EventBytes to_event_bytes(const record::ChildEvent& event)
{
    return bytes_of_event(event);
}

Result<record::ChildEvent, EventFault> child_event(const EventBytes& bytes)
{
    return event_of_bytes<record::ChildEvent>(bytes, older);
}

}  // namespace safelead::exchange
