#include "exchange/erasure_events.h"

#include "exchange/record_fields.h"

namespace safelead::exchange {

template <>
struct EnumWords<record::ErasureReason> {
    static constexpr std::array<std::string_view, 4> words{"retention_ended", "recorded_by_mistake",
                                                           "court_order", "agreed_request"};
};

template <>
struct EnumWords<record::CopyHolder> {
    static constexpr std::array<std::string_view, 6> words{
        "social_care", "police", "health", "another_school", "local_authority", "somebody_else"};
};

template <>
struct EnumWords<record::ErasedExtent> {
    static constexpr std::array<std::string_view, 2> words{"childs_part", "whole"};
};

template <>
struct Fields<record::ErasedCase> {
    using E = record::ErasedCase;
    static constexpr auto list =
        fields(Field{"case", &E::of}, Field{"reference", &E::reference}, Field{"extent", &E::extent},
               Field{"refs", &E::refs}, Field{"refs_used", &E::refs_used});
};

template <>
struct Fields<record::ErasedConcern> {
    using E = record::ErasedConcern;
    static constexpr auto list = fields(Field{"concern", &E::concern}, Field{"reference", &E::reference});
};

template <>
struct Fields<record::ErasedConversation> {
    using E = record::ErasedConversation;
    static constexpr auto list =
        fields(Field{"conversation", &E::conversation}, Field{"reference", &E::reference});
};

template <>
struct Fields<record::HoldSet> {
    using E = record::HoldSet;
    static constexpr std::string_view type = "hold-set";
    static constexpr int version = 1;
    static constexpr auto list =
        fields(Field{"child", &E::child}, Field{"by", &E::by}, Field{"why", &E::why});
};

template <>
struct Fields<record::HoldLifted> {
    using E = record::HoldLifted;
    static constexpr std::string_view type = "hold-lifted";
    static constexpr int version = 1;
    static constexpr auto list =
        fields(Field{"child", &E::child}, Field{"by", &E::by}, Field{"why", &E::why});
};

template <>
struct Fields<record::ErasureAsked> {
    using E = record::ErasureAsked;
    static constexpr std::string_view type = "erasure-asked";
    static constexpr int version = 2;
    static constexpr auto list = fields(
        Field{"child", &E::child}, Field{"by", &E::by}, Field{"reason", &E::reason}, Field{"why", &E::why},
        Field{"copies_with", &E::copies_with}, Field{"conversations", &E::conversations});
};

template <>
struct Fields<record::ErasureRefused> {
    using E = record::ErasureRefused;
    static constexpr std::string_view type = "erasure-refused";
    static constexpr int version = 1;
    static constexpr auto list =
        fields(Field{"child", &E::child}, Field{"by", &E::by}, Field{"why", &E::why});
};

template <>
struct Fields<record::ChildErased> {
    using E = record::ChildErased;
    static constexpr std::string_view type = "child-erased";
    static constexpr int version = 3;
    static constexpr auto list =
        fields(Field{"id", &E::id}, Field{"child", &E::child}, Field{"reason", &E::reason},
               Field{"asked_by", &E::asked_by}, Field{"asked_at", &E::asked_at},
               Field{"agreed_by", &E::agreed_by}, Field{"cases", &E::cases}, Field{"concerns", &E::concerns},
               Field{"kept_concerns", &E::kept_concerns}, Field{"copies_with", &E::copies_with},
               Field{"conversations", &E::conversations}, Field{"as_usual", &E::as_usual});
};

namespace {

std::string with_last_field(std::string_view json, std::string_view field)
{
    if (!json.ends_with('}')) return std::string{json};
    json.remove_suffix(1);
    return std::string{json} + "," + std::string{field} + "}";
}

// Nobody was asked for conversations then.
std::string with_no_conversations(std::string_view json)
{
    return with_last_field(json, R"("conversations":[])");
}

// Nor did a certificate look for them: what it says of them is that nothing is known.
std::string with_unknown_conversations(std::string_view json)
{
    return with_last_field(json, R"("conversations":null)");
}

// Nor did it say whether anybody was kept from what went: its references are for the two who decided.
std::string with_some_kept_from_it(std::string_view json)
{
    return with_last_field(json, R"("as_usual":false)");
}

constexpr Upcast older[]{{"erasure-asked", 1, with_no_conversations},
                         {"child-erased", 1, with_unknown_conversations},
                         {"child-erased", 2, with_some_kept_from_it}};

}  // namespace

EventBytes to_event_bytes(const record::ErasureEvent& event)
{
    return bytes_of_event(event);
}

Result<record::ErasureEvent, EventFault> erasure_event(const EventBytes& bytes)
{
    return event_of_bytes<record::ErasureEvent>(bytes, older);
}

}  // namespace safelead::exchange
