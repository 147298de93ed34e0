#include "small_school.h"

namespace safelead::directory {
namespace {

const PersonId lead{"lead"};
const PersonId deputy{"deputy"};
const PersonId head{"head"};
const PersonId office{"office"};
const PersonId teacher{"teacher"};
const PersonId other{"other"};

const Instant monday = *parse_instant("2026-11-23T10:00:00.000Z");
const Invitation invitation{"digest", monday + std::chrono::hours{72}};

class RoleSteps : public testing::Test {
protected:
    [[nodiscard]] Roles roles(const PersonId& person) const { return school.state.roles_of(person, hill); }
    [[nodiscard]] const Person& person(const PersonId& id) const { return *school.state.person(id); }

    /// Another school, with somebody who works there and has the role here too.
    PersonId add_from_elsewhere(Role role)
    {
        const OrganisationId mill{"mill"};
        school.add({mill, "Mill School", OrganisationKind::school, Phase::primary, "", "", "", "leeds",
                    Standing::practice});
        const PersonId visitor{"visitor"};
        school.must(
            AddPerson{visitor, mill, "Made-up visitor", "visitor@mill.example", "key-v", by_operator()});
        school.must(GiveRole{visitor, mill, role, by_operator()});
        return visitor;
    }

    SmallSchool school;
    OrganisationId hill = school.hill;
};

TEST_F(RoleSteps, GiveARoleThatDoesNotReadOnOnePersonsWord)
{
    school.must(AskRole{head, hill, Role::trainer, office});
    EXPECT_TRUE(roles(head).has(Role::trainer));
    EXPECT_TRUE(person(head).asked_roles.empty());
    EXPECT_EQ(school.refusal(AskRole{head, hill, Role::trainer, office}), Refusal::role_already_given);
    EXPECT_EQ(school.refusal(AskRole{other, hill, Role::trainer, teacher}), Refusal::not_theirs_to_give);
}

TEST_F(RoleSteps, LetARoleThatReadsWaitUntilASecondPersonAgrees)
{
    for (const auto role : all_roles()) {
        if (!takes_two(role)) continue;
        school.must(AskRole{teacher, hill, role, office});
        EXPECT_FALSE(roles(teacher).has(role)) << role_name(role) << ": asking gives nothing";
        school.must(AgreeRole{teacher, hill, role, head, invitation});
        EXPECT_TRUE(roles(teacher).has(role)) << role_name(role);
        EXPECT_TRUE(person(teacher).asked_roles.empty());
        school.must(TakeRole{teacher, hill, role, by_person(office)});
    }
}

TEST_F(RoleSteps, RefuseToAskWhatIsNotTheirsOrStandsAlready)
{
    EXPECT_EQ(school.refusal(AskRole{teacher, hill, Role::dsl, other}), Refusal::not_theirs_to_give);
    EXPECT_EQ(school.refusal(AskRole{office, hill, Role::dsl, office}), Refusal::same_person_twice);
    EXPECT_EQ(school.refusal(AskRole{lead, hill, Role::dsl, office}), Refusal::role_already_given);
    EXPECT_EQ(school.refusal(AskRole{teacher, OrganisationId{"none"}, Role::dsl, office}),
              Refusal::no_such_organisation);
    EXPECT_EQ(school.refusal(AskRole{PersonId{"none"}, hill, Role::dsl, office}), Refusal::no_such_person);
    school.must(AskRole{teacher, hill, Role::dsl, office});
    EXPECT_EQ(school.refusal(AskRole{teacher, hill, Role::dsl, head}), Refusal::role_asked_already);
    const auto visitor = add_from_elsewhere(Role::dsl);
    EXPECT_EQ(school.refusal(AskRole{teacher, hill, Role::deputy, visitor}), Refusal::not_theirs_to_give)
        << "a post elsewhere gives nothing here";
}

TEST_F(RoleSteps, AreAgreedToOnlyBySomebodyElseWhoReadsThere)
{
    EXPECT_EQ(school.refusal(AgreeRole{teacher, hill, Role::dsl, head, invitation}), Refusal::role_not_asked);
    school.must(AskRole{teacher, hill, Role::dsl, head});
    EXPECT_EQ(school.refusal(AgreeRole{teacher, hill, Role::dsl, head, invitation}),
              Refusal::same_person_twice);
    EXPECT_EQ(school.refusal(AgreeRole{teacher, hill, Role::dsl, teacher, invitation}),
              Refusal::same_person_twice);
    EXPECT_EQ(school.refusal(AgreeRole{teacher, hill, Role::dsl, other, invitation}),
              Refusal::not_theirs_to_give);
    EXPECT_EQ(school.refusal(AgreeRole{teacher, hill, Role::dsl, office, invitation}),
              Refusal::not_theirs_to_give)
        << "an administrator asks, and never agrees";
    EXPECT_EQ(school.refusal(AgreeRole{teacher, hill, Role::deputy, deputy, invitation}),
              Refusal::role_not_asked)
        << "another role than the one that was asked for";
    const auto visitor = add_from_elsewhere(Role::dsl);
    EXPECT_EQ(school.refusal(AgreeRole{teacher, hill, Role::dsl, visitor, invitation}),
              Refusal::not_theirs_to_give);
    school.must(AgreeRole{teacher, hill, Role::dsl, lead, invitation});
}

TEST_F(RoleSteps, AreNotAgreedToOnceWhoeverAskedHasNoPostThereAnyMore)
{
    school.must(AskRole{teacher, hill, Role::dsl, office});
    school.must(TakeRole{office, hill, Role::administrator, by_person(head)});
    EXPECT_EQ(school.refusal(AgreeRole{teacher, hill, Role::dsl, head, invitation}),
              Refusal::not_theirs_to_give);
    school.must(RefuseRole{teacher, hill, Role::dsl, head});
    school.must(AskRole{teacher, hill, Role::dsl, head});
    school.must(AgreeRole{teacher, hill, Role::dsl, deputy, invitation});
}

TEST_F(RoleSteps, AreAskedAnewWhereWhoeverAskedHasLeft)
{
    school.must(AskRole{teacher, hill, Role::dsl, office});
    school.must(RecordLeaving{office, by_person(head)});
    school.must(AskRole{teacher, hill, Role::dsl, head});
    EXPECT_EQ(person(teacher).asked_roles.size(), 1U);
    EXPECT_EQ(school.refusal(AskRole{teacher, hill, Role::dsl, lead}), Refusal::role_asked_already);
    school.must(AgreeRole{teacher, hill, Role::dsl, deputy, invitation});
    EXPECT_TRUE(roles(teacher).has(Role::dsl));
}

TEST_F(RoleSteps, AreRefusedByThoseWhoCouldHaveAskedAndByWhomTheyAreFor)
{
    EXPECT_EQ(school.refusal(RefuseRole{teacher, hill, Role::dsl, office}), Refusal::role_not_asked);
    for (const auto& by : {office, head, teacher}) {
        school.must(AskRole{teacher, hill, Role::dsl, office});
        EXPECT_EQ(school.refusal(RefuseRole{teacher, hill, Role::dsl, other}), Refusal::not_theirs_to_give);
        school.must(RefuseRole{teacher, hill, Role::dsl, by});
        EXPECT_EQ(school.refusal(AgreeRole{teacher, hill, Role::dsl, lead, invitation}),
                  Refusal::role_not_asked);
    }
}

TEST_F(RoleSteps, InviteWhoeverCouldNotSignInYetOnTheWordOfTwo)
{
    school.must(InviteToSignIn{teacher, {"made by one", invitation.until}, by_person(office)});
    school.must(AskRole{teacher, hill, Role::dsl, office});
    school.must(AgreeRole{teacher, hill, Role::dsl, head, invitation});
    EXPECT_EQ(person(teacher).invitation, invitation) << "the one that one person made is void";
    school.must(AcceptInvitation{teacher, "digest", monday, "hash"});

    school.must(AskRole{teacher, hill, Role::administrator, office});
    school.must(AgreeRole{teacher, hill, Role::administrator, head, invitation});
    EXPECT_FALSE(person(teacher).invitation) << "they sign in already";
    EXPECT_EQ(person(teacher).password, "hash");

    const auto visitor = add_from_elsewhere(Role::staff);
    school.must(AskRole{visitor, hill, Role::dsl, office});
    school.must(AgreeRole{visitor, hill, Role::dsl, head, invitation});
    EXPECT_FALSE(person(visitor).invitation) << "how they sign in is for where they work to say";
}

TEST_F(RoleSteps, EndWhenTheRoleIsGivenOtherwiseOrThePersonLeaves)
{
    school.must(AskRole{teacher, hill, Role::dsl, office});
    school.must(GiveRole{teacher, hill, Role::dsl, by_two(office, head)});
    EXPECT_EQ(school.refusal(AgreeRole{teacher, hill, Role::dsl, head, invitation}), Refusal::role_not_asked);
    school.must(AskRole{teacher, hill, Role::deputy, office});
    school.must(RecordLeaving{teacher, by_person(head)});
    EXPECT_TRUE(person(teacher).asked_roles.empty());
    EXPECT_EQ(school.refusal(AgreeRole{teacher, hill, Role::deputy, head, invitation}),
              Refusal::person_has_left);
    EXPECT_EQ(school.refusal(AskRole{teacher, hill, Role::deputy, head}), Refusal::person_has_left);
}

TEST_F(RoleSteps, ListEverybodyOfAnOrganisationAlsoWithoutARoleThere)
{
    const auto visitor = add_from_elsewhere(Role::staff);
    const auto is_listed = [this](const PersonId& id) {
        for (const auto* one : school.state.everybody_of(hill))
            if (one->id == id) return true;
        return false;
    };
    EXPECT_FALSE(is_listed(visitor));
    school.must(AskRole{visitor, hill, Role::dsl, office});
    EXPECT_TRUE(is_listed(visitor)) << "a role here is asked for";
    school.must(TakeRole{teacher, hill, Role::staff, by_person(office)});
    EXPECT_TRUE(is_listed(teacher)) << "they work here, and may be given a role again";
    school.must(RecordLeaving{other, by_person(office)});
    EXPECT_TRUE(is_listed(other));
    EXPECT_EQ(school.state.everybody_of(hill).size(), 8U);
}

TEST_F(RoleSteps, ChangeAnAddressForWhoeverLooksAfterPeople)
{
    const auto change = [](const PersonId& person, const char* email, const char* key, Authority by) {
        return ChangeEmail{person, email, key, std::move(by)};
    };
    EXPECT_EQ(school.refusal(change(teacher, "t@hill.example;", "k", by_person(office))),
              Refusal::email_not_usable);
    EXPECT_EQ(school.refusal(change(teacher, "lead@hill.example", "key-lead", by_person(office))),
              Refusal::email_already_used);
    EXPECT_EQ(school.refusal(change(teacher, "t@hill.example", "k", by_person(other))),
              Refusal::not_theirs_to_give);
    school.must(change(teacher, " t@hill.example", "k", by_person(office)));
    EXPECT_EQ(person(teacher).email, "t@hill.example");
    EXPECT_EQ(school.state.person_by_sign_in_key("k")->id, teacher);
    EXPECT_EQ(school.state.person_by_sign_in_key("key-teacher"), nullptr);
    school.must(RecordLeaving{teacher, by_person(office)});
    EXPECT_EQ(school.state.person_by_sign_in_key("k"), nullptr);
    EXPECT_EQ(school.refusal(change(teacher, "u@hill.example", "u", by_person(office))),
              Refusal::person_has_left);
}

TEST_F(RoleSteps, RefuseANameThatIsNoneOrTooLong)
{
    EXPECT_EQ(school.refusal(RenamePerson{teacher, "  ", by_person(office)}), Refusal::name_missing);
    EXPECT_EQ(school.refusal(RenamePerson{teacher, std::string(201, 'a'), by_person(office)}),
              Refusal::person_name_too_long);
    EXPECT_EQ(school.refusal(AddPerson{PersonId{"new"}, hill, std::string(201, 'a'), "new@hill.example",
                                       "key-new", by_person(office)}),
              Refusal::person_name_too_long);
    std::string accented;
    for (int i = 0; i < 200; ++i) accented += "é";
    school.must(RenamePerson{teacher, accented, by_person(office)});
    EXPECT_EQ(school.refusal(RenamePerson{teacher, accented + "é", by_person(office)}),
              Refusal::person_name_too_long)
        << "characters are counted, not bytes";
    school.must(RenamePerson{teacher, "Made-up New-name", by_person(office)});
    EXPECT_EQ(person(teacher).name, "Made-up New-name");
}

}  // namespace
}  // namespace safelead::directory
