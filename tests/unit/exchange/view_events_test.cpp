#include "exchange/view_events.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

const CaseViewed viewed{record::CaseId{"case-1"}, PersonId{"person-1"}, {"staff", "dsl"}};

TEST(ViewEvents, AreWrittenAsTheDocumentSays)
{
    EXPECT_EQ(
        text_of(encode(to_event_bytes(viewed))),
        R"({"type":"case-viewed","version":1,"data":{"case":"case-1","by":"person-1","roles":["staff","dsl"]}})");
}

TEST(ViewEvents, AreOfAChildsPageAndOfWhatWasGivenAwayToo)
{
    const std::pair<ViewEvent, std::string_view> events[] = {
        {ChildViewed{record::ChildId{"child-1"}, PersonId{"person-1"}, {"dsl"}},
         R"({"type":"child-viewed","version":1,"data":{"child":"child-1","by":"person-1","roles":["dsl"]}})"},
        {EntryDisclosed{"case/1", 7, "For the court."},
         R"({"type":"entry-disclosed","version":1,"data":{"stream":"case/1","position":7,"why":"For the court."}})"},
        {ConversationViewed{record::ConversationId{"c-1"}, PersonId{"person-1"}, {"dsl"}},
         R"({"type":"conversation-viewed","version":1,"data":{"conversation":"c-1","by":"person-1","roles":["dsl"]}})"},
        {ConcernViewed{record::ConcernId{"r-1"}, PersonId{"person-1"}, {"dsl"}},
         R"({"type":"concern-viewed","version":1,"data":{"concern":"r-1","by":"person-1","roles":["dsl"]}})"},
        {ReadersExported{"case/1", PersonId{"person-1"}, {"dsl"}},
         R"({"type":"readers-exported","version":1,"data":{"stream":"case/1","by":"person-1","roles":["dsl"]}})"},
        {ReferralViewed{record::ReferralId{"r-1"}, PersonId{"person-1"}, {"social_worker"}},
         R"({"type":"referral-viewed","version":1,"data":{"referral":"r-1","by":"person-1","roles":["social_worker"]}})"},
        {FileRefused{PersonId{"person-1"}, {"staff"}, "document"},
         R"({"type":"file-refused","version":1,"data":{"by":"person-1","roles":["staff"],"sent_as":"document"}})"},
        {ReferralPrinted{record::ReferralId{"r-1"}, PersonId{"person-1"}, {"dsl"}},
         R"({"type":"referral-printed","version":1,"data":{"referral":"r-1","by":"person-1","roles":["dsl"]}})"},
        {SharedReferralViewed{record::ReferralId{"r-1"}, "the duty worker"},
         R"({"type":"shared-referral-viewed","version":1,"data":{"referral":"r-1","whom":"the duty worker"}})"},
        {GivenRecordViewed{record::ChildId{"child-1"}, 2, PersonId{"person-1"}, {"dsl"}},
         R"({"type":"given-record-viewed","version":1,"data":{"child":"child-1","number":2,"by":"person-1","roles":["dsl"]}})"}};
    for (const auto& [event, written] : events) {
        EXPECT_EQ(text_of(encode(to_event_bytes(event))), written);
        EXPECT_EQ(view_event(to_event_bytes(event)).value(), event);
    }
}

TEST(ViewEvents, AreReadAgainAndNothingElseIs)
{
    EXPECT_EQ(view_event(to_event_bytes(viewed)).value(), ViewEvent{viewed});
    EXPECT_EQ(view_event({"case-viewed", 2, "{}"}).error().kind, EventFault::Kind::unknown_version);
    EXPECT_EQ(view_event({"case-opened", 1, "{}"}).error().kind, EventFault::Kind::unknown_type);
    EXPECT_EQ(view_event({"case-viewed", 1, R"({"case":"c","by":"p"})"}).error().field, "roles");
}

}  // namespace
}  // namespace safelead::exchange
