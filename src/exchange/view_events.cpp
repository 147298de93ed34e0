#include "exchange/view_events.h"

#include "exchange/event_reading.h"

#include <array>

namespace safelead::exchange {

template <>
struct Fields<CaseViewed> {
    using E = CaseViewed;
    static constexpr std::string_view type = "case-viewed";
    static constexpr int version = 1;
    static constexpr auto list =
        fields(Field{"case", &E::viewed}, Field{"by", &E::by}, Field{"roles", &E::roles});
};

template <>
struct Fields<ChildViewed> {
    using E = ChildViewed;
    static constexpr std::string_view type = "child-viewed";
    static constexpr int version = 1;
    static constexpr auto list =
        fields(Field{"child", &E::viewed}, Field{"by", &E::by}, Field{"roles", &E::roles});
};

template <>
struct Fields<EntryDisclosed> {
    using E = EntryDisclosed;
    static constexpr std::string_view type = "entry-disclosed";
    static constexpr int version = 1;
    static constexpr auto list =
        fields(Field{"stream", &E::stream}, Field{"position", &E::position}, Field{"why", &E::why});
};

template <>
struct Fields<ConversationViewed> {
    using E = ConversationViewed;
    static constexpr std::string_view type = "conversation-viewed";
    static constexpr int version = 1;
    static constexpr auto list =
        fields(Field{"conversation", &E::viewed}, Field{"by", &E::by}, Field{"roles", &E::roles});
};

template <>
struct Fields<ConcernViewed> {
    using E = ConcernViewed;
    static constexpr std::string_view type = "concern-viewed";
    static constexpr int version = 1;
    static constexpr auto list =
        fields(Field{"concern", &E::viewed}, Field{"by", &E::by}, Field{"roles", &E::roles});
};

template <>
struct Fields<ReadersExported> {
    using E = ReadersExported;
    static constexpr std::string_view type = "readers-exported";
    static constexpr int version = 1;
    static constexpr auto list =
        fields(Field{"stream", &E::stream}, Field{"by", &E::by}, Field{"roles", &E::roles});
};

template <>
struct Fields<ReferralViewed> {
    using E = ReferralViewed;
    static constexpr std::string_view type = "referral-viewed";
    static constexpr int version = 1;
    static constexpr auto list =
        fields(Field{"referral", &E::viewed}, Field{"by", &E::by}, Field{"roles", &E::roles});
};

template <>
struct Fields<FileRefused> {
    using E = FileRefused;
    static constexpr std::string_view type = "file-refused";
    static constexpr int version = 1;
    static constexpr auto list =
        fields(Field{"by", &E::by}, Field{"roles", &E::roles}, Field{"sent_as", &E::sent_as});
};

template <>
struct Fields<ReferralPrinted> {
    using E = ReferralPrinted;
    static constexpr std::string_view type = "referral-printed";
    static constexpr int version = 1;
    static constexpr auto list =
        fields(Field{"referral", &E::viewed}, Field{"by", &E::by}, Field{"roles", &E::roles});
};

template <>
struct Fields<SharedReferralViewed> {
    using E = SharedReferralViewed;
    static constexpr std::string_view type = "shared-referral-viewed";
    static constexpr int version = 1;
    static constexpr auto list = fields(Field{"referral", &E::viewed}, Field{"whom", &E::whom});
};

template <>
struct Fields<GivenRecordViewed> {
    using E = GivenRecordViewed;
    static constexpr std::string_view type = "given-record-viewed";
    static constexpr int version = 1;
    static constexpr auto list = fields(Field{"child", &E::viewed}, Field{"number", &E::number},
                                        Field{"by", &E::by}, Field{"roles", &E::roles});
};

EventBytes to_event_bytes(const ViewEvent& event)
{
    return bytes_of_event(event);
}

Result<ViewEvent, EventFault> view_event(const EventBytes& bytes)
{
    return event_of_bytes<ViewEvent>(bytes, {});
}

}  // namespace safelead::exchange
