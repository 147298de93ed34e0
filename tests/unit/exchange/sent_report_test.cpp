#include "exchange/sent_report.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

namespace safelead::exchange {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;

const std::string least =
    R"({"reporter":"p-1","children":[{"name":"Robin Vale"}],"words":"It was said at break.","danger_now":"no"})";

/// The least report with these members besides.
std::string with(const std::string& members)
{
    return least.substr(0, least.size() - 1) + "," + members + "}";
}

std::vector<std::string> wrong_in(const std::string& json)
{
    std::vector<std::string> members;
    const auto read = parse_sent_report(json);
    if (read) return {"nothing"};
    EXPECT_FALSE(read.error().wrong.empty());
    for (const auto& one : read.error().wrong) {
        EXPECT_TRUE(one.words.ends_with(".")) << one.words;
        members.push_back(one.member);
    }
    return members;
}

NoReport::Why why(const std::string& json)
{
    return parse_sent_report(json).error().why;
}

TEST(SentReport, IsReadWhole)
{
    const auto read = parse_sent_report(
        R"({"reporter":"p-1","children":[{"name":" Robin Vale ","detail":"Year 9"},{"name":"Ańa"}],)"
        R"("words":"It was said.\r\nAt break.","danger_now":"yes","when":{"words":"Monday","day":"2026-11-23",)"
        R"("instant":"2026-11-23T10:00:00Z"},"where":"in the hall","child_now":"with the nurse",)"
        R"("staff_involved":"lead_and_head","people_involved":["p-2","p-3"],"told_lead_in_person":"no",)"
        R"("staff_exposure":"copied"})");
    ASSERT_TRUE(read);
    EXPECT_EQ(read->reporter, PersonId{"p-1"});
    EXPECT_THAT(read->children, ElementsAre(SentChild{"Robin Vale", "Year 9"}, SentChild{"Ańa", ""}));
    EXPECT_EQ(read->words, "It was said.\nAt break.");
    EXPECT_EQ(read->danger_now, record::Answer::yes);
    EXPECT_EQ(read->when,
              (record::EventTime{"Monday", parse_date("2026-11-23"), parse_instant("2026-11-23T10:00:00Z")}));
    EXPECT_EQ(read->where, "in the hall");
    EXPECT_EQ(read->child_now, "with the nurse");
    EXPECT_EQ(read->staff_involved, record::StaffInvolved::lead_and_head);
    EXPECT_THAT(read->people_involved, ElementsAre(PersonId{"p-2"}, PersonId{"p-3"}));
    EXPECT_EQ(read->told_lead_in_person, record::Answer::no);
    EXPECT_EQ(read->staff_exposure, record::StaffExposure::copied);
}

TEST(SentReport, TakesWhatIsMissingOrNullForNotKnown)
{
    const auto read = parse_sent_report(with(R"("staff_involved":null,"when":null,"where":"")"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->staff_involved, record::StaffInvolved::unknown);
    EXPECT_EQ(read->told_lead_in_person, record::Answer::unknown);
    EXPECT_EQ(read->staff_exposure, record::StaffExposure::unknown);
    EXPECT_EQ(read->when, record::EventTime{});
}

TEST(SentReport, NeedsAReporterAChildWordsAndWhetherThereIsDanger)
{
    EXPECT_THAT(wrong_in("{}"), ElementsAre("reporter", "children", "words", "danger_now"));
    EXPECT_THAT(wrong_in(R"({"reporter":"","children":[],"words":" \n","danger_now":null})"),
                ElementsAre("reporter", "children", "words", "danger_now"));
    EXPECT_THAT(
        wrong_in(
            R"({"reporter":"p","children":[{"name":"  "},{"detail":"x"},"Robin"],"words":"x","danger_now":"no"})"),
        ElementsAre("children[0].name", "children[1].name", "children[2]"));
}

TEST(SentReport, SaysAllThatIsWrongAtOnceAndNothingOfWhatWasSent)
{
    const auto json =
        with(R"("staff_involved":"the caretaker","told_lead_in_person":true,"people_involved":[7,""],)"
             R"("when":{"day":"2026-02-30","instant":"noon","hour":1},"where":["hall"],"colour":"red")");
    EXPECT_THAT(wrong_in(json),
                testing::UnorderedElementsAre("staff_involved", "told_lead_in_person", "people_involved[0]",
                                              "people_involved[1]", "when.day", "when.instant", "when.hour",
                                              "where", "colour"));
    const auto fault = parse_sent_report(json).error();
    for (const auto& one : fault.wrong)
        for (const auto* sent : {"caretaker", "02-30", "noon", "hall", "red"})
            EXPECT_EQ(one.words.find(sent), std::string::npos) << one.words;
    EXPECT_THAT(parse_sent_report(with(R"("staff_exposure":"x")")).error().wrong.front().words,
                HasSubstr("unknown, none, accidental, authorised_viewing, copied"));
}

TEST(SentReport, IsRefusedWholeWhereItIsNoJsonOfOurs)
{
    for (const std::string json :
         {"", "words", "[]", "\"words\"", "{\"words\":\"\xff\"}", R"({"words":"a","words":"b"})",
          R"({"words":1.5})", R"({"a":[[[[1]]]]})", R"(// {})", R"({"reporter":"p-1",})"})
        EXPECT_EQ(why(json), NoReport::Why::not_json) << json;
    EXPECT_EQ(why(least + "{}"), NoReport::Why::not_json) << "something follows";
    std::string many = R"({"people_involved":[)";
    for (int i = 0; i < 600; ++i) many += "1,";
    EXPECT_EQ(why(many + "1]}"), NoReport::Why::not_json);
    EXPECT_EQ(why(R"({"words":")" + std::string(300'000, 'a') + R"("})"), NoReport::Why::not_json);
    EXPECT_EQ(why("{}"), NoReport::Why::members);
}

TEST(SentReport, HasRoomForWhatTheFormHasRoomForAndNoMore)
{
    std::string longest;
    for (int i = 0; i < 20'000; ++i) longest += "ż";
    EXPECT_TRUE(parse_sent_report(with(fmt::format(R"("child_now":"{}")", longest))));
    EXPECT_THAT(wrong_in(with(fmt::format(R"("child_now":"{}a")", longest))), ElementsAre("child_now"));
    EXPECT_THAT(wrong_in(with(fmt::format(R"("when":{{"words":"{}a"}})", longest))),
                ElementsAre("when.words"));
    std::string children;
    for (int i = 0; i < 21; ++i) children += fmt::format("{}{{\"name\":\"A\"}}", i == 0 ? "" : ",");
    EXPECT_THAT(wrong_in(fmt::format(R"({{"reporter":"p","children":[{}],"words":"x","danger_now":"no"}})",
                                     children)),
                ElementsAre("children"));
    EXPECT_THAT(wrong_in(fmt::format(
                    R"({{"reporter":"p","children":[{{"name":"{}"}}],"words":"x","danger_now":"no"}})",
                    std::string(1001, 'a'))),
                ElementsAre("children[0].name"));
}

TEST(SentReport, TakesNoControlCharacters)
{
    EXPECT_THAT(wrong_in(with(R"("where":"hall\u0000")")), ElementsAre("where"));
    EXPECT_THAT(wrong_in(with(R"("where":"ha\u001bll")")), ElementsAre("where"));
    EXPECT_TRUE(parse_sent_report(with(R"("where":"hall\n\tby the door")")));
}

}  // namespace
}  // namespace safelead::exchange
