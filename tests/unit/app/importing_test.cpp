#include "app/bringing_in.h"
#include "app/children.h"
#include "app/import_files.h"
#include "support/failing_store.h"
#include "support/practice_partnership.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using test::PracticePartnership;

class Importing : public ::testing::Test {
protected:
    Imported children(std::string table, Trial trial = Trial::in_earnest)
    {
        return wait_for(import_children_file(at.safelead(), at.command(), lead.organisation,
                                             {std::move(table), {}}, trial, {}))
            .value();
    }
    std::size_t found(std::string_view name)
    {
        return find_children(at.safelead(), lead, name).value().size();
    }

    PracticePartnership at;
    Actor lead = at.actor("lead@fennimore.example");
};

constexpr std::string_view two_children =
    "UPN,Surname,Forename,DOB\nB801200005001,Zedwick,Alex,01/09/2012\n"
    ",Zedwick,Sam,02/10/2011\n";

TEST_F(Importing, PutsChildrenOnTheListAndASecondTimeNobody)
{
    const auto first = children(std::string{two_children});
    EXPECT_TRUE(first.faults.empty());
    EXPECT_EQ(first.added, 2U);
    EXPECT_EQ(found("Zedwick"), 2U);
    const auto second = children(std::string{two_children});
    EXPECT_EQ(second.added, 0U);
    EXPECT_EQ(second.changed, 0U);
    EXPECT_EQ(second.unchanged, 2U);
    at.restart();
    EXPECT_EQ(found("Zedwick"), 2U);
    EXPECT_EQ(children(std::string{two_children}).unchanged, 2U);
}

TEST_F(Importing, ChangesOnlyWhatChanged)
{
    (void)children(std::string{two_children});
    const auto changed = children("UPN,Surname,Forename,DOB\nB801200005001,Zedmoor,Alex,01/09/2012\n");
    EXPECT_EQ(changed.changed, 1U);
    EXPECT_EQ(found("Zedmoor"), 1U);
    EXPECT_EQ(found("Zedwick"), 1U);
}

TEST_F(Importing, ChangesNothingWhenOneRowIsWrongOrItIsADryRun)
{
    const auto wrong = children(std::string{two_children} + ",Zedwick,Jo,soon\n");
    ASSERT_EQ(wrong.faults.size(), 1U);
    EXPECT_EQ(wrong.faults[0].row, 4U);
    EXPECT_EQ(found("Zedwick"), 0U);
    const auto dry = children(std::string{two_children}, Trial::dry_run);
    EXPECT_EQ(dry.added, 2U);
    EXPECT_EQ(found("Zedwick"), 0U);
}

TEST_F(Importing, SaysTheRowOrThePupilThatIsWrong)
{
    const auto rows = children(std::string{two_children} + "\n,,,\nA207000016049,Zedwick,Jo,03/10/2011\n");
    ASSERT_EQ(rows.faults.size(), 1U);
    EXPECT_EQ(rows.faults[0].row, 6U);
    EXPECT_EQ(rows.faults[0].at, FaultAt::row);
    const auto pupils = children(
        "<CTfile><CTFpupilData><Pupil><UPN>A207000016049</UPN><Surname>Zedwick</Surname></Pupil>"
        "</CTFpupilData></CTfile>");
    ASSERT_EQ(pupils.faults.size(), 1U);
    EXPECT_EQ(pupils.faults[0].row, 1U);
    EXPECT_EQ(pupils.faults[0].at, FaultAt::pupil);
}

TEST_F(Importing, LeavesAColumnOutWhereTheMapSaysNothing)
{
    const auto import = [&](std::vector<std::string> map) {
        return wait_for(import_staff_file(
                            at.safelead(), at.command(), lead.organisation,
                            {"Name,Email,Role\nAna Made-up,ana@fennimore.example,Teaching Assistant\n", map},
                            Trial::in_earnest, {}))
            .value();
    };
    EXPECT_EQ(import({}).faults.size(), 1U);
    EXPECT_EQ(import({"=Role"}).faults.size(), 1U);
    EXPECT_EQ(import({"roles="}).added, 1U);
}

TEST_F(Importing, TakesAWholeSchoolInOneAppend)
{
    std::string table = "Surname,Forename,DOB\n";
    for (int i = 0; i < 1500; ++i)
        table += fmt::format("Zed{},Alex,{:02}/{:02}/2012\n", i, i % 28 + 1, i % 12 + 1);
    EXPECT_EQ(children(table).added, 1500U);
    EXPECT_EQ(found("Zed1499"), 1U);
    EXPECT_EQ(children(table).unchanged, 1500U);
}

TEST_F(Importing, TakesOneListOfASchoolAtATime)
{
    test::BlockedStore blocked{at.entries()};
    at.restart_on(blocked);
    const auto begin = [&](Trial trial) {
        return import_children_file(at.safelead(), at.command(), lead.organisation,
                                    {std::string{two_children}, {}}, trial, {});
    };
    {
        auto first = begin(Trial::in_earnest);
        const auto second = wait_for(begin(Trial::in_earnest));
        EXPECT_TRUE(!second && second.error() == NotDone{Crowded{}}) << "it would list every child twice";
        EXPECT_TRUE(wait_for(begin(Trial::dry_run))) << "what would change may be looked at";
        blocked.let_go();
        EXPECT_EQ(wait_for(std::move(first))->added, 2U);
    }
    EXPECT_EQ(wait_for(begin(Trial::in_earnest))->unchanged, 2U) << "and the next one after that";
    EXPECT_EQ(found("Zedwick"), 2U);
    at.restart();
}

