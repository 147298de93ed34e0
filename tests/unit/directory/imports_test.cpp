#include "directory/schools_import.h"
#include "directory/staff_import.h"
#include "small_school.h"

namespace safelead::directory {
namespace {

// Schools.

OrganisationId id_of(std::string_view urn)
{
    return OrganisationId{"school-" + std::string{urn}};
}

RegisteredSchool school(std::string urn, std::string name, bool is_open = true)
{
    return {
        2,      std::move(urn), std::move(name), OrganisationKind::school, Phase::primary, "0113 496 0101",
        is_open};
}

Partnership after(Partnership state, const SchoolsImport& plan)
{
    for (const auto& event : plan.events) state = evolve(std::move(state), event);
    return state;
}

SchoolsImport planned(const Partnership& state, const std::vector<RegisteredSchool>& schools,
                      const std::vector<UrnSuccessor>& links = {})
{
    return plan_import(state, schools, links, "leeds", id_of).value();
}

std::vector<RowFault> faults_in(const Partnership& state, const std::vector<RegisteredSchool>& schools,
                                const Links& links)
{
    const auto plan = plan_import(state, schools, links, "leeds", id_of);
    return plan ? std::vector<RowFault>{} : plan.error();
}

TEST(SchoolsImport, AddsOpenSchoolsAndASecondTimeNothing)
{
    const std::vector schools{school("100001", "Hill Primary"), school("100002", "Closed Primary", false)};
    const auto plan = planned({}, schools);
    EXPECT_EQ(plan.added, 1U);
    const auto state = after({}, plan);
    ASSERT_NE(state.organisation(id_of("100001")), nullptr);
    EXPECT_EQ(state.organisation(id_of("100001"))->area, "leeds");
    const auto again = planned(state, schools);
    EXPECT_TRUE(again.events.empty());
    EXPECT_EQ(again.unchanged, 1U);
}

TEST(SchoolsImport, ChangesOnlyWhatChanged)
{
    const auto state =
        after({}, planned({}, {school("100001", "Hill Primary"), school("100003", "Moor Primary")}));
    const auto plan = planned(state, {school("100001", "Hill Academy"), school("100003", "Moor Primary")});
    ASSERT_EQ(plan.events.size(), 1U);
    const auto& changed = std::get<OrganisationChanged>(plan.events[0]).organisation;
    EXPECT_EQ(changed.id, id_of("100001"));
    EXPECT_EQ(changed.name, "Hill Academy");
}

TEST(SchoolsImport, FollowsAnAcademyConversionToItsNewUrn)
{
    const auto before = after({}, planned({}, {school("100001", "Hill Primary")}));
    const std::vector schools{school("100001", "Hill Primary", false), school("150001", "Hill Academy")};
    const auto plan = planned(before, schools, {{"100001", "150001"}});
    EXPECT_EQ(plan.added, 0U);
    EXPECT_EQ(plan.changed, 1U);
    const auto state = after(before, plan);
    EXPECT_EQ(state.organisation(id_of("100001"))->urn, "150001");
    EXPECT_TRUE(planned(state, schools, {{"100001", "150001"}}).events.empty());
}

TEST(SchoolsImport, AsksForTheLinksWhereASchoolThatIsHereHasClosed)
{
    const auto before = after({}, planned({}, {school("100001", "Hill Primary")}));
    const std::vector schools{school("100001", "Hill Primary", false), school("150001", "Hill Academy"),
                              school("100009", "Closed elsewhere", false)};
    const auto faults = faults_in(before, schools, std::nullopt);
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].column, "URN");
    EXPECT_NE(faults[0].fix.find("--links"), std::string::npos);
    EXPECT_TRUE(faults_in(before, schools, std::vector<UrnSuccessor>{}).empty()) << "it was given";
    EXPECT_TRUE(faults_in({}, schools, std::nullopt).empty()) << "nobody here has closed";
}

TEST(SchoolsImport, MindsABrokenLinkOnlyWhereItIsAboutSomebodyHere)
{
    const auto before = after({}, planned({}, {school("100001", "Hill Primary")}));
    const std::vector schools{school("100001", "Hill Primary")};
    EXPECT_TRUE(faults_in(before, schools, std::vector<UrnSuccessor>{{"999", "123456", 2}}).empty());
    const auto faults = faults_in(before, schools, std::vector<UrnSuccessor>{{"100001", "15", 3}});
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].row, 3U);
    EXPECT_EQ(faults[0].column, "LinkURN");
}

TEST(SchoolsImport, JoinsNoSchoolsOfItself)
{
    const auto before = after({}, planned({}, {school("100001", "Hill"), school("100002", "Moor")}));
    const std::vector merged{school("100001", "Hill", false), school("100002", "Moor", false),
                             school("150001", "Hill and Moor")};
    const auto plan = planned(before, merged, {{"100001", "150001"}, {"100002", "150001"}});
    EXPECT_TRUE(plan.events.empty());
    EXPECT_EQ(plan.notes.size(), 2U);

    const auto split = planned(before, {school("100001", "Hill", false), school("100002", "Moor")},
                               {{"100001", "150002"}, {"100001", "150003"}});
    EXPECT_TRUE(split.events.empty());
    EXPECT_EQ(split.notes.size(), 1U);
}

