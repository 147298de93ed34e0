#include "exchange/conversation_events.h"

#include "exchange/record_fields.h"

namespace safelead::exchange {

template <>
struct EnumWords<record::NameAgreement> {
    static constexpr std::array<std::string_view, 2> words{"ask_first", "may_open"};
};

template <>
struct EnumWords<record::NameBasis> {
    static constexpr std::array<std::string_view, 2> words{"agreed", "danger"};
};

template <>
struct EnumWords<record::OpeningFound> {
    static constexpr std::array<std::string_view, 2> words{"right", "not_right"};
};

template <>
struct Fields<record::ConversationStarted> {
    using E = record::ConversationStarted;
    static constexpr auto list = fields(
        Field{"conversation", &E::conversation}, Field{"reference", &E::reference}, Field{"words", &E::words},
        Field{"staff_involved", &E::staff_involved}, Field{"routed_to", &E::routed_to});
    static constexpr std::string_view type = "conversation-started";
    static constexpr int version = 1;
};

template <>
struct Fields<record::YoungPersonWrote> {
    using E = record::YoungPersonWrote;
    static constexpr auto list = fields(Field{"words", &E::words});
    static constexpr std::string_view type = "young-person-wrote";
    static constexpr int version = 1;
};

template <>
struct Fields<record::ConversationRead> {
    using E = record::ConversationRead;
    static constexpr auto list = fields(Field{"by", &E::by});
    static constexpr std::string_view type = "conversation-read";
    static constexpr int version = 1;
};

template <>
struct Fields<record::ConversationAnswered> {
    using E = record::ConversationAnswered;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"words", &E::words});
    static constexpr std::string_view type = "conversation-answered";
    static constexpr int version = 1;
};

template <>
struct Fields<record::NameGiven> {
    using E = record::NameGiven;
    static constexpr auto list = fields(Field{"agreement", &E::agreement});
    static constexpr std::string_view type = "name-given";
    static constexpr int version = 1;
};

template <>
struct Fields<record::NameAskedFor> {
    using E = record::NameAskedFor;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"why", &E::why});
    static constexpr std::string_view type = "name-asked-for";
    static constexpr int version = 1;
};

template <>
struct Fields<record::NameAnswered> {
    using E = record::NameAnswered;
    static constexpr auto list = fields(Field{"agreed", &E::agreed});
    static constexpr std::string_view type = "name-answered";
    static constexpr int version = 1;
};

template <>
struct Fields<record::NameOpened> {
    using E = record::NameOpened;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"basis", &E::basis}, Field{"reason", &E::reason});
    static constexpr std::string_view type = "name-opened";
    static constexpr int version = 1;
};

template <>
struct Fields<record::NameOpeningReviewed> {
    using E = record::NameOpeningReviewed;
    static constexpr auto list = fields(Field{"number", &E::number}, Field{"by", &E::by},
                                        Field{"found", &E::found}, Field{"words", &E::words});
    static constexpr std::string_view type = "name-opening-reviewed";
    static constexpr int version = 1;
};

template <>
struct Fields<record::ConversationBecameConcern> {
    using E = record::ConversationBecameConcern;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"concern", &E::concern});
    static constexpr std::string_view type = "conversation-became-concern";
    static constexpr int version = 1;
};

template <>
struct Fields<record::ConversationEnded> {
    using E = record::ConversationEnded;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"words", &E::words});
    static constexpr std::string_view type = "conversation-ended";
    static constexpr int version = 1;
};

template <>
struct Fields<record::NameLeft> {
    using E = record::NameLeft;
    static constexpr auto list = fields(Field{"words", &E::words});
    static constexpr std::string_view type = "name-left";
    static constexpr int version = 1;
};

namespace {

/// None yet: every event is at its first version.
constexpr std::span<const Upcast> older{};

}  // namespace

EventBytes to_event_bytes(const record::ConversationEvent& event)
{
    return bytes_of_event(event);
}

EventBytes to_event_bytes(const record::NameEvent& event)
{
    return bytes_of_event(event);
}

Result<record::ConversationEvent, EventFault> conversation_event(const EventBytes& bytes)
{
    return event_of_bytes<record::ConversationEvent>(bytes, older);
}

Result<record::NameEvent, EventFault> name_event(const EventBytes& bytes)
{
    return event_of_bytes<record::NameEvent>(bytes, older);
}

}  // namespace safelead::exchange
