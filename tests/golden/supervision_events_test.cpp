// The bytes of a note of supervision, as they are sealed (docs/formats/events.md).

#include "exchange/supervision_events.h"

#include <gtest/gtest.h>

namespace safelead {
namespace {

constexpr std::string_view released =
    R"({"type":"supervision-held","version":1,"data":{"by":"lead","lead":"lead","supervisor":"head","when":{"words":"on Friday","day":null,"instant":null},"agreed":"Two cases go to the deputy.","next":"2026-12-11"}})";

TEST(SupervisionEvents, AreTheBytesThatWereReleased)
{
    const record::SupervisionEvent event = record::SupervisionHeld{PersonId{"lead"},
                                                                   PersonId{"lead"},
                                                                   PersonId{"head"},
                                                                   {"on Friday", std::nullopt, std::nullopt},
                                                                   "Two cases go to the deputy.",
                                                                   parse_date("2026-12-11")};
    const auto bytes = exchange::to_event_bytes(event);
    EXPECT_EQ(text_of(exchange::encode(bytes)), released);
    EXPECT_EQ(*exchange::supervision_event(bytes), event);
}

}  // namespace
}  // namespace safelead