TEST(SchoolsImport, LeavesUniversitiesOutAndSaysSo)
{
    auto university = school("133800", "Moor University");
    university.is_university = true;
    auto closed = school("133801", "Hill University", false);
    closed.is_university = true;
    const auto plan = planned({}, {school("100001", "Hill Primary"), university, closed});
    EXPECT_EQ(plan.added, 1U);
    EXPECT_EQ(after({}, plan).organisation(id_of("133800")), nullptr);
    ASSERT_EQ(plan.notes.size(), 1U);
    EXPECT_NE(plan.notes[0].find("left out: 1."), std::string::npos) << plan.notes[0];

    const auto before = after({}, planned({}, {school("133800", "Moor University")}));
    const auto again = planned(before, {university});
    EXPECT_TRUE(again.events.empty()) << "one that is here already goes on as it is";
    ASSERT_EQ(again.notes.size(), 1U);
    EXPECT_NE(again.notes[0].find("URN 133800 is a university"), std::string::npos) << again.notes[0];
}

TEST(ChangeOrganisation, GivesNoTwoTheSameUrn)
{
    auto state = after({}, planned({}, {school("100001", "Hill"), school("100002", "Moor")}));
    const auto change = [&](std::string urn) {
        return decide(state, ChangeOrganisation{.organisation = id_of("100001"), .urn = std::move(urn)});
    };
    EXPECT_EQ(change("100002").error(), Refusal::urn_already_there);
    EXPECT_EQ(change("1000").error(), Refusal::urn_not_usable);
    const auto add = [&](std::string urn) {
        auto added = *state.organisation(id_of("100001"));
        added.id = OrganisationId{"another"};
        added.urn = std::move(urn);
        return decide(state, AddOrganisation{added});
    };
    EXPECT_EQ(add("100002").error(), Refusal::urn_already_there);
    EXPECT_EQ(add("1000").error(), Refusal::urn_not_usable);
    EXPECT_TRUE(add("100003"));
    EXPECT_TRUE(change("100001").value().empty()) << "it has it already";
    ASSERT_EQ(change("150001").value().size(), 1U);
    state = evolve(std::move(state), change("150001").value().front());
    EXPECT_EQ(state.organisation(id_of("100001"))->urn, "150001");
    EXPECT_EQ(state.organisation(id_of("100001"))->name, "Hill");
}

TEST(SchoolsImport, EndsWhereLinksGoInARing)
{
    const auto before = after({}, planned({}, {school("100001", "Hill")}));
    const auto plan =
        planned(before, {school("100001", "Hill", false)}, {{"100001", "100002"}, {"100002", "100001"}});
    EXPECT_TRUE(plan.events.empty());
    EXPECT_EQ(plan.notes.size(), 1U);
}

TEST(SchoolsImport, SaysWhichRowsToPutRight)
{
    const auto faults = plan_import({},
                                    {school("10001", "Hill"), school("100001", " "), school("100002", "A"),
                                     school("100002", "A")},
                                    {}, "leeds", id_of)
                            .error();
    ASSERT_EQ(faults.size(), 3U);
    EXPECT_EQ(faults[0].column, "URN");
    EXPECT_EQ(faults[1].column, "EstablishmentName");
    EXPECT_EQ(faults[2].column, "URN");
}

// Staff.

ImportedPerson person(std::size_t row, const std::string& name, Roles roles = {Role::staff})
{
    return {row, "Made-up " + name, name + "@hill.example", "key-" + name, roles, PersonId{"new-" + name}};
}

TEST(StaffImport, AddsPeopleWithRolesAndASecondTimeNothing)
{
    SmallSchool at;
    const auto plan =
        plan_import(at.state, at.hill, {person(2, "teacher"), person(3, "tutor")}, by_operator()).value();
    EXPECT_EQ(plan.added, 1U);
    EXPECT_EQ(plan.unchanged, 1U);
    EXPECT_EQ(plan.not_in_file, 6U);
    for (const auto& event : plan.events) at.state = evolve(std::move(at.state), event);
    EXPECT_TRUE(at.state.roles_of(PersonId{"new-tutor"}, at.hill).has(Role::staff));
    EXPECT_TRUE(plan_import(at.state, at.hill, {person(2, "teacher"), person(3, "tutor")}, by_operator())
                    .value()
                    .events.empty());
}

TEST(StaffImport, ChangesANameAndTakesNoRoleAway)
{
    SmallSchool at;
    auto married = person(2, "lead");
    married.name = "Made-up new name";
    const auto plan = plan_import(at.state, at.hill, {married}, by_operator()).value();
    ASSERT_EQ(plan.events.size(), 2U);
    for (const auto& event : plan.events) at.state = evolve(std::move(at.state), event);
    EXPECT_EQ(at.state.person(PersonId{"lead"})->name, "Made-up new name");
    EXPECT_TRUE(at.state.roles_of(PersonId{"lead"}, at.hill).has(Role::dsl));
}

