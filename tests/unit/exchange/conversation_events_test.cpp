#include "exchange/conversation_events.h"

#include "support/every_record_event.h"

#include <gtest/gtest.h>

#include <set>

namespace safelead::exchange {
namespace {

TEST(ConversationEvents, AreReadBackAsTheyWereWritten)
{
    std::set<std::size_t> alternatives;
    for (const auto& event : tests::every_conversation_event()) {
        alternatives.insert(event.index());
        const auto bytes = to_event_bytes(event);
        const auto read = conversation_event(*decode(encode(bytes)));
        ASSERT_TRUE(read.has_value()) << bytes.type << " " << read.error().field;
        EXPECT_EQ(*read, event) << bytes.type;
    }
    EXPECT_EQ(alternatives.size(), std::variant_size_v<record::ConversationEvent>);
}

TEST(NameEvents, AreReadBackAndNeverFromAConversation)
{
    for (const auto& event : tests::every_name_event()) {
        const auto bytes = to_event_bytes(event);
        EXPECT_EQ(*name_event(bytes), event);
        EXPECT_EQ(conversation_event(bytes).error().kind, EventFault::Kind::unknown_type);
    }
}

}  // namespace
}  // namespace safelead::exchange
