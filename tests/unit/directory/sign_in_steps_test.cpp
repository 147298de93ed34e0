#include "small_school.h"

namespace safelead::directory {
namespace {

const PersonId lead{"lead"};
const PersonId head{"head"};
const PersonId office{"office"};
const PersonId teacher{"teacher"};
const PersonId other{"other"};

const Instant monday = *parse_instant("2026-11-23T10:00:00.000Z");
const Invitation invitation{"digest", monday + std::chrono::hours{72}};

class SignInSteps : public testing::Test {
protected:
    SignInSteps()
    {
        for (const auto& person : {lead, teacher})
            school.must(SetPassword{person, "hash", by_themselves(person)});
        school.must(SetSecondFactor{lead, "SECRET", {"one", "two"}, 0});
    }
    const Person& person(const PersonId& id) { return *school.state.person(id); }
    int seen(const PersonId& id) { return person(id).factors_changed; }

    SmallSchool school;
};

TEST_F(SignInSteps, AskAFactorOfWhoeverReadsOrSaysWhoMayInARealOrganisation)
{
    Organisation real{
        OrganisationId{"o"}, "Hill", OrganisationKind::school, Phase::primary, "", "", "", "leeds",
        Standing::real};
    auto practice = real;
    practice.standing = Standing::practice;
    for (const auto role : all_roles()) {
        EXPECT_EQ(must_have_second_factor(real, {role}, FactorFor::real_organisations), takes_two(role));
        EXPECT_FALSE(must_have_second_factor(practice, {role}, FactorFor::real_organisations));
        EXPECT_EQ(must_have_second_factor(practice, {role}, FactorFor::all_organisations), takes_two(role));
    }
    EXPECT_FALSE(must_have_second_factor(real, {Role::staff}, FactorFor::all_organisations));
    EXPECT_TRUE(must_have_second_factor(real, {Role::staff, Role::dsl}, FactorFor::real_organisations));
}

TEST_F(SignInSteps, SetNothingUpOverSomethingNewer)
{
    EXPECT_EQ(school.refusal(SetSecondFactor{lead, "OTHER", {"x"}, 0}), Refusal::changed_meanwhile);
    school.must(SetSecondFactor{lead, "OTHER", {"x"}, 1});
    EXPECT_EQ(person(lead).code_secret, "OTHER");
    EXPECT_EQ(person(lead).recovery_codes, std::vector<std::string>{"x"});
}

TEST_F(SignInSteps, KeepNothingThatWasBegunBeforeAReset)
{
    const auto before = person(lead);
    school.must(AskSignInReset{lead, office});
    school.must(AgreeSignInReset{lead, head, invitation});
    EXPECT_EQ(school.refusal(SetPassword{lead, "new", by_themselves(lead), before.passwords_set}),
              Refusal::changed_meanwhile);
    EXPECT_EQ(school.refusal(AddPasskey{lead, {"k0", "key", "Laptop"}, before.factors_changed}),
              Refusal::changed_meanwhile);
    EXPECT_EQ(school.refusal(TieIssuer{lead, {"https://issuer.example", "s"}, before.factors_changed}),
              Refusal::changed_meanwhile);
    EXPECT_EQ(person(lead).invitation, invitation) << "what they were given is still good";
}

TEST_F(SignInSteps, UseARecoveryCodeOnce)
{
    EXPECT_EQ(school.refusal(UseRecoveryCode{lead, "three"}), Refusal::code_not_usable);
    school.must(UseRecoveryCode{lead, "one"});
    EXPECT_EQ(school.refusal(UseRecoveryCode{lead, "one"}), Refusal::code_not_usable);
    school.must(MakeRecoveryCodes{lead, {"four"}});
    EXPECT_EQ(school.refusal(UseRecoveryCode{lead, "two"}), Refusal::code_not_usable);
    EXPECT_EQ(school.refusal(MakeRecoveryCodes{teacher, {"four"}}), Refusal::changed_meanwhile);
}

TEST_F(SignInSteps, ResetAReadersSignInOnlyOnTheWordOfTwoOthers)
{
    EXPECT_EQ(school.refusal(InviteToSignIn{lead, invitation, by_person(head)}),
              Refusal::second_person_needed);
    EXPECT_EQ(school.refusal(InviteToSignIn{lead, invitation, by_operator()}), Refusal::set_up_is_over);
    EXPECT_EQ(school.refusal(AgreeSignInReset{lead, head, invitation}), Refusal::reset_not_asked);
    EXPECT_EQ(school.refusal(AskSignInReset{lead, lead}), Refusal::same_person_twice);
    EXPECT_EQ(school.refusal(AskSignInReset{lead, teacher}), Refusal::not_theirs_to_give);
    school.must(AskSignInReset{lead, office});
    EXPECT_EQ(school.refusal(AskSignInReset{lead, head}), Refusal::reset_already_asked);
    EXPECT_EQ(school.refusal(AgreeSignInReset{lead, office, invitation}), Refusal::same_person_twice);
    EXPECT_EQ(school.refusal(AgreeSignInReset{lead, lead, invitation}), Refusal::same_person_twice);
    EXPECT_EQ(school.refusal(AgreeSignInReset{lead, teacher, invitation}), Refusal::not_theirs_to_give);
    EXPECT_EQ(person(lead).password, "hash");

    const auto before = person(lead);
    school.must(AgreeSignInReset{lead, head, invitation});
    EXPECT_TRUE(person(lead).password.empty());
    EXPECT_TRUE(person(lead).code_secret.empty());
    EXPECT_TRUE(person(lead).recovery_codes.empty());
    EXPECT_GT(person(lead).passwords_set, before.passwords_set);
    EXPECT_GT(person(lead).factors_changed, before.factors_changed);
    EXPECT_FALSE(person(lead).reset_asked_by);
    EXPECT_EQ(person(lead).invitation, invitation);
}

TEST_F(SignInSteps, AskForAResetAnewWhereWhoeverAskedHasNoPostThereAnyMore)
{
    school.must(AskSignInReset{lead, office});
    school.must(TakeRole{office, school.hill, Role::administrator, by_person(head)});
    EXPECT_EQ(school.refusal(AgreeSignInReset{lead, head, invitation}), Refusal::not_theirs_to_give);
    EXPECT_EQ(school.refusal(AskSignInReset{lead, office}), Refusal::not_theirs_to_give);
    school.must(AskSignInReset{lead, head});
    EXPECT_EQ(person(lead).reset_asked_by, head);
    EXPECT_EQ(school.refusal(AskSignInReset{lead, head}), Refusal::reset_already_asked);
    school.must(AgreeSignInReset{lead, PersonId{"deputy"}, invitation});
    EXPECT_FALSE(person(lead).reset_asked_by);
    EXPECT_TRUE(person(lead).password.empty());
}

TEST_F(SignInSteps, LetThePersonThemselvesSayNoToAReset)
{
    school.must(AskSignInReset{lead, office});
    EXPECT_EQ(school.refusal(RefuseSignInReset{lead, teacher}), Refusal::not_theirs_to_give);
    school.must(RefuseSignInReset{lead, lead});
    EXPECT_EQ(school.refusal(AgreeSignInReset{lead, head, invitation}), Refusal::reset_not_asked);
    EXPECT_EQ(school.refusal(RefuseSignInReset{lead, head}), Refusal::reset_not_asked);
}

TEST_F(SignInSteps, AcceptAnInvitationOnceAndInTime)
{
    school.must(InviteToSignIn{teacher, invitation, by_person(office)});
    EXPECT_TRUE(person(teacher).password.empty()) << "an invitation of somebody with a password is a reset";
    EXPECT_EQ(school.state.person_by_invitation("digest"), &person(teacher));
    EXPECT_EQ(school.refusal(AcceptInvitation{teacher, "other", monday, "new"}),
              Refusal::invitation_not_usable);
    EXPECT_EQ(school.refusal(AcceptInvitation{other, "digest", monday, "new"}),
              Refusal::invitation_not_usable);
    EXPECT_EQ(school.refusal(AcceptInvitation{teacher, "digest", invitation.until, "new"}),
              Refusal::invitation_not_usable);
    school.must(AcceptInvitation{teacher, "digest", monday, "new"});
    EXPECT_EQ(person(teacher).password, "new");
    EXPECT_EQ(school.refusal(AcceptInvitation{teacher, "digest", monday, "newer"}),
              Refusal::invitation_not_usable);
    EXPECT_EQ(school.state.person_by_invitation("digest"), nullptr);
}

TEST_F(SignInSteps, VoidAnInvitationThatOnePersonMadeWhenARoleThatReadsIsGiven)
{
    school.must(InviteToSignIn{other, invitation, by_person(office)});
    school.must(GiveRole{other, school.hill, Role::deputy, by_two(office, head)});
    EXPECT_EQ(school.refusal(AcceptInvitation{other, "digest", monday, "new"}),
              Refusal::invitation_not_usable);
}

TEST_F(SignInSteps, KnowEachPasskeyOnceAndAtMostTenOfOnePerson)
{
    school.must(AddPasskey{lead, {"k0", "key", "Laptop"}, seen(lead)});
    EXPECT_EQ(school.refusal(AddPasskey{teacher, {"k0", "key", "Laptop"}, seen(teacher)}),
              Refusal::passkey_already_there);
    EXPECT_EQ(school.refusal(AddPasskey{lead, {"k1", "key", ""}, seen(lead)}), Refusal::name_missing);
    EXPECT_EQ(school.state.person_by_passkey("k0"), &person(lead));
    for (int i = 1; i < 10; ++i)
        school.must(AddPasskey{lead, {"k" + std::to_string(i), "key", "Key"}, seen(lead)});
    EXPECT_EQ(school.refusal(AddPasskey{lead, {"k10", "key", "Key"}, seen(lead)}),
              Refusal::too_many_passkeys);
    const auto before = person(lead).factors_changed;
    school.must(RemovePasskey{lead, "k0"});
    EXPECT_GT(person(lead).factors_changed, before) << "a session begun with it is over";
    EXPECT_EQ(school.refusal(RemovePasskey{lead, "k0"}), Refusal::no_such_passkey);
    EXPECT_EQ(school.state.person_by_passkey("k0"), nullptr);
    school.must(RecordLeaving{lead, by_person(head)});
    EXPECT_EQ(school.state.person_by_passkey("k1"), nullptr);
}

TEST_F(SignInSteps, TieAnAccountElsewhereToOnePersonAndOneOfAnIssuerToEach)
{
    const Tie one{"https://issuer.example", "subject-1"};
    school.must(TieIssuer{lead, one, seen(lead)});
    EXPECT_EQ(school.state.person_by_tie(one), &person(lead));
    EXPECT_EQ(school.state.person_by_tie({"https://another.example", "subject-1"}), nullptr);
    EXPECT_EQ(school.refusal(TieIssuer{teacher, one, seen(teacher)}), Refusal::account_already_tied);
    EXPECT_EQ(school.refusal(TieIssuer{lead, one, seen(lead)}), Refusal::account_already_tied);
    EXPECT_EQ(school.refusal(TieIssuer{lead, {one.issuer, "subject-2"}, seen(lead)}),
              Refusal::issuer_already_tied);
    for (const auto& subject : {std::string{}, std::string{"a b"}, std::string(256, 'a')})
        EXPECT_EQ(school.refusal(TieIssuer{teacher, {one.issuer, subject}, seen(teacher)}),
                  Refusal::account_not_usable);
    EXPECT_EQ(school.refusal(TieIssuer{teacher, {"", "subject-2"}, seen(teacher)}),
              Refusal::account_not_usable);
    for (int i = 1; i < 10; ++i)
        school.must(TieIssuer{lead, {"https://" + std::to_string(i), "s"}, seen(lead)});
    EXPECT_EQ(school.refusal(TieIssuer{lead, {"https://10", "s"}, seen(lead)}), Refusal::too_many_ties);
}

TEST_F(SignInSteps, UntieAnAccountUnlessItIsTheLastWayIn)
{
    const Tie one{"https://issuer.example", "subject-1"};
    EXPECT_EQ(school.refusal(UntieIssuer{lead, one.issuer}), Refusal::no_such_tie);
    school.must(TieIssuer{lead, one, seen(lead)});
    const auto before = person(lead).factors_changed;
    school.must(UntieIssuer{lead, one.issuer});
    EXPECT_GT(person(lead).factors_changed, before) << "a session begun with it is over";
    EXPECT_EQ(school.state.person_by_tie(one), nullptr);

    school.must(InviteToSignIn{teacher, invitation, by_person(office)});
    school.must(AcceptInvitationByIssuer{teacher, "digest", monday, one});
    EXPECT_EQ(school.refusal(UntieIssuer{teacher, one.issuer}), Refusal::last_way_in);
    school.must(AddPasskey{teacher, {"k0", "key", "Laptop"}, seen(teacher)});
    school.must(UntieIssuer{teacher, one.issuer});
    EXPECT_EQ(school.refusal(RemovePasskey{teacher, "k0"}), Refusal::last_way_in);
    school.must(AddPasskey{teacher, {"k1", "key", "Telephone"}, seen(teacher)});
    school.must(RemovePasskey{teacher, "k0"});
}

TEST_F(SignInSteps, AcceptAnInvitationByAnAccountElsewhereOnceAndInTime)
{
    const Tie one{"https://issuer.example", "subject-1"};
    school.must(InviteToSignIn{teacher, invitation, by_person(office)});
    EXPECT_EQ(school.refusal(AcceptInvitationByIssuer{teacher, "other", monday, one}),
              Refusal::invitation_not_usable);
    EXPECT_EQ(school.refusal(AcceptInvitationByIssuer{other, "digest", monday, one}),
              Refusal::invitation_not_usable);
    EXPECT_EQ(school.refusal(AcceptInvitationByIssuer{teacher, "digest", invitation.until, one}),
              Refusal::invitation_not_usable);
    school.must(AcceptInvitationByIssuer{teacher, "digest", monday, one});
    EXPECT_EQ(school.state.person_by_tie(one), &person(teacher));
    EXPECT_TRUE(person(teacher).password.empty());
    EXPECT_EQ(school.refusal(AcceptInvitation{teacher, "digest", monday, "new"}),
              Refusal::invitation_not_usable);
    school.must(InviteToSignIn{teacher, invitation, by_person(office)});
    EXPECT_EQ(school.state.person_by_tie(one), nullptr)
        << "an invitation of somebody who has a way in is a reset";
}

TEST_F(SignInSteps, UntieEverythingWithAResetAndWhenSomebodyLeaves)
{
    const Tie one{"https://issuer.example", "subject-1"};
    school.must(TieIssuer{lead, one, seen(lead)});
    school.must(AskSignInReset{lead, office});
    EXPECT_EQ(school.state.person_by_tie(one), &person(lead)) << "asking alone does nothing";
    school.must(AgreeSignInReset{lead, head, invitation});
    EXPECT_EQ(school.state.person_by_tie(one), nullptr);
    school.must(TieIssuer{teacher, one, seen(teacher)});
    school.must(RecordLeaving{teacher, by_person(head)});
    EXPECT_EQ(school.state.person_by_tie(one), nullptr);
    EXPECT_EQ(school.refusal(TieIssuer{teacher, one, seen(teacher)}), Refusal::person_has_left);
}

TEST_F(SignInSteps, EndWhenSomebodyLeaves)
{
    school.must(AskSignInReset{lead, office});
    school.must(RecordLeaving{lead, by_person(head)});
    EXPECT_TRUE(person(lead).code_secret.empty());
    EXPECT_FALSE(person(lead).reset_asked_by);
    EXPECT_EQ(school.refusal(AgreeSignInReset{lead, head, invitation}), Refusal::person_has_left);
}

}  // namespace
}  // namespace safelead::directory