TEST(StaffImport, AsksWhetherANameWithANewAddressIsSomebodyNew)
{
    SmallSchool at;
    auto married = person(2, "married");
    married.name = "made-up Teacher";
    const auto faults = plan_import(at.state, at.hill, {married}, by_operator()).error();
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].row, 2U);
    EXPECT_EQ(faults[0].column, "email");

    const auto both = plan_import(at.state, at.hill, {married, person(3, "teacher")}, by_operator()).value();
    EXPECT_EQ(both.added, 1U) << "two people of one name";
    auto with_both = at.state;
    for (const auto& event : both.events) with_both = evolve(std::move(with_both), event);
    EXPECT_TRUE(plan_import(with_both, at.hill, {married}, by_operator())) << "it is asked once";

    at.must(RecordLeaving{PersonId{"teacher"}, by_person(PersonId{"head"})});
    EXPECT_EQ(plan_import(at.state, at.hill, {married}, by_operator()).value().added, 1U)
        << "whoever left is nobody's double";
}

TEST(StaffImport, RefusesAnAddressThatNoMailReaches)
{
    const SmallSchool at;
    auto pasted = person(2, "tutor");
    pasted.email = "tutor@hill.example;";
    const auto faults = plan_import(at.state, at.hill, {pasted}, by_operator()).error();
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].column, "email");
    EXPECT_NE(faults[0].fix.find("semicolons"), std::string::npos);
}

TEST(StaffImport, GivesNoRoleThatTakesTwoOnceTheSchoolIsSetUp)
{
    const SmallSchool at;
    const auto faults =
        plan_import(at.state, at.hill, {person(2, "tutor", {Role::staff, Role::dsl})}, by_operator()).error();
    ASSERT_EQ(faults.size(), 1U);
    EXPECT_EQ(faults[0].row, 2U);
    EXPECT_EQ(faults[0].column, "roles");
}

TEST(StaffImport, OnSomebodysWordAsksForARoleThatTakesTwoOnce)
{
    SmallSchool at;
    const std::vector rows{person(2, "tutor", {Role::staff, Role::dsl}), person(3, "cook")};
    const auto word = by_person(PersonId{"office"});
    const auto plan = plan_import(at.state, at.hill, rows, word).value();
    EXPECT_EQ(plan.added, 2U);
    ASSERT_EQ(plan.notes.size(), 1U);
    EXPECT_TRUE(plan.notes.front().starts_with("Roles that take two people: 1."));
    for (const auto& event : plan.events) at.state = evolve(std::move(at.state), event);
    const PersonId tutor{"new-tutor"};
    EXPECT_EQ(at.state.roles_of(tutor, at.hill).list(), std::vector{Role::staff});
    ASSERT_EQ(at.state.person(tutor)->asked_roles.size(), 1U);
    EXPECT_EQ(at.state.person(tutor)->asked_roles.front().by, PersonId{"office"});

    const auto again = plan_import(at.state, at.hill, rows, word).value();
    EXPECT_TRUE(again.events.empty()) << "it waits already";
    EXPECT_EQ(again.notes.size(), 1U) << "and is still said to wait";

    auto without_asker = at.state;
    for (const auto& event : decide(at.state, TakeRole{PersonId{"office"}, at.hill, Role::administrator,
                                                       by_person(PersonId{"head"})})
                                 .value())
        without_asker = evolve(std::move(without_asker), event);
    EXPECT_EQ(plan_import(without_asker, at.hill, rows, by_person(PersonId{"head"})).value().events.size(),
              1U)
        << "nobody can agree to what somebody asked who may not any more: it is asked anew";
    const auto by_teacher =
        plan_import(at.state, at.hill, {person(2, "gardener")}, by_person(PersonId{"teacher"}));
    EXPECT_FALSE(by_teacher) << "whoever looks after nobody brings nobody in";
}

TEST(StaffImport, SaysWhichRowsToPutRight)
{
    const SmallSchool at;
    auto no_address = person(2, "tutor");
    no_address.sign_in_key.clear();
    auto no_name = person(3, "nobody");
    no_name.name = " ";
    const auto faults =
        plan_import(at.state, at.hill, {no_address, no_name, person(4, "x"), person(5, "x")}, by_operator())
            .error();
    ASSERT_EQ(faults.size(), 3U);
    EXPECT_EQ(faults[0].column, "email");
    EXPECT_EQ(faults[1].column, "name");
    EXPECT_EQ(faults[2].row, 5U);
    EXPECT_EQ(plan_import(at.state, OrganisationId{"nowhere"}, {}, by_operator()).error().size(), 1U);
}

}  // namespace
}  // namespace safelead::directory
