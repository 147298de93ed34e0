#include "base/bug.h"
#include "exchange/event_bytes.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

TEST(EventBytes, AreFramedOneWayOnly)
{
    const EventBytes event{"case-opened", 12, R"({"a":{"b":[1,2]}})"};
    const auto bytes = encode(event);
    EXPECT_EQ(text_of(bytes), R"({"type":"case-opened","version":12,"data":{"a":{"b":[1,2]}}})");
    const auto read = decode(bytes);
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, event);
}

TEST(EventBytes, RefuseEveryOtherFrame)
{
    for (const auto* text :
         {"", "{}", R"({"type":"a","version":1})", R"({"type":"a","version":0,"data":{}})",
          R"({"type":"a","version":01,"data":{}})", R"({"type":"a","version":-1,"data":{}})",
          R"({"type":"a","version":99999999999,"data":{}})", R"({"type":"A","version":1,"data":{}})",
          R"({"type":"","version":1,"data":{}})", R"({"type":"a","version":1,"data":[]})",
          R"({"type":"a","version":1,"data":{})", R"({ "type":"a","version":1,"data":{}})",
          R"({"version":1,"type":"a","data":{}})", R"({"type":"a","version":1,"data":})"}) {
        EXPECT_FALSE(decode(bytes_of(text))) << text;
    }
}

TEST(EventBytes, OfAnythingButAnObjectAreABug)
{
    EXPECT_THROW((void)encode({"a", 1, "[]"}), Bug);
    EXPECT_THROW((void)encode({"a", 1, "{"}), Bug);
    EXPECT_THROW((void)encode({"a", 1, R"({"x":1},"y":{})"}), Bug);
    EXPECT_THROW((void)encode({"A", 1, "{}"}), Bug);
    EXPECT_THROW((void)encode({"a", 0, "{}"}), Bug);
}

TEST(EventFault, IsSaidWithoutWhatWasInTheEvent)
{
    EXPECT_EQ(words(EventFault{EventFault::Kind::unknown_version, "case-opened", 9, ""}),
              "This program does not know version 9 of \"case-opened\" events: run a newer one.");
}

}  // namespace
}  // namespace safelead::exchange
