#include "exchange/erasure_events.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

using namespace record;

TEST(ErasureEvents, AreWrittenAsTheDocumentSaysAndReadBack)
{
    const std::pair<ErasureEvent, std::string_view> events[] = {
        {HoldSet{ChildId{"ch"}, PersonId{"p"}, "An inquiry."},
         R"({"type":"hold-set","version":1,"data":{"child":"ch","by":"p","why":"An inquiry."}})"},
        {HoldLifted{ChildId{"ch"}, PersonId{"p"}, "It ended."},
         R"({"type":"hold-lifted","version":1,"data":{"child":"ch","by":"p","why":"It ended."}})"},
        {ErasureAsked{ChildId{"ch"},
                      PersonId{"p"},
                      ErasureReason::court_order,
                      "Order 7.",
                      {CopyHolder::police},
                      {ConversationId{"cv"}}},
         R"({"type":"erasure-asked","version":2,"data":{"child":"ch","by":"p","reason":"court_order","why":"Order 7.",)"
         R"("copies_with":["police"],"conversations":["cv"]}})"},
        {ErasureRefused{ChildId{"ch"}, PersonId{"q"}, "Not yet."},
         R"({"type":"erasure-refused","version":1,"data":{"child":"ch","by":"q","why":"Not yet."}})"},
        {ChildErased{ErasureId{"e"},
                     ChildId{"ch"},
                     ErasureReason::retention_ended,
                     PersonId{"p"},
                     *parse_instant("2026-11-23T10:00:00.000Z"),
                     PersonId{"q"},
                     {{CaseId{"ca"}, Reference{"C-1"}, ErasedExtent::childs_part, {CaseRef{"A"}}, 2}},
                     {{ConcernId{"co"}, Reference{"R-1"}}},
                     {Reference{"R-2"}},
                     {CopyHolder::social_care, CopyHolder::another_school},
                     std::vector{ErasedConversation{ConversationId{"cv"}, Reference{"T-1"}}},
                     true},
         R"({"type":"child-erased","version":3,"data":{"id":"e","child":"ch","reason":"retention_ended","asked_by":"p",)"
         R"("asked_at":"2026-11-23T10:00:00.000Z","agreed_by":"q","cases":[{"case":"ca","reference":"C-1",)"
         R"("extent":"childs_part","refs":["A"],"refs_used":2}],"concerns":[{"concern":"co","reference":"R-1"}],)"
         R"("kept_concerns":["R-2"],"copies_with":["social_care","another_school"],"conversations":[{"conversation":"cv","reference":"T-1"}],"as_usual":true}})"},
    };
    for (const auto& [event, written] : events) {
        const auto bytes = encode(to_event_bytes(event));
        EXPECT_EQ(text_of(bytes), written);
        const auto decoded = decode(bytes);
        ASSERT_TRUE(decoded);
        const auto read = erasure_event(*decoded);
        ASSERT_TRUE(read);
        EXPECT_EQ(*read, event);
    }
}

TEST(ErasureEvents, OfVersion1KnewOfNoConversations)
{
    const auto asked = erasure_event(
        {"erasure-asked", 1,
         R"({"child":"ch","by":"p","reason":"court_order","why":"Order 7.","copies_with":[]})"});
    ASSERT_TRUE(asked);
    EXPECT_TRUE(std::get<ErasureAsked>(*asked).conversations.empty());
    const auto erased = erasure_event(
        {"child-erased", 1,
         R"({"id":"e","child":"ch","reason":"court_order","asked_by":"p","asked_at":"2026-11-23T10:00:00.000Z",)"
         R"("agreed_by":"q","cases":[],"concerns":[],"kept_concerns":[],"copies_with":[]})"});
    ASSERT_TRUE(erased);
    EXPECT_FALSE(std::get<ChildErased>(*erased).conversations)
        << "nobody looked, which is not the same as none";
    EXPECT_FALSE(std::get<ChildErased>(*erased).as_usual);
    EXPECT_FALSE(erasure_event({"child-erased", 1, ""}));
}

TEST(ErasureEvents, OfVersion2DidNotSayWhetherAnybodyWasKeptFromIt)
{
    const auto erased = erasure_event(
        {"child-erased", 2,
         R"({"id":"e","child":"ch","reason":"court_order","asked_by":"p","asked_at":"2026-11-23T10:00:00.000Z",)"
         R"("agreed_by":"q","cases":[],"concerns":[],"kept_concerns":[],"copies_with":[],"conversations":[]})"});
    ASSERT_TRUE(erased);
    EXPECT_TRUE(std::get<ChildErased>(*erased).conversations);
    EXPECT_FALSE(std::get<ChildErased>(*erased).as_usual) << "not known is not yes";
}

TEST(ErasureEvents, OfAnotherTypeAreNotRead)
{
    const auto bytes = decode(bytes_of(R"({"type":"child-forgotten","version":1,"data":{}})"));
    ASSERT_TRUE(bytes);
    EXPECT_FALSE(erasure_event(*bytes));
}

}  // namespace
}  // namespace safelead::exchange
