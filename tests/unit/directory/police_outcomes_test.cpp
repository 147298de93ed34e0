#include "directory/police_outcomes.h"

#include <gtest/gtest.h>

namespace safelead::directory {
namespace {

Date on(std::string_view text)
{
    return *parse_date(text);
}

OutcomeCode code(std::string id, std::optional<Date> from, std::optional<Date> until)
{
    return {std::move(id), "words", "an edition", from, until, "", {}};
}

const std::vector<OutcomeCode> codes{code("1", {}, {}), code("1A", {}, {}), code("7", {}, on("2020-06-30")),
                                     code("22", on("2019-04-01"), {})};

TEST(PoliceOutcomes, AreFoundAsSomebodyTypesThem)
{
    for (const auto typed : {"1", " 1 "}) EXPECT_EQ(find_outcome(codes, typed)->id, "1") << typed;
    for (const auto typed : {"1A", "1a", "1a "}) EXPECT_EQ(find_outcome(codes, typed)->id, "1A") << typed;
    for (const auto typed : {"", " ", "A", "a", "01", "1 A", "1B", "2", "22A", "outcome 22", "-1"})
        EXPECT_EQ(find_outcome(codes, typed), nullptr) << typed;
}

TEST(PoliceOutcomes, MayBeChosenFromTheirFirstDayToTheirLast)
{
    EXPECT_FALSE(may_be_chosen(codes[3], on("2019-03-31")));
    EXPECT_TRUE(may_be_chosen(codes[3], on("2019-04-01")));
    EXPECT_TRUE(may_be_chosen(codes[2], on("2020-06-30")));
    EXPECT_FALSE(may_be_chosen(codes[2], on("2020-07-01")));
}

TEST(PoliceOutcomes, AreShutOutByNoDayThatNobodyHasFoundOut)
{
    for (const auto day : {"1990-01-01", "2026-11-29", "2100-01-01"})
        EXPECT_TRUE(may_be_chosen(codes[0], on(day)));
}

TEST(PoliceOutcomes, AreOfferedInTheOrderOfTheList)
{
    const auto now = choosable_on(codes, on("2026-11-29"));
    ASSERT_EQ(now.size(), 3U);
    EXPECT_EQ(now[0]->id, "1");
    EXPECT_EQ(now[1]->id, "1A");
    EXPECT_EQ(now[2]->id, "22");
}

}  // namespace
}  // namespace safelead::directory
