#include "directory/role.h"
#include "small_school.h"

namespace safelead::directory {
namespace {

const PersonId lead{"lead"};
const PersonId deputy{"deputy"};
const PersonId head{"head"};
const PersonId office{"office"};
const PersonId teacher{"teacher"};
const PersonId other{"other"};

TEST(GiveRole, ThatReadsTakesTwoDifferentPeople)
{
    SmallSchool school;
    const auto give = [&](Authority authority) {
        return GiveRole{teacher, school.hill, Role::deputy, authority};
    };

    EXPECT_EQ(school.refusal(give(by_person(office))), Refusal::second_person_needed);
    EXPECT_EQ(school.refusal(give(by_two(head, head))), Refusal::same_person_twice);
    EXPECT_EQ(school.refusal(give(by_two(teacher, head))), Refusal::same_person_twice);
    EXPECT_EQ(school.refusal(give(by_two(office, teacher))), Refusal::same_person_twice);
    school.must(give(by_two(office, head)));
    EXPECT_TRUE(school.state.roles_of(teacher, school.hill).has(Role::deputy));
}

TEST(GiveRole, IsAgreedOnlyBySomebodyWhoReadsThere)
{
    SmallSchool school;
    school.must(
        AddPerson{PersonId{"office-2"}, school.hill, "Made-up", "o2@hill.example", "k2", by_person(office)});
    school.must(GiveRole{PersonId{"office-2"}, school.hill, Role::administrator, by_two(office, head)});
    const auto by_administrators = by_two(office, PersonId{"office-2"});

    EXPECT_EQ(school.refusal(GiveRole{teacher, school.hill, Role::dsl, by_administrators}),
              Refusal::not_theirs_to_give);
    EXPECT_EQ(school.refusal(GiveRole{teacher, school.hill, Role::dsl, by_two(other, head)}),
              Refusal::not_theirs_to_give);
}

TEST(GiveRole, ByPeopleOfAnotherOrganisationIsRefused)
{
    SmallSchool school;
    const OrganisationId vale{"vale"};
    school.add({vale, "Vale School", OrganisationKind::school, Phase::primary, "", "", "", "leeds",
                Standing::practice});
    for (const auto role : {Role::dsl, Role::headteacher}) {
        const PersonId person{std::string{"vale-"} + std::string{role_name(role)}};
        school.must(AddPerson{person, vale, "Made-up", std::string{person.text()} + "@vale.example",
                              std::string{person.text()}, by_operator()});
        school.must(GiveRole{person, vale, role, by_operator()});
    }

    const auto by_vale = by_two(PersonId{"vale-dsl"}, PersonId{"vale-headteacher"});
    EXPECT_EQ(school.refusal(GiveRole{teacher, school.hill, Role::deputy, by_vale}),
              Refusal::not_theirs_to_give);
}

TEST(GiveRole, IsTheOperatorsOnlyDuringSetUpIfItReads)
{
    SmallSchool school;
    EXPECT_EQ(school.refusal(GiveRole{teacher, school.hill, Role::deputy, by_operator()}),
              Refusal::set_up_is_over);
    EXPECT_EQ(school.refusal(GiveRole{teacher, school.hill, Role::administrator, by_operator()}),
              Refusal::set_up_is_over);
    school.must(GiveRole{teacher, school.hill, Role::trainer, by_operator()});
}

TEST(GiveRole, ByTwoPeopleEndsTheSetUp)
{
    SmallSchool school;
    const OrganisationId vale{"vale"};
    school.add({vale, "Vale School", OrganisationKind::school, Phase::primary, "", "", "", "leeds",
                Standing::practice});
    for (const auto& person : {lead, head}) school.must(GiveRole{person, vale, Role::dsl, by_operator()});
    ASSERT_TRUE(school.state.is_being_set_up(vale));

    school.must(GiveRole{teacher, vale, Role::deputy, by_two(lead, head)});

    EXPECT_FALSE(school.state.is_being_set_up(vale));
}

TEST(SetUp, IsReopenedOnlyWhenNoTwoPeopleAreLeftToAgreeAndWithAReason)
{
    SmallSchool school;
    EXPECT_EQ(school.refusal(ReopenSetUp{school.hill, "asked"}), Refusal::people_still_there);
    for (const auto* name : {"deputy", "head", "chair", "office"}) {
        school.must(RecordLeaving{PersonId{name}, by_operator()});
    }
    EXPECT_EQ(school.refusal(ReopenSetUp{school.hill, " "}), Refusal::reason_missing);
    school.must(ReopenSetUp{school.hill, "only the lead is left"});
    school.must(GiveRole{teacher, school.hill, Role::headteacher, by_operator()});
}

TEST(TakeRole, NeedsNoSecondPerson)
{
    SmallSchool school;
    school.must(TakeRole{lead, school.hill, Role::dsl, by_person(head)});
    EXPECT_TRUE(school.state.roles_of(lead, school.hill).is_empty());
    EXPECT_TRUE(school.state.people_with(school.hill, Role::dsl).empty());
    EXPECT_EQ(school.refusal(TakeRole{head, school.hill, Role::headteacher, by_person(teacher)}),
              Refusal::not_theirs_to_give);
}

TEST(SetPassword, OfSomebodyWhoReadsTakesTwoOrThemselves)
{
    SmallSchool school;
    EXPECT_EQ(school.refusal(SetPassword{lead, "$argon2id$…", by_person(office)}),
              Refusal::second_person_needed);
    EXPECT_EQ(school.refusal(SetPassword{lead, "$argon2id$…", by_operator()}), Refusal::set_up_is_over);
    EXPECT_EQ(school.refusal(SetPassword{lead, "$argon2id$…", by_two(lead, head)}),
              Refusal::same_person_twice);
    EXPECT_EQ(school.refusal(SetPassword{lead, "$argon2id$…", by_themselves(head)}),
              Refusal::not_theirs_to_give);
    school.must(SetPassword{lead, "$argon2id$1", by_themselves(lead)});
    school.must(SetPassword{lead, "$argon2id$2", by_two(office, head)});
    EXPECT_EQ(school.state.person(lead)->password, "$argon2id$2");
    EXPECT_EQ(school.state.person(lead)->passwords_set, 2);
}

TEST(SetPassword, OfSomebodyWhoOnlyReportsTakesOne)
{
    SmallSchool school;
    school.must(SetPassword{teacher, "$argon2id$…", by_person(office)});
    EXPECT_EQ(school.refusal(SetPassword{teacher, "", by_person(office)}), Refusal::password_missing);
    EXPECT_EQ(school.refusal(SetPassword{teacher, "$argon2id$…", by_person(other)}),
              Refusal::not_theirs_to_give);
}

TEST(AddPerson, RefusesAnEmailThatIsNoneOrInUse)
{
    SmallSchool school;
    const auto add = [&](const char* email, const char* key) {
        return AddPerson{PersonId{"new"}, school.hill, "Made-up", email, key, by_person(office)};
    };
    EXPECT_EQ(school.refusal(add("no-at-sign", "k")), Refusal::email_not_usable);
    EXPECT_EQ(school.refusal(add("lead@hill.example", "key-lead")), Refusal::email_already_used);
    for (const auto* pasted : {"jane@school.example;", "<jane@school.example>", "\"jane\"@school.example",
                               "mailto:jane@school.example", "jos\xC3\xA9@school.example"})
        EXPECT_EQ(school.refusal(add(pasted, "k")), Refusal::email_not_usable) << pasted;
    school.must(add(" new@hill.example\n", "k"));
    EXPECT_EQ(school.state.person(PersonId{"new"})->email, "new@hill.example") << "as mail is sent there";
    EXPECT_EQ(school.state.person_by_sign_in_key("k")->id, PersonId{"new"});
}

TEST(AddPerson, KeepsWhoeverWasAddedWithAnEmailThatIsRefusedNow)
{
    SmallSchool school;
    school.state = evolve(
        std::move(school.state),
        PersonAdded{PersonId{"old"}, school.hill, "Made-up", "jos\xC3\xA9@hill.example", "k", by_operator()});
    EXPECT_EQ(school.state.person_by_sign_in_key("k")->id, PersonId{"old"});
    EXPECT_TRUE(normalise_email("jos\xC3\xA9@hill.example")) << "and they sign in as before";
}

TEST(RecordLeaving, EndsRolesSessionsAndSignIn)
{
    SmallSchool school;
    school.must(SetPassword{lead, "$argon2id$…", by_themselves(lead)});
    const auto before = school.state.person(lead)->passwords_set;
    school.must(RecordLeaving{lead, by_person(head)});

    EXPECT_TRUE(school.state.roles_of(lead, school.hill).is_empty());
    EXPECT_EQ(school.state.person_by_sign_in_key("key-lead"), nullptr);
    EXPECT_EQ(school.state.person(lead)->password, "");
    EXPECT_GT(school.state.person(lead)->passwords_set, before);
    EXPECT_EQ(school.refusal(GiveRole{lead, school.hill, Role::staff, by_person(head)}),
              Refusal::person_has_left);
}

TEST(RecordAway, TakesCoverOnlyFromSomebodyWhoReadsThere)
{
    SmallSchool school;
    const Date monday{std::chrono::year{2026} / 11 / 23};
    const auto away = [&](std::optional<PersonId> cover) {
        return RecordAway{lead, school.hill, {monday, monday, std::move(cover)}, by_themselves(lead)};
    };
    EXPECT_EQ(school.refusal(away(teacher)), Refusal::cover_not_suitable);
    EXPECT_EQ(school.refusal(away(lead)), Refusal::cover_not_suitable);
    school.must(away(deputy));
    EXPECT_NE(school.state.absence_on(lead, school.hill, monday), nullptr);
    EXPECT_EQ(school.state.absence_on(lead, school.hill, std::chrono::year{2026} / 11 / 24), nullptr);
    school.must(EndAway{lead, school.hill, by_themselves(lead)});
    EXPECT_EQ(school.refusal(EndAway{lead, school.hill, by_themselves(lead)}), Refusal::not_away);
}

TEST(Role, NamesAreReadBackAsWritten)
{
    for (const auto role : all_roles()) EXPECT_EQ(role_from_name(role_name(role)), role);
    EXPECT_EQ(role_from_name("governor"), std::nullopt);
}

TEST(NormaliseEmail, ComparesWithoutCaseOrSpaceAround)
{
    EXPECT_EQ(normalise_email("  A.Person@Hill.Example\n"), "a.person@hill.example");
    for (const auto* bad : {"", "@", "a@", "@b", "a b@c", "a@b@c", "a@b\x01"})
        EXPECT_EQ(normalise_email(bad), std::nullopt);
    EXPECT_EQ(normalise_email(std::string(260, 'a') + "@b"), std::nullopt);
}

}  // namespace
}  // namespace safelead::directory
