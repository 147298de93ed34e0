#include "exchange/concern_events.h"

#include "support/every_record_event.h"

#include <gtest/gtest.h>

#include <set>

namespace safelead::exchange {
namespace {

using record::ConcernEvent;

TEST(ConcernEvents, AreReadBackAsTheyWereWritten)
{
    std::set<std::size_t> alternatives;
    for (const ConcernEvent& event : tests::every_concern_event()) {
        alternatives.insert(event.index());
        const EventBytes bytes = to_event_bytes(event);
        const auto read = concern_event(*decode(encode(bytes)));
        ASSERT_TRUE(read.has_value()) << bytes.type << " " << read.error().field;
        EXPECT_EQ(*read, event) << bytes.type;
    }
    EXPECT_EQ(alternatives.size(), std::variant_size_v<ConcernEvent>);
}

TEST(ConcernEvents, KeepEveryWordOfAnswers)
{
    using namespace record;
    auto reported = std::get<ConcernReported>(tests::every_concern_event().front());
    for (const Answer answer : {Answer::unknown, Answer::no, Answer::yes}) {
        for (const StaffExposure exposure :
             {StaffExposure::unknown, StaffExposure::none, StaffExposure::accidental,
              StaffExposure::authorised_viewing, StaffExposure::copied}) {
            for (const RoutedTo routed : {RoutedTo::lead, RoutedTo::head, RoutedTo::chair}) {
                reported.danger_now = answer;
                reported.staff_exposure = exposure;
                reported.routed_to = routed;
                EXPECT_EQ(*concern_event(to_event_bytes(reported)), ConcernEvent{reported});
            }
        }
    }
}

TEST(ConcernEvents, AreNotTakenFromAnotherStream)
{
    EXPECT_EQ(concern_event({"task-done", 1, R"({"task":"t","by":"p","note":""})"}).error().kind,
              EventFault::Kind::unknown_type);
    EXPECT_EQ(concern_event({"concern-read", 2, R"({"by":"p"})"}).error().kind,
              EventFault::Kind::unknown_version);
    EXPECT_EQ(concern_event({"concern-read", 1, R"({"by":""  ,"to":"x"})"}).error().field, "to");
}

}  // namespace
}  // namespace safelead::exchange
