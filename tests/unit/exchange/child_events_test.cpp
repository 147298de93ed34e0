#include "exchange/child_events.h"

#include "support/every_record_event.h"

#include <gtest/gtest.h>

#include <set>

namespace safelead::exchange {
namespace {

using record::ChildEvent;

TEST(ChildEvents, AreReadBackAsTheyWereWritten)
{
    std::set<std::size_t> alternatives;
    for (const ChildEvent& event : tests::every_child_event()) {
        alternatives.insert(event.index());
        const EventBytes bytes = to_event_bytes(event);
        const auto read = child_event(*decode(encode(bytes)));
        ASSERT_TRUE(read.has_value()) << bytes.type << " " << read.error().field;
        EXPECT_EQ(*read, event) << bytes.type;
    }
    EXPECT_EQ(alternatives.size(), std::variant_size_v<ChildEvent>);
}

TEST(ChildEvents, SayWithNullThatADateOfBirthIsNotKnown)
{
    const auto bytes = to_event_bytes(tests::every_child_event().at(1));
    EXPECT_NE(bytes.json.find(R"("born":null)"), std::string::npos);
}

TEST(ChildEvents, NameTheWayToAWrongField)
{
    auto bytes = to_event_bytes(tests::every_child_event().front());
    const auto at = bytes.json.find("2011-05-02");
    ASSERT_NE(at, std::string::npos);
    bytes.json.replace(at, 10, "2011-05-32");
    EXPECT_EQ(child_event(bytes).error(),
              (EventFault{EventFault::Kind::wrong_field, "child-added", 1, "identity.born"}));
}

}  // namespace
}  // namespace safelead::exchange
