#include "app/find_cases.h"

#include "app/cases.h"
#include "app/children.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

using test::PracticePartnership;

class FindingCases : public ::testing::Test {
protected:
    FindingCases()
    {
        reported =
            at.report([](Report& report) { report.words = "\"The kingfisher message was sent on.\""; });
        opened =
            wait_for(open_case(at.safelead(), lead, at.command(), {reported.reference})).value().reference;
    }

    std::vector<record::Reference> found(const Actor& actor, std::string typed)
    {
        const auto all = wait_for(find_cases(at.safelead(), actor, {.typed = std::move(typed)})).value();
        std::vector<record::Reference> references;
        for (const auto& one : all.cases) references.push_back(one.it->reference);
        return references;
    }

    bool finds(const Actor& actor, std::string typed)
    {
        return std::ranges::count(found(actor, {.typed = std::move(typed)}), opened) == 1;
    }

    void change(record::CaseCommand what)
    {
        ASSERT_TRUE(wait_for(change_case(at.safelead(), lead, at.command(), opened, std::move(what))));
    }

    PracticePartnership at;
    Actor lead = at.actor("lead@fennimore.example");
    Reported reported{record::ConcernId{""}, record::Reference{""}, {}};
    record::Reference opened{""};
};

TEST_F(FindingCases, GoesByReferenceHoweverItIsTyped)
{
    std::string typed{opened.text()};
    std::ranges::transform(typed, typed.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; });
    EXPECT_EQ(found(lead, ' ' + typed), std::vector{opened});
    EXPECT_TRUE(found(lead, "C-0000-0000").empty());
    EXPECT_TRUE(found(lead, " - ").empty());
}

TEST_F(FindingCases, GoesByTheNamesOfThoseInThem)
{
    const auto child = find_children(at.safelead(), lead, "a").value().at(0);
    EXPECT_FALSE(finds(lead, child.name));
    change(record::AddPerson{lead.person, child.child, ""});
    EXPECT_TRUE(finds(lead, child.name));
}

TEST_F(FindingCases, GoesByWordsThatWereWrittenInThemAndInTheirConcerns)
{
    EXPECT_TRUE(finds(lead, "KINGFISHER message"));
    EXPECT_FALSE(finds(lead, "kingfish"));
    EXPECT_FALSE(finds(lead, "kingfisher heronry"));
    change(record::AddNote{{lead.person, {"Today", {}, {}}, "Spoke of the heronry."}});
    EXPECT_TRUE(finds(lead, "kingfisher heronry"));
    at.restart();
    EXPECT_TRUE(finds(lead, "heronry"));
}

TEST_F(FindingCases, GoesByANameThatIsNearlyTheOneTyped)
{
    record::Identity identity;
    identity.given_name = "Zoë-Mai";
    identity.family_name = "O\u2019Thornwick";
    ASSERT_TRUE(wait_for(add_new_child(at.safelead(), lead, at.command(), opened, identity)));
    for (const auto* typed : {"zoe", "Zoe Mai", "zoemai", "othornwick", "O'Thornwick", "thornwick zoë"})
        EXPECT_TRUE(finds(lead, typed)) << typed;
    for (const auto* typed : {"thornwik", "tohrnwick", "thornwyck"}) EXPECT_TRUE(finds(lead, typed)) << typed;
    EXPECT_FALSE(finds(lead, "thistlewood"));
}

TEST_F(FindingCases, GoesByTasks)
{
    change(record::KeepRecord{record::OwnTaskSet{
        record::TaskId{""}, lead.person, "Ring the lifeboat station.", {}, record::Clock::real, 4, {}}});
    EXPECT_TRUE(finds(lead, "lifeboat"));
}

TEST_F(FindingCases, GoesByStatusAndDays)
{
    const auto today = at.safelead().zone().local(at.clock().now()).wall.date;
    const auto asked = [&](CasesAsked what) {
        const auto all = wait_for(find_cases(at.safelead(), lead, std::move(what))).value();
        return std::ranges::any_of(all.cases, [&](const auto& one) { return one.it->reference == opened; });
    };
    EXPECT_TRUE(asked({.status = CaseStatus::open}));
    EXPECT_TRUE(asked({.status = CaseStatus::undecided}));
    EXPECT_FALSE(asked({.status = CaseStatus::closed}));
    EXPECT_FALSE(asked({.status = CaseStatus::sign_off}));
    EXPECT_TRUE(asked({.from = today, .until = today}));
    EXPECT_FALSE(asked({.until = Date{std::chrono::sys_days{today} - std::chrono::days{1}}}));
    EXPECT_FALSE(asked({.from = Date{std::chrono::sys_days{today} + std::chrono::days{1}}}));
    EXPECT_FALSE(asked({.typed = "kingfisher", .status = CaseStatus::closed}));
    EXPECT_TRUE(asked({.typed = "kingfisher", .status = CaseStatus::open}));
    EXPECT_FALSE(asked({}));
}

TEST_F(FindingCases, ShowsNobodyWhatTheyMayNotRead)
{
    const auto about_lead = at.report([&](Report& report) {
        report.words = "\"Something about a waterwheel.\"";
        report.staff_involved = record::StaffInvolved::lead;
        report.people_involved = {lead.person};
    });
    const auto head = at.actor("head@fennimore.example");
    const auto hidden =
        wait_for(open_case(at.safelead(), head, at.command(), {about_lead.reference})).value().reference;
    EXPECT_EQ(found(head, "waterwheel"), std::vector{hidden});
    EXPECT_TRUE(found(lead, "waterwheel").empty());
    EXPECT_TRUE(found(lead, std::string{hidden.text()}).empty());
    EXPECT_FALSE(
        wait_for(find_cases(at.safelead(), at.actor("teacher@fennimore.example"), {.typed = "waterwheel"})));
    EXPECT_TRUE(found(at.actor("lead@littlewendle.example"), "kingfisher").empty());
}

}  // namespace
}  // namespace safelead::app
