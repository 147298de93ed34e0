#include "exchange/case_events.h"

#include "exchange/upcast.h"
#include "support/case_builders.h"
#include "support/every_record_event.h"

#include <gtest/gtest.h>

#include <set>

namespace safelead::exchange {
namespace {

using record::CaseEvent;

EventFault fault(const EventBytes& bytes)
{
    const auto event = case_event(bytes);
    EXPECT_FALSE(event.has_value());
    return event ? EventFault{} : event.error();
}

EventBytes task_done()
{
    return {"task-done", 1, R"({"task":"t","by":"p","note":""})"};
}

TEST(CaseEvents, AreReadBackAsTheyWereWritten)
{
    for (const CaseEvent& event : tests::every_case_event()) {
        const EventBytes bytes = to_event_bytes(event);
        const auto framed = decode(encode(bytes));
        ASSERT_TRUE(framed.has_value());
        const auto read = case_event(*framed);
        ASSERT_TRUE(read.has_value()) << bytes.type << " " << read.error().field;
        EXPECT_EQ(*read, event) << bytes.type;
    }
}

TEST(CaseEvents, HaveEachATypeOfTheirOwnAndOneOfEachIsTried)
{
    std::set<std::size_t> alternatives;
    std::set<std::string> types;
    for (const CaseEvent& event : tests::every_case_event()) {
        alternatives.insert(event.index());
        types.insert(to_event_bytes(event).type);
    }
    EXPECT_EQ(alternatives.size(), std::variant_size_v<CaseEvent>);
    EXPECT_EQ(types.size(), std::variant_size_v<CaseEvent>);
}

TEST(CaseEvents, AreWrittenInTheOrderOfTheFormat)
{
    const auto bytes = to_event_bytes(record::TaskDone{record::TaskId{"t"}, PersonId{"p"}, "said \"yes\"\n"});
    EXPECT_EQ(bytes, (EventBytes{"task-done", 1, R"({"task":"t","by":"p","note":"said \"yes\"\n"})"}));
}

TEST(CaseEvents, WithoutAMemberThatCameLaterReadAsNotSaid)
{
    const EventBytes before{
        "referral-made", 1,
        R"({"by":"p","to":"t","how":"h","when":{"words":"w","day":null,"instant":null},"said":"s","their_person":"","their_reference":""})"};
    const auto read = case_event(before);
    ASSERT_TRUE(read) << read.error().field;
    EXPECT_EQ(std::get<record::ReferralMade>(*read).kind, std::nullopt);
    EXPECT_EQ(to_event_bytes(*read), before) << "and keeps its bytes";
}

TEST(CaseEvents, WithANullForAMemberThatCameLaterAreRefused)
{
    const EventBytes twice{
        "consulted", 1,
        R"({"by":"p","with":"t","person":"","how":"h","when":{"words":"w","day":null,"instant":null},"advised":"a","kind":null})"};
    EXPECT_EQ(fault(twice).field, "kind") << "there is one way to write an event";
}

TEST(CaseEvents, WithAFieldNobodyKnowsAreRefused)
{
    auto bytes = task_done();
    bytes.json = R"({"task":"t","by":"p","note":"","colour":"red"})";
    EXPECT_EQ(fault(bytes), (EventFault{EventFault::Kind::wrong_field, "task-done", 1, "colour"}));
}

TEST(CaseEvents, WithAFieldMissingAreRefused)
{
    auto bytes = task_done();
    bytes.json = R"({"task":"t","by":"p"})";
    EXPECT_EQ(fault(bytes), (EventFault{EventFault::Kind::wrong_field, "task-done", 1, "note"}));
    bytes.json = R"({"task":"t","by":"p","note":null})";
    EXPECT_EQ(fault(bytes).field, "note");
    bytes.json = R"(["t","p",""])";
    EXPECT_EQ(fault(bytes).kind, EventFault::Kind::wrong_field);
    bytes.json = R"({"task":"t","task":"u","by":"p","note":""})";
    EXPECT_EQ(fault(bytes).field, "task");
}

TEST(CaseEvents, WithAFieldThatIsNotWhatItShouldBeNameTheWholeWayToIt)
{
    EXPECT_EQ(
        fault({"facts-answered", 1,
               R"({"by":"p","answers":[{"fact":"a","value":"b"},{"fact":1,"value":"b"}],"told_by":""})"})
            .field,
        "answers[1].fact");
    EXPECT_EQ(fault({"note-added", 1,
                     R"({"by":"p","when":{"words":"","day":"2026-02-30","instant":null},"words":""})"})
                  .field,
              "when.day");
    EXPECT_EQ(fault({"decision-signed-off", 1, R"({"number":1.5,"by":"p","called":null})"}).kind,
              EventFault::Kind::wrong_field);
    EXPECT_EQ(fault({"decision-signed-off", 1, R"({"number":99999999999,"by":"p","called":null})"}).field,
              "number");
}

TEST(CaseEvents, WithAWordOutsideItsListAreRefused)
{
    EventBytes bytes = to_event_bytes(record::AdviceGiven{record::AdviceUnder::in_force, "d",
                                                          decision::Advice{guidance::EditionId{"e"},
                                                                           {},
                                                                           guidance::Code{"c"},
                                                                           guidance::Code{"r"},
                                                                           {},
                                                                           {},
                                                                           {},
                                                                           {},
                                                                           {},
                                                                           {},
                                                                           {},
                                                                           {}}});
    const auto at = bytes.json.find("in_force");
    ASSERT_NE(at, std::string::npos);
    bytes.json.replace(at, 8, "outdated");
    EXPECT_EQ(fault(bytes).field, "under");
}

TEST(CaseEvents, OfATypeOrVersionNobodyKnowsAreNamed)
{
    EXPECT_EQ(fault({"case-forgotten", 1, "{}"}),
              (EventFault{EventFault::Kind::unknown_type, "case-forgotten", 1, {}}));
    auto newer = task_done();
    newer.version = 2;
    EXPECT_EQ(fault(newer), (EventFault{EventFault::Kind::unknown_version, "task-done", 2, {}}));
    EXPECT_EQ(fault({"concern-read", 1, R"({"by":"p"})"}).kind, EventFault::Kind::unknown_type);
}

TEST(CaseEvents, HoldNoTextThatIsNotUtf8)
{
    EXPECT_THROW((void)to_event_bytes(record::TaskDone{record::TaskId{"t"}, PersonId{"p"}, "\xFF"}), Bug);
}

// A version that was never released, to see that an old one is raised step by step.
std::string named_person(std::string_view json)
{
    std::string raised{json};
    raised.replace(raised.find("person"), 6, "by");
    return raised;
}

std::string with_note(std::string_view json)
{
    return std::string{json.substr(0, json.size() - 1)} + R"(,"note":""})";
}

constexpr std::array upcasts{Upcast{"task-done", 1, named_person}, Upcast{"task-done", 2, with_note}};

TEST(Upcasting, RaisesAnOldEventStepByStep)
{
    const auto raised = raise_to(3, {"task-done", 1, R"({"task":"t","person":"p"})"}, upcasts);
    ASSERT_TRUE(raised.has_value());
    EXPECT_EQ(*raised, (EventBytes{"task-done", 3, R"({"task":"t","by":"p","note":""})"}));
    const auto half_way = raise_to(3, {"task-done", 2, R"({"task":"t","by":"p"})"}, upcasts);
    EXPECT_EQ(half_way->json, R"({"task":"t","by":"p","note":""})");
}

TEST(Upcasting, StopsWhereNothingLeadsOn)
{
    EXPECT_EQ(raise_to(3, {"task-set", 1, "{}"}, upcasts).error(),
              (EventFault{EventFault::Kind::unknown_version, "task-set", 1, {}}));
    EXPECT_EQ(raise_to(3, {"task-done", 4, "{}"}, upcasts).error().version, 4);
}

}  // namespace
}  // namespace safelead::exchange
