#include "small_school.h"

#include <algorithm>

namespace safelead::directory {
namespace {

const PersonId head{"head"};
const PersonId deputy{"deputy"};
const PersonId office{"office"};
const PersonId lead{"lead"};
const PersonId teacher{"teacher"};
const PersonId other{"other"};
const PersonId dale_head{"dale-head"};
const PersonId dale_office{"dale-office"};
const PersonId dale_teacher{"dale-teacher"};
const PersonId moor_head{"moor-head"};

const Instant monday = *parse_instant("2026-11-23T10:00:00.000Z");
const Invitation invitation{"digest", monday + std::chrono::hours{72}};

/// People of Hill School who read at other schools.
class ResetElsewhere : public testing::Test {
protected:
    ResetElsewhere()
    {
        for (const auto& where : {dale, moor})
            school.add({where, "Made-up School", OrganisationKind::school, Phase::primary, "", "", "",
                        "leeds", Standing::practice});
        add(dale_head, dale, Role::headteacher);
        add(dale_office, dale, Role::administrator);
        add(dale_teacher, dale, Role::staff);
        add(moor_head, moor, Role::headteacher);
        for (const auto& person : {teacher, lead, other}) give(person, dale, Role::dsl);
        give(lead, moor, Role::dsl);
        school.must(SetPassword{teacher, "hash", by_themselves(teacher)});
        for (const auto& where : {dale, moor}) school.must(FinishSetUp{where});
    }

    void add(const PersonId& person, const OrganisationId& where, Role role)
    {
        school.must(AddPerson{person, where, "Made-up", "new@dale.example",
                              "key-" + std::string{person.text()}, by_operator()});
        give(person, where, role);
    }
    void give(const PersonId& person, const OrganisationId& where, Role role)
    {
        school.must(GiveRole{person, where, role, by_operator()});
    }
    const Person& person(const PersonId& id) { return *school.state.person(id); }

    SmallSchool school;
    OrganisationId dale{"dale"};
    OrganisationId moor{"moor"};
};

TEST_F(ResetElsewhere, TakesASecondPersonFromWhereTheyRead)
{
    EXPECT_EQ(school.refusal(InviteToSignIn{teacher, invitation, by_person(office)}),
              Refusal::second_person_needed);
    EXPECT_EQ(school.refusal(SetPassword{teacher, "hash", by_two(office, head)}),
              Refusal::not_theirs_to_give);
    school.must(AskSignInReset{teacher, office});
    EXPECT_EQ(school.refusal(AgreeSignInReset{teacher, head, invitation}), Refusal::not_theirs_to_give)
        << "nobody of Dale was asked";
    EXPECT_EQ(school.refusal(AgreeSignInReset{teacher, dale_teacher, invitation}),
              Refusal::not_theirs_to_give);
    EXPECT_EQ(person(teacher).password, "hash");
    school.must(AgreeSignInReset{teacher, dale_head, invitation});
    EXPECT_EQ(person(teacher).invitation, invitation);
}

TEST_F(ResetElsewhere, IsNotForTheOperatorWhereThatSchoolIsSetUp)
{
    for (const auto* name : {"lead", "deputy", "head", "chair"})
        school.must(RecordLeaving{PersonId{name}, by_operator()});
    school.must(ReopenSetUp{school.hill, "They have left."});
    EXPECT_EQ(school.refusal(InviteToSignIn{teacher, invitation, by_operator()}), Refusal::set_up_is_over);
}

TEST_F(ResetElsewhere, TakesOneOfEachWhereTheyReadInTwo)
{
    school.must(TakeRole{lead, moor, Role::dsl, by_person(moor_head)});
    school.must(AskSignInReset{lead, office});
    EXPECT_EQ(school.refusal(AgreeSignInReset{lead, head, invitation}), Refusal::not_theirs_to_give);
    school.must(AgreeSignInReset{lead, dale_head, invitation});
}

TEST_F(ResetElsewhere, IsNotAskedForInVainWhereTwoCannotBeOfAll)
{
    EXPECT_EQ(school.refusal(AskSignInReset{lead, office}), Refusal::nobody_could_agree);
    school.must(TakeRole{lead, moor, Role::dsl, by_person(moor_head)});
    school.must(AskSignInReset{lead, office});
}

TEST_F(ResetElsewhere, IsForThoseToRefuseWhoAreConcerned)
{
    school.must(AskSignInReset{teacher, office});
    EXPECT_EQ(school.refusal(RefuseSignInReset{teacher, dale_teacher}), Refusal::not_theirs_to_give);
    EXPECT_EQ(school.refusal(RefuseSignInReset{teacher, moor_head}), Refusal::not_theirs_to_give);
    school.must(RefuseSignInReset{teacher, dale_office});
    EXPECT_FALSE(person(teacher).reset_asked_by);
}

TEST_F(ResetElsewhere, IsNotDoneByInvitingSomebodyWithARole)
{
    school.must(AskRole{other, school.hill, Role::deputy, office});
    school.must(AgreeRole{other, school.hill, Role::deputy, head, invitation});
    EXPECT_TRUE(school.state.roles_of(other, school.hill).has(Role::deputy));
    EXPECT_FALSE(person(other).invitation) << "it would let them in at Dale, too";
    school.must(AskSignInReset{other, office});
    school.must(AgreeSignInReset{other, dale_head, invitation});
    EXPECT_EQ(person(other).invitation, invitation);
}

TEST_F(ResetElsewhere, IsOfWhereTheyGoOnOnceTheLastRoleWhereTheyWorkedIsTaken)
{
    school.must(TakeRole{teacher, school.hill, Role::staff, by_person(office)});
    EXPECT_EQ(person(teacher).home, dale);
    EXPECT_EQ(school.refusal(AskSignInReset{teacher, office}), Refusal::not_theirs_to_give);
    school.must(AskSignInReset{teacher, dale_office});
    EXPECT_EQ(school.refusal(AgreeSignInReset{teacher, head, invitation}), Refusal::not_theirs_to_give);
    school.must(AgreeSignInReset{teacher, dale_head, invitation});
    const auto ever = school.state.ever_of(school.hill);
    EXPECT_NE(std::ranges::find(ever, &person(teacher)), ever.end()) << "what they typed there is there";
}

TEST_F(ResetElsewhere, LeavesWhereSomebodyWorksWhoHasNoRoleAnyMore)
{
    school.must(TakeRole{deputy, school.hill, Role::deputy, by_person(head)});
    EXPECT_EQ(person(deputy).home, school.hill);
}

}  // namespace
}  // namespace safelead::directory