TEST_F(Importing, TakesAnotherListAfterOneThatWasNotKeptOrNotWaitedFor)
{
    test::FailingStore failing{at.entries(), 0};
    at.restart_on(failing);
    const auto begin = [&] {
        return import_children_file(at.safelead(), at.command(), lead.organisation,
                                    {std::string{two_children}, {}}, Trial::in_earnest, {});
    };
    EXPECT_THROW((void)wait_for(begin()), Unavailable);
    EXPECT_THROW((void)wait_for(begin()), Unavailable) << "it is not crowded";
    at.restart();
    (void)begin();
    EXPECT_TRUE(wait_for(begin())) << "nobody waits for the first any more";
}

TEST_F(Importing, SaysHowOftenSomethingWasTakenOut)
{
    const std::string image =
        "data:image/png;base64,"
        "iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4 and more";
    const auto table = "UPN,Surname,Forename,DOB\nB801200005001,Zedwick,\"Alex " + image + "\",01/09/2012\n";
    EXPECT_EQ(children(table, Trial::dry_run).taken_out, 1U);
    const auto done = children(table);
    EXPECT_EQ(done.added, 1U);
    EXPECT_EQ(done.taken_out, 1U);
}

TEST_F(Importing, PutsStaffInTheDirectory)
{
    std::vector<std::string> told;
    const auto import = [&](std::string table) {
        return wait_for(import_staff_file(at.safelead(), at.command(), lead.organisation,
                                          {std::move(table), {}}, Trial::in_earnest,
                                          [&told](std::string_view far) { told.emplace_back(far); }))
            .value();
    };
    EXPECT_EQ(import("Name,Email\nAna Made-up,ana@fennimore.example\n").added, 1U);
    ASSERT_FALSE(told.empty()) << "a long file says how far it is";
    EXPECT_EQ(told.back(), "1 rows read; weighing and writing");
    EXPECT_EQ(at.actor("ana@fennimore.example").organisation, lead.organisation);
    EXPECT_EQ(import("Name,Email\nAna Made-up,ana@fennimore.example\n").unchanged, 1U);
    EXPECT_EQ(import("Name,Email,Roles\nBo Made-up,bo@fennimore.example,dsl\nNo,no,\n").faults.size(), 2U);
}

TEST_F(Importing, OfChildrenByAPageIsForASchoolAlone)
{
    auto at_agency = at.actor("manager@frontdoor.example");
    at_agency.roles.add(directory::Role::administrator);
    EXPECT_TRUE(may_bring_in(at.safelead(), lead, ListOf::children));
    EXPECT_TRUE(may_bring_in(at.safelead(), at_agency, ListOf::staff));
    EXPECT_FALSE(may_bring_in(at.safelead(), at_agency, ListOf::children));
    EXPECT_FALSE(wait_for(bring_in(at.safelead(), at_agency, at.command(), ListOf::children,
                                   "Forename,Surname,DOB\nAlex,Zedwick,2012-09-01\n", Trial::in_earnest)));
}

TEST_F(Importing, PutsSchoolsInTheDirectoryWithALogEach)
{
    const SchoolsFile file{
        "URN,LA (code),EstablishmentName,EstablishmentStatus (name),PhaseOfEducation (name)\n"
        "100001,383,Zed Primary,Open,Primary\n100002,383,Wye Primary,Open,Primary\n",
        "",
        {"383"},
        "leeds"};
    const auto import = [&](Trial trial) {
        return wait_for(import_schools_file(at.safelead(), at.command(), file, trial, {})).value();
    };
    EXPECT_EQ(import(Trial::dry_run).added, 2U);
    EXPECT_EQ(import(Trial::in_earnest).added, 2U);
    EXPECT_EQ(import(Trial::in_earnest).unchanged, 2U);
    at.restart();
    OrganisationId zed{""};
    for (const auto* one : partnership(at.safelead())->organisations())
        if (one->urn == "100001") zed = one->id;
    ASSERT_FALSE(zed.text().empty());
    const auto added = wait_for(import_children_file(at.safelead(), at.command(), zed,
                                                     {std::string{two_children}, {}}, Trial::in_earnest, {}))
                           .value();
    EXPECT_EQ(added.added, 2U);
    EXPECT_EQ(found("Zedwick"), 0U);
}

TEST_F(Importing, GoesToNoOrganisationThatIsNotThere)
{
    EXPECT_FALSE(wait_for(import_children_file(at.safelead(), at.command(), OrganisationId{"nowhere"},
                                               {std::string{two_children}, {}}, Trial::in_earnest, {})));
}

}  // namespace
}  // namespace safelead::app
