// What is kept of a child in both children's streams, records that may be of one child, and linked cases.

#include "app/cases.h"
#include "app/child_file.h"
#include "app/children.h"
#include "app/concerns.h"
#include "record/linked_cases.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

using test::PracticePartnership;

class ChildRecords : public ::testing::Test {
protected:
    record::ChildId new_child(std::string given, std::string family, std::optional<Date> born = {})
    {
        const record::Identity identity{std::move(given), std::move(family), "", born, "", "", ""};
        return wait_for(add_children(at.safelead(), lead(), at.command(), {identity})).value().front();
    }

    Actor lead() { return at.actor("lead@fennimore.example"); }

    record::Reference open_about(const record::ChildId& child, bool names_lead = false)
    {
        const auto reported = at.report([&](Report& report) {
            report.children = {child};
            report.not_on_list.clear();
            if (names_lead) report.staff_involved = record::StaffInvolved::lead;
        });
        const auto who = names_lead ? at.actor("head@fennimore.example") : lead();
        (void)wait_for(read_concern(at.safelead(), who, reported.reference));
        const auto opened =
            wait_for(open_case(at.safelead(), who, at.command(), {reported.reference})).value().reference;
        EXPECT_TRUE(wait_for(change_case(at.safelead(), who, at.command(), opened,
                                         record::AddPerson{PersonId{""}, child, ""})));
        return opened;
    }

    Outcome<std::size_t> keep(const record::ChildId& child, record::ChildKeepable what)
    {
        return wait_for(keep_of_child(at.safelead(), lead(), at.command(), child, std::move(what)));
    }

    ChildView view(const record::ChildId& child)
    {
        return wait_for(view_child(at.safelead(), lead(), child)).value();
    }

    Outcome<CaseChanged> link(const record::Reference& from, std::string to)
    {
        return wait_for(
            change_case(at.safelead(), lead(), at.command(), from,
                        record::KeepRecord{record::CasesLinked{PersonId{""}, std::move(to),
                                                               record::WhyLinked::same_group, "Chat"}}));
    }

    CaseView case_of(const record::Reference& reference)
    {
        return wait_for(view_case(at.safelead(), lead(), reference)).value();
    }

    PracticePartnership at;
};

TEST_F(ChildRecords, ATieStandsInBothAndIsTakenBackInBoth)
{
    const auto one = new_child("Robin", "Vale");
    const auto other = new_child("Kim", "Vale");
    EXPECT_TRUE(std::ranges::any_of(view(one).may_belong_together,
                                    [&](const auto& child) { return child->id == other; }));
    ASSERT_TRUE(
        keep(one, record::ChildrenLinked{PersonId{""}, other, record::Tie::siblings, "Their mother"}));
    EXPECT_EQ(view(other).it->ties.front().other, one);
    EXPECT_EQ(view(other).it->ties.front().by, lead().person);
    ASSERT_TRUE(keep(other, record::ChildrenUnlinked{PersonId{""}, one, "Another family"}));
    EXPECT_TRUE(view(one).it->ties.empty());
}

TEST_F(ChildRecords, OnlyWhoeverMayDecideKeepsAnything)
{
    const auto one = new_child("Robin", "Vale");
    const auto by_teacher =
        wait_for(keep_of_child(at.safelead(), at.actor("teacher@fennimore.example"), at.command(), one,
                               record::MainFileNoted{PersonId{""}, "X", "", ""}));
    EXPECT_FALSE(by_teacher);
    EXPECT_FALSE(keep(one, record::RecordsJoined{PersonId{""}, record::ChildId{"nobody"}, "X"}));
}

TEST_F(ChildRecords, AreOfferedWhereTheyAreAlikeAndNoLongerOnceJoined)
{
    const Date born{std::chrono::year{2012}, std::chrono::month{3}, std::chrono::day{4}};
    const auto one = new_child("Łucja", "Vale", born);
    const auto same = new_child("Łucja", "Vail", born);
    (void)new_child("Kim", "Vale", born);
    ASSERT_EQ(view(one).may_be_same.size(), 0U) << "one letter off needs five letters";
    const auto near = new_child("Łucja", "Vale");
    ASSERT_EQ(view(one).may_be_same.size(), 1U);
    EXPECT_EQ(view(one).may_be_same.front().likeness, record::Likeness::perhaps);
    ASSERT_TRUE(keep(one, record::RecordsJoined{PersonId{""}, near, "The office checked"}));
    EXPECT_TRUE(view(one).may_be_same.empty());
    EXPECT_EQ(view(near).records.size(), 2U);
    EXPECT_EQ(view(same).records.size(), 1U);
}

TEST_F(ChildRecords, InTwoCasesAreShownOnBothAlsoUnderAnotherRecord)
{
    const auto one = new_child("Robin", "Vale");
    const auto same = new_child("Robin", "Vale");
    const auto first = open_about(one);
    const auto second = open_about(same);
    EXPECT_TRUE(case_of(first).also_in.empty());
    ASSERT_TRUE(keep(one, record::RecordsJoined{PersonId{""}, same, "The office checked"}));
    EXPECT_EQ(case_of(first).also_in.at(one), std::vector{second});
    EXPECT_EQ(case_of(second).also_in.at(same), std::vector{first});
    const auto file = wait_for(view_child_file(at.safelead(), lead(), one)).value();
    EXPECT_EQ(file.cases.size(), 2U);
}

TEST_F(ChildRecords, LinkedCasesSayItInBothAndTakeItAwayInBoth)
{
    const auto first = open_about(new_child("Robin", "Vale"));
    const auto second = open_about(new_child("Kim", "Hurst"));
    std::string typed{second.text()};
    std::ranges::transform(typed, typed.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    ASSERT_TRUE(link(first, " " + typed));
    EXPECT_EQ(record::linked_cases(*case_of(second).it).front().other, first.text());
    EXPECT_FALSE(link(second, std::string{first.text()}));
    EXPECT_FALSE(link(first, "C-0000-0000"));
    ASSERT_TRUE(wait_for(change_case(
        at.safelead(), lead(), at.command(), second,
        record::KeepRecord{record::CasesUnlinked{PersonId{""}, std::string{first.text()}, "Another chat"}})));
    EXPECT_TRUE(record::linked_cases(*case_of(first).it).empty());
}

TEST_F(ChildRecords, NoLinkTellsTheLeadOfACaseThatWentPastThem)
{
    const auto first = open_about(new_child("Robin", "Vale"));
    const auto past_lead = open_about(new_child("Kim", "Hurst"), true);
    EXPECT_FALSE(link(first, std::string{past_lead.text()}));
    const auto by_head =
        wait_for(change_case(at.safelead(), at.actor("head@fennimore.example"), at.command(), past_lead,
                             record::KeepRecord{record::CasesLinked{PersonId{""}, std::string{first.text()},
                                                                    record::WhyLinked::same_group, "Chat"}}));
    EXPECT_FALSE(by_head);
    EXPECT_TRUE(record::linked_cases(*case_of(first).it).empty());
}

}  // namespace
}  // namespace safelead::app
