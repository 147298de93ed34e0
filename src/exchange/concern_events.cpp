#include "exchange/concern_events.h"

#include "exchange/record_fields.h"

namespace safelead::exchange {

template <>
struct Fields<record::ConcernReported> {
    using E = record::ConcernReported;
    static constexpr auto list = fields(
        Field{"concern", &E::concern}, Field{"reference", &E::reference}, Field{"by", &E::by},
        Field{"children", &E::children}, Field{"words", &E::words}, Field{"when", &E::when},
        Field{"where", &E::where}, Field{"danger_now", &E::danger_now}, Field{"child_now", &E::child_now},
        Field{"staff_involved", &E::staff_involved}, Field{"people_involved", &E::people_involved},
        Field{"told_lead_in_person", &E::told_lead_in_person}, Field{"staff_exposure", &E::staff_exposure},
        Field{"routed_to", &E::routed_to});
    static constexpr std::string_view type = "concern-reported";
    static constexpr int version = 1;
};

template <>
struct Fields<record::ConcernRead> {
    using E = record::ConcernRead;
    static constexpr auto list = fields(Field{"by", &E::by});
    static constexpr std::string_view type = "concern-read";
    static constexpr int version = 1;
};

template <>
struct Fields<record::ConcernEscalated> {
    using E = record::ConcernEscalated;
    static constexpr auto list = fields(Field{"to", &E::to}, Field{"why", &E::why});
    static constexpr std::string_view type = "concern-escalated";
    static constexpr int version = 1;
};

template <>
struct Fields<record::ConcernTakenIntoCase> {
    using E = record::ConcernTakenIntoCase;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"in", &E::in});
    static constexpr std::string_view type = "concern-taken-into-case";
    static constexpr int version = 1;
};

template <>
struct Fields<record::ConcernKeptWithoutCase> {
    using E = record::ConcernKeptWithoutCase;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"reason", &E::reason});
    static constexpr std::string_view type = "concern-kept-without-case";
    static constexpr int version = 1;
};

template <>
struct Fields<record::StillWorried> {
    using E = record::StillWorried;
    static constexpr auto list = fields(Field{"by", &E::by}, Field{"words", &E::words});
    static constexpr std::string_view type = "still-worried";
    static constexpr int version = 1;
};

template <>
struct Fields<record::ConcernSentBySystem> {
    using E = record::ConcernSentBySystem;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"system", &E::system}, Field{"token", &E::token});
    static constexpr std::string_view type = "concern-sent-by-system";
    static constexpr int version = 1;
};

namespace {

/// None yet: every event is at its first version.
constexpr std::span<const Upcast> older{};

}  // namespace

EventBytes to_event_bytes(const record::ConcernEvent& event)
{
    return bytes_of_event(event);
}

Result<record::ConcernEvent, EventFault> concern_event(const EventBytes& bytes)
{
    return event_of_bytes<record::ConcernEvent>(bytes, older);
}

}  // namespace safelead::exchange
