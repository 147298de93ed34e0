#include "exchange/view_events.h"

#include "exchange/event_reading.h"

#include <array>

namespace safelead::exchange {

template <>
struct Fields<CaseViewed> {
    using E = CaseViewed;
    static constexpr std::string_view type = "case-viewed";
    static constexpr int version = 1;
    static constexpr std::tuple list{Field{"case", &E::viewed}, Field{"by", &E::by},
                                     Field{"roles", &E::roles}};
};

EventBytes to_event_bytes(const CaseViewed& event)
{
    return bytes_of_event(std::variant<CaseViewed>{event});
}

Result<CaseViewed, EventFault> view_event(const EventBytes& bytes)
{
    auto event = SL_TRY((event_of_bytes<std::variant<CaseViewed>>(bytes, {})));
    return std::get<CaseViewed>(std::move(event));
}

}  // namespace safelead::exchange
