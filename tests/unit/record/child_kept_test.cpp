// What is kept in a child's stream beside who they are.

#include "record/child.h"
#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using tests::lead;
using tests::on;

const Date today = on("2026-11-28");
const ChildId other{"child-2"};

class ChildKept : public testing::Test {
protected:
    ChildKept()
    {
        must(
            AddChild{ChildId{"child-1"}, lead, ChildKnownBy::case_work, {"Sam", "Reed", "", {}, "", "", ""}});
    }

    void must(const ChildCommand& command)
    {
        const auto events = decide(child, command, today);
        ASSERT_TRUE(events.has_value());
        for (const ChildEvent& event : *events)
            child = evolve(std::move(child), {++position, {}, std::make_shared<const ChildEvent>(event)});
    }

    ChildRefusal refused(const ChildKeepable& keep) const
    {
        const auto events = decide(child, KeepOfChild{keep}, today);
        EXPECT_FALSE(events.has_value());
        return events.has_value() ? ChildRefusal::not_there : events.error();
    }

    Child child;
    std::uint64_t position = 0;
};

TEST_F(ChildKept, ATieStandsUntilItIsTakenBackAndNeedsWhoSaidSo)
{
    EXPECT_EQ(refused(ChildrenLinked{lead, other, Tie::siblings, " "}), ChildRefusal::no_reason);
    EXPECT_EQ(refused(ChildrenLinked{lead, child.id, Tie::siblings, "Their mother"}),
              ChildRefusal::same_record);
    EXPECT_EQ(refused(ChildrenUnlinked{lead, other, "No"}), ChildRefusal::not_so);
    must(KeepOfChild{ChildrenLinked{lead, other, Tie::siblings, "Their mother"}});
    ASSERT_EQ(child.ties.size(), 1U);
    EXPECT_EQ(refused(ChildrenLinked{lead, other, Tie::same_household, "X"}), ChildRefusal::already_so);
    EXPECT_EQ(refused(ChildrenUnlinked{lead, other, ""}), ChildRefusal::no_reason);
    must(KeepOfChild{ChildrenUnlinked{lead, other, "Another family"}});
    EXPECT_TRUE(child.ties.empty());
}

TEST_F(ChildKept, JoiningRecordsCanBeTakenBackAndBothNeedAReason)
{
    EXPECT_EQ(refused(RecordsJoined{lead, other, ""}), ChildRefusal::no_reason);
    EXPECT_EQ(refused(RecordsJoined{lead, child.id, "Same"}), ChildRefusal::same_record);
    must(KeepOfChild{RecordsJoined{lead, other, "The same UPN"}});
    EXPECT_EQ(child.joined.front().other, other);
    EXPECT_EQ(refused(RecordsJoined{lead, other, "Again"}), ChildRefusal::already_so);
    must(KeepOfChild{RecordsParted{lead, other, "Two pupils"}});
    EXPECT_TRUE(child.joined.empty());
    EXPECT_EQ(child.history.size(), 3U);
    EXPECT_EQ(refused(RecordsParted{lead, other, "Again"}), ChildRefusal::not_so);
}

TEST_F(ChildKept, WhatIsRecordedOnceIsReplacedByWhatIsRecordedLater)
{
    must(KeepOfChild{CharacteristicsRecorded{lead, Sex::not_known, {}, {}, ""}});
    must(KeepOfChild{
        CharacteristicsRecorded{lead, Sex::female, Ethnicity::mixed, SpecialNeeds::plan, "List"}});
    EXPECT_EQ(child.characteristics->sex, Sex::female);
    EXPECT_EQ(refused(MainFileNoted{lead, "", " ", ""}), ChildRefusal::no_reason);
    must(KeepOfChild{MainFileNoted{lead, "Other system", "MF-1", "Cabinet"}});
    EXPECT_EQ(child.main_file->their_reference, "MF-1");
    EXPECT_EQ(refused(HomeAuthorityNoted{lead, "leeds", " ", ""}), ChildRefusal::no_reason);
    must(KeepOfChild{HomeAuthorityNoted{lead, "leeds", "Leeds", "List"}});
    must(KeepOfChild{HomeAuthorityNoted{lead, "", "Another authority", "Their mother"}});
    EXPECT_EQ(child.home_authority->name, "Another authority");
    EXPECT_EQ(child.home_authority->area, "");
}

TEST_F(ChildKept, EachTimeTheRecordIsGivenHasItsNumberAndSaysToWhomAndWhy)
{
    RecordGiven given{9, lead, GivenFor::court, GivenPart::whole, "", "An order", 10, 0, {}, 0};
    EXPECT_EQ(refused(given), ChildRefusal::nobody_to_give);
    given.to = "The court";
    given.why = "";
    EXPECT_EQ(refused(given), ChildRefusal::no_reason);
    given.why = "An order";
    must(KeepOfChild{given});
    must(KeepOfChild{given});
    EXPECT_EQ(child.given.front().number, 1);
    EXPECT_EQ(child.given.back().number, 2);
}

TEST(ChildKeptOfNobody, IsRefused)
{
    const auto events = decide(Child{}, KeepOfChild{RecordsJoined{lead, other, "Same"}}, today);
    EXPECT_EQ(events.error(), ChildRefusal::not_there);
}

}  // namespace
}  // namespace safelead::record
