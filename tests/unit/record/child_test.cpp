#include "record/child.h"

#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using tests::lead;
using tests::on;

const Date today = on("2026-11-23");

Identity sam()
{
    return {"Sam", "Reed", "", on("2011-05-02"), "", "10", ""};
}

Child after(Child child, const ChildCommand& command)
{
    const auto events = decide(child, command, today);
    EXPECT_TRUE(events.has_value());
    for (const ChildEvent& event : *events) {
        child = evolve(std::move(child), {1, {}, std::make_shared<const ChildEvent>(event)});
    }
    return child;
}

AddChild add(Identity identity)
{
    return {ChildId{"child-1"}, lead, ChildKnownBy::school_list, std::move(identity)};
}

TEST(Child, IsKnownByTheirFullNameAndByTheNameTheyUse)
{
    EXPECT_EQ(name_of(sam()), "Sam Reed");
    auto known_as = sam();
    known_as.known_as = "Jo";
    EXPECT_EQ(name_of(known_as), "Sam (known as Jo) Reed");
    known_as.known_as = "Sam";
    EXPECT_EQ(name_of(known_as), "Sam Reed");
    EXPECT_EQ(name_of({"", "", "Jo", {}, "", "", ""}), "Jo");
    EXPECT_EQ(name_of({"", " Reed ", "", {}, "", "", ""}), "Reed");
}

TEST(Child, NeedsANameOfSomeKind)
{
    EXPECT_EQ(decide({}, add({" ", "", "", {}, "1", "10", ""}), today).error(), ChildRefusal::no_name);
    EXPECT_TRUE(decide({}, add({"", "", "Jo", {}, "", "", ""}), today).has_value());
}

TEST(Child, IsNotBornTomorrow)
{
    auto identity = sam();
    identity.born = on("2026-11-24");
    EXPECT_EQ(decide({}, add(identity), today).error(), ChildRefusal::born_in_future);
    identity.born = today;
    EXPECT_TRUE(decide({}, add(identity), today).has_value());
}

TEST(Child, IsAddedOnce)
{
    const Child child = after({}, add(sam()));
    EXPECT_EQ(child.id, ChildId{"child-1"});
    EXPECT_EQ(child.identity, sam());
    EXPECT_EQ(decide(child, add(sam()), today).error(), ChildRefusal::already_there);
}

TEST(Child, IsCorrectedWithAReasonAndWhatItWasStays)
{
    auto other = sam();
    other.family_name = "Read";
    const Child child = after({}, add(sam()));
    EXPECT_EQ(decide({}, CorrectChild{lead, other, "Spelling"}, today).error(), ChildRefusal::not_there);
    EXPECT_EQ(decide(child, CorrectChild{lead, other, " "}, today).error(), ChildRefusal::no_reason);
    const Child corrected = after(child, CorrectChild{lead, other, "Spelling"});
    EXPECT_EQ(corrected.identity.family_name, "Read");
    ASSERT_EQ(corrected.history.size(), 2U);
    EXPECT_EQ(std::get<ChildAdded>(*corrected.history.front().event).identity.family_name, "Reed");
}

TEST(Child, HasNoNameLongerThanALine)
{
    auto identity = sam();
    identity.given_name = std::string(1'001, 'a');
    EXPECT_EQ(decide({}, add(identity), today).error(), ChildRefusal::text_too_long);
}

}  // namespace
}  // namespace safelead::record
