#include "app/people_here.h"

#include "app/notices.h"
#include "app/practice_people.h"
#include "app/second_person.h"
#include "support/practice_partnership.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using directory::Refusal;
using directory::Role;
using test::PracticePartnership;

template <class Value>
Refusal refusal(const Outcome<Value>& outcome)
{
    return std::get<Refusal>(outcome.error());
}

class PeopleHere : public testing::Test {
protected:
    Outcome<AddedHere> add(const Actor& by, std::string email, std::vector<Role> roles)
    {
        return wait_for(add_here(at.safelead(), by, at.command(),
                                 {"Made-up New-comer", std::move(email), std::move(roles)}));
    }
    Outcome<InvitationCode> agree(const Actor& by, const PersonId& person, Role role)
    {
        return wait_for(agree_role(at.safelead(), by, at.command(), person, role));
    }
    Outcome<Done> refuse(const Actor& by, const PersonId& person, Role role)
    {
        return wait_for(refuse_role(at.safelead(), by, at.command(), person, role));
    }
    Outcome<Done> take(const Actor& by, const PersonId& person, Role role)
    {
        return wait_for(take_role_here(at.safelead(), by, at.command(), person, role));
    }
    Outcome<Done> leave(const Actor& by, const PersonId& person)
    {
        return wait_for(record_left_here(at.safelead(), by, at.command(), person));
    }
    Outcome<Done> rename(const Actor& by, const PersonId& person, std::string name)
    {
        return wait_for(rename_here(at.safelead(), by, at.command(), person, std::move(name)));
    }
    Outcome<Done> away(const Actor& by, const PersonId& person, directory::Absence absence)
    {
        return wait_for(record_away_here(at.safelead(), by, at.command(), person, std::move(absence)));
    }
    Outcome<Done> back(const Actor& by, const PersonId& person)
    {
        return wait_for(record_back_here(at.safelead(), by, at.command(), person));
    }
    PersonHere here(const PersonId& person) { return person_here(at.safelead(), office, person).value(); }
    Result<SignInAnswer, InvitationRefusal> use(const std::string& code)
    {
        return wait_for(
            use_invitation(at.safelead(), {code, "four words or so", "192.0.2.1", "", "A browser", ""}));
    }

    PracticePartnership at;
    Actor office = at.actor("office@fennimore.example");
    Actor head = at.actor("head@fennimore.example");
    Actor lead = at.actor("lead@fennimore.example");
    Actor teacher = at.actor("teacher@fennimore.example");
};

TEST_F(PeopleHere, AreAddedWithAnInvitationWhereOnePersonIsEnough)
{
    const auto added = add(office, "new@fennimore.example", {Role::staff, Role::trainer}).value();
    EXPECT_EQ(here(added.person).roles, (directory::Roles{Role::staff, Role::trainer}));
    EXPECT_FALSE(here(added.person).has_a_way_in);
    EXPECT_TRUE(here(added.person).invited_until);
    ASSERT_FALSE(added.invitation.empty());
    EXPECT_TRUE(use(added.invitation));
    EXPECT_TRUE(here(added.person).has_a_way_in);
    EXPECT_EQ(use(added.invitation).error(), InvitationRefusal::not_usable);
}

TEST_F(PeopleHere, AreGivenNoRoleThatReadsOnOnePersonsWordTwice)
{
    const auto person = at.actor("teacher2@fennimore.example").person;
    ASSERT_TRUE(wait_for(ask_role(at.safelead(), head, at.command(), person, Role::deputy)));
    EXPECT_EQ(refusal(agree(head, person, Role::deputy)), Refusal::same_person_twice);
}

TEST_F(PeopleHere, WhoAreToReadAreInvitedOnTheWordOfTwo)
{
    const auto added = add(office, "new@fennimore.example", {Role::staff, Role::dsl}).value();
    EXPECT_TRUE(added.invitation.empty()) << "an administrator alone could sign in with it, and then read";
    const auto waits = here(added.person);
    EXPECT_EQ(waits.roles, directory::Roles{Role::staff});
    ASSERT_EQ(waits.waiting.size(), 1U);
    EXPECT_EQ(waits.waiting[0].role, Role::dsl);
    EXPECT_EQ(waits.waiting[0].asked_by, "Bev Okonjo");
    EXPECT_FALSE(waits.waiting[0].may_agree) << "whoever asked";
    EXPECT_TRUE(person_here(at.safelead(), head, added.person).value().waiting[0].may_agree);

    EXPECT_EQ(std::get<NotAllowed>(agree(office, added.person, Role::dsl).error()).why,
              access::WhyNot::not_their_role)
        << "an administrator keeps accounts, and is nobody's second person";
    const auto code = agree(head, added.person, Role::dsl).value();
    ASSERT_FALSE(code.empty());
    EXPECT_TRUE(here(added.person).waiting.empty());
    const auto in = use(code);
    ASSERT_TRUE(in);
    EXPECT_TRUE(may(std::get<SignedIn>(*in).actor, access::Action::see_inbox));
}

TEST_F(PeopleHere, AreAnsweredTheSameWhenAFormIsSentTwice)
{
    const auto command = at.command();
    const NewHere somebody{"Made-up New-comer", "new@fennimore.example", {Role::staff}};
    const auto first = wait_for(add_here(at.safelead(), office, command, somebody)).value();
    const auto again = wait_for(add_here(at.safelead(), office, command, somebody)).value();
    EXPECT_EQ(again.person, first.person);
    EXPECT_EQ(again.invitation, first.invitation);
    EXPECT_EQ(refusal(add(office, "new@fennimore.example", {Role::staff})), Refusal::email_already_used);
    EXPECT_EQ(refusal(add(office, "no address", {Role::staff})), Refusal::email_not_usable);
}

TEST_F(PeopleHere, WhoWorkElsewhereAreAnsweredTheSameToo)
{
    const auto command = at.command();
    const NewHere somebody{"Ruth Pennefather", "lead@littlewendle.example", {Role::staff}};
    const auto first = wait_for(add_here(at.safelead(), office, command, somebody)).value();
    const auto again = wait_for(add_here(at.safelead(), office, command, somebody));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->person, first.person);
    EXPECT_EQ(refusal(add(office, "lead@littlewendle.example", {Role::staff})), Refusal::email_already_used);
}

TEST_F(PeopleHere, MayHaveRolesHereWhileTheyWorkElsewhere)
{
    const auto elsewhere = at.actor("lead@littlewendle.example");
    EXPECT_FALSE(person_here(at.safelead(), office, elsewhere.person)) << "not of this school";
    const auto added = add(office, "Lead@LittleWendle.example ", {Role::staff, Role::dsl}).value();
    EXPECT_EQ(added.person, elsewhere.person);
    EXPECT_TRUE(added.invitation.empty()) << "they sign in as they do there";
    const auto shown = here(elsewhere.person);
    EXPECT_EQ(shown.name, "Ruth Pennefather") << "and are called what they are called there";
    EXPECT_FALSE(shown.works_here);
    EXPECT_EQ(shown.roles, directory::Roles{Role::staff});
    EXPECT_EQ(agree(head, elsewhere.person, Role::dsl).value(), "");
    EXPECT_EQ(refusal(rename(office, elsewhere.person, "Made-up Other")), Refusal::not_theirs_to_give)
        << "what they are called is for where they work";
    EXPECT_EQ(refusal(leave(office, elsewhere.person)), Refusal::not_theirs_to_give) << "likewise";
    EXPECT_TRUE(take(office, elsewhere.person, Role::dsl));
}

TEST_F(PeopleHere, AreForThoseWhoLookAfterThemAlone)
{
    const auto other_lead = at.actor("lead@littlewendle.example");
    const auto other_head = at.actor("head@littlewendle.example");
    ASSERT_TRUE(wait_for(ask_role(at.safelead(), office, at.command(), lead.person, Role::deputy)));
    for (const auto* by : std::vector<const Actor*>{&teacher, &other_lead, &other_head}) {
        EXPECT_FALSE(person_here(at.safelead(), *by, lead.person));
        EXPECT_FALSE(wait_for(ask_role(at.safelead(), *by, at.command(), teacher.person, Role::dsl)));
        EXPECT_FALSE(agree(*by, lead.person, Role::deputy));
        EXPECT_FALSE(refuse(*by, lead.person, Role::deputy));
        EXPECT_FALSE(take(*by, lead.person, Role::dsl));
        EXPECT_FALSE(leave(*by, lead.person));
        EXPECT_FALSE(rename(*by, lead.person, "Made-up Other"));
        EXPECT_FALSE(away_here(at.safelead(), *by, lead.person));
        EXPECT_FALSE(away(*by, lead.person, {at.safelead().today(), std::nullopt, std::nullopt}));
        EXPECT_FALSE(back(*by, lead.person));
    }
    EXPECT_FALSE(people_here(at.safelead(), teacher));
    EXPECT_FALSE(add(teacher, "new@fennimore.example", {Role::staff}));
    const auto theirs = people_here(at.safelead(), other_lead).value();
    for (const auto& one : theirs) EXPECT_NE(one.person, lead.person) << "another school's";
    EXPECT_EQ(here(lead.person).roles, (directory::Roles{Role::staff, Role::dsl}));
    EXPECT_EQ(here(lead.person).waiting.size(), 1U);
    ASSERT_EQ(own_roles_waiting(at.safelead(), lead).size(), 1U);
    EXPECT_TRUE(wait_for(refuse_own_role(at.safelead(), lead, at.command(), lead.organisation, Role::deputy)))
        << "whom it is for";
    EXPECT_TRUE(own_roles_waiting(at.safelead(), lead).empty());
}

TEST_F(PeopleHere, AskedForARoleElsewhereSeeItAndMayRefuseIt)
{
    const auto other_head = at.actor("head@littlewendle.example");
    ASSERT_TRUE(add(other_head, "lead@fennimore.example", {Role::deputy}));
    const auto waiting = own_roles_waiting(at.safelead(), lead);
    ASSERT_EQ(waiting.size(), 1U);
    EXPECT_EQ(waiting.front().at, other_head.organisation);
    EXPECT_FALSE(waiting.front().at_name.empty());
    EXPECT_FALSE(waiting.front().may_agree);
    EXPECT_FALSE(
        wait_for(refuse_own_role(at.safelead(), lead, at.command(), lead.organisation, Role::deputy)))
        << "nobody asked for it here";
    EXPECT_TRUE(
        wait_for(refuse_own_role(at.safelead(), lead, at.command(), other_head.organisation, Role::deputy)));
    EXPECT_TRUE(own_roles_waiting(at.safelead(), lead).empty());
}

TEST_F(PeopleHere, AtAnAgencyAreAgreedToByThoseWhoReadThere)
{
    const auto worker = at.actor("socialworker@frontdoor.example");
    const auto manager = at.actor("manager@frontdoor.example");
    const auto added = add(worker, "new@frontdoor.example", {Role::social_worker}).value();
    EXPECT_FALSE(agree(worker, added.person, Role::social_worker));
    EXPECT_TRUE(agree(manager, added.person, Role::social_worker));
}

TEST_F(PeopleHere, LoseARoleFromTheirNextRequestOn)
{
    const auto added = add(office, "new@fennimore.example", {Role::staff, Role::deputy}).value();
    const auto code = agree(head, added.person, Role::deputy).value();
    const auto session = std::get<SignedIn>(use(code).value()).session;
    ASSERT_TRUE(may(*actor_of(at.safelead(), session), access::Action::see_inbox));
    ASSERT_TRUE(take(office, added.person, Role::deputy));
    EXPECT_FALSE(may(*actor_of(at.safelead(), session), access::Action::see_inbox));
    ASSERT_TRUE(take(office, added.person, Role::staff));
    EXPECT_FALSE(actor_of(at.safelead(), session)) << "nobody, without a role";
    EXPECT_TRUE(wait_for(ask_role(at.safelead(), office, at.command(), added.person, Role::staff)))
        << "they are found again";
}

TEST_F(PeopleHere, WhoHaveLeftHaveNoSessionAndNoWayIn)
{
    const auto added = add(office, "new@fennimore.example", {Role::staff}).value();
    const auto session = std::get<SignedIn>(use(added.invitation).value()).session;
    const SignIn by_password{"new@fennimore.example", "four words or so", "192.0.2.1", "", "", ""};
    ASSERT_TRUE(wait_for(sign_in(at.safelead(), by_password)));
    ASSERT_TRUE(leave(office, added.person));
    EXPECT_FALSE(actor_of(at.safelead(), session));
    EXPECT_FALSE(wait_for(sign_in(at.safelead(), by_password)));
    EXPECT_TRUE(here(added.person).has_left);
    EXPECT_TRUE(add(office, "new@fennimore.example", {Role::staff})) << "they are back, and added anew";
}

TEST_F(PeopleHere, AreAwayWithCoverAndBackAgain)
{
    const auto today = at.safelead().today();
    const auto offered = away_here(at.safelead(), office, lead.person).value().may_cover;
    EXPECT_EQ(std::ranges::count(offered, lead.person, &PersonHere::person), 0);
    EXPECT_EQ(std::ranges::count(offered, teacher.person, &PersonHere::person), 0);
    EXPECT_EQ(std::ranges::count(offered, head.person, &PersonHere::person), 1);
    const Date yesterday{std::chrono::sys_days{today} - std::chrono::days{1}};
    EXPECT_EQ(refusal(away(office, lead.person, {today, today, teacher.person})),
              Refusal::cover_not_suitable);
    EXPECT_EQ(refusal(away(office, lead.person, {today, yesterday, std::nullopt})), Refusal::dates_backwards);
    ASSERT_TRUE(away(office, lead.person, {today, std::nullopt, head.person}));
    EXPECT_EQ(here(lead.person).covered_by, "Helen Carrick");
    ASSERT_TRUE(back(office, lead.person));
    EXPECT_FALSE(here(lead.person).away);
    EXPECT_EQ(refusal(back(office, lead.person)), Refusal::not_away);
    EXPECT_FALSE(away_here(at.safelead(), at.actor("chair@fennimore.example"), lead.person))
        << "not in the table";
}

TEST_F(PeopleHere, AreRenamedAndWhatCarriesDataIsTakenOut)
{
    ASSERT_TRUE(rename(office, teacher.person, "Grace Newname"));
    EXPECT_EQ(here(teacher.person).name, "Grace Newname");
    const std::string data = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJ";
    (void)rename(office, teacher.person, "Grace " + data);
    EXPECT_EQ(here(teacher.person).name.find("iVBORw0KGgo"), std::string::npos);
}

TEST_F(PeopleHere, SignInWithAnotherAddressOnceItIsChanged)
{
    const auto change = [this](const Actor& by, const PersonId& person, std::string email) {
        return wait_for(change_email_here(at.safelead(), by, at.command(), person, std::move(email)));
    };
    EXPECT_FALSE(change(teacher, teacher.person, "grace@fennimore.example")) << "not in the table";
    EXPECT_FALSE(change(at.actor("head@littlewendle.example"), teacher.person, "grace@fennimore.example"));
    EXPECT_EQ(refusal(change(office, teacher.person, "LEAD@fennimore.example")), Refusal::email_already_used);
    EXPECT_EQ(refusal(change(office, teacher.person, "grace")), Refusal::email_not_usable);
    ASSERT_TRUE(change(office, teacher.person, "grace@fennimore.example"));
    at.restart();
    EXPECT_EQ(at.actor("grace@fennimore.example").person, teacher.person);
    EXPECT_NE(add(office, "teacher@fennimore.example", {Role::staff}).value().person, teacher.person)
        << "the old one is free";
    EXPECT_TRUE(change(office, teacher.person, "grace@FENNIMORE.example")) << "it is their own";
}

TEST_F(PeopleHere, WaitingForASecondPersonAreAmongWhatTheMailsCount)
{
    const auto waits_for = [this](const Actor& actor) {
        std::set<std::string> waiting;
        add_second_person(*partnership(at.safelead()), actor, waiting);
        return waiting.size();
    };
    EXPECT_EQ(waits_for(head), 0U);
    const auto chair = at.actor("chair@fennimore.example");
    ASSERT_TRUE(wait_for(set_notices(at.safelead(), chair, at.command(), directory::Notices::by_mail)));
    EXPECT_EQ(queue_notices(at.safelead()), 0U);
    const auto added = add(office, "new@fennimore.example", {Role::dsl}).value();
    ASSERT_TRUE(wait_for(ask_sign_in_reset(at.safelead(), office, at.command(), lead.person)));
    EXPECT_EQ(waits_for(head), 2U);
    EXPECT_EQ(waits_for(lead), 1U) << "not the reset of their own";
    EXPECT_EQ(waits_for(office), 0U) << "whoever asked";
    EXPECT_EQ(waits_for(teacher), 0U);
    EXPECT_EQ(waits_for(at.actor("head@littlewendle.example")), 0U);
    at.clock().pass(11min);
    EXPECT_EQ(queue_notices(at.safelead()), 1U);
    ASSERT_TRUE(wait_for(refuse_role(at.safelead(), office, at.command(), added.person, Role::dsl)));
    EXPECT_EQ(waits_for(head), 1U);
}

TEST_F(PeopleHere, AreOfferedAResetAnewOnceWhoeverAskedForItMayNotAnyMore)
{
    const auto shown = [&]() -> SignInShown {
        const auto all = sign_ins_of(at.safelead(), head).value();
        return *std::ranges::find(all, lead.person, &SignInShown::person);
    };
    ASSERT_TRUE(wait_for(ask_sign_in_reset(at.safelead(), office, at.command(), lead.person)));
    EXPECT_FALSE(shown().asked_in_vain);
    ASSERT_TRUE(take(head, office.person, Role::administrator));
    EXPECT_TRUE(shown().asked_in_vain);
    EXPECT_FALSE(shown().may_agree);
    ASSERT_TRUE(wait_for(ask_sign_in_reset(at.safelead(), head, at.command(), lead.person)));
    EXPECT_FALSE(shown().asked_in_vain);
}

TEST_F(PeopleHere, WhoReadElsewhereAreNotResetWithoutAnybodyFromThere)
{
    const auto other_head = at.actor("head@littlewendle.example");
    const auto is_listed = [&](const Actor& to) {
        return std::ranges::count(sign_ins_of(at.safelead(), to).value(), teacher.person,
                                  &SignInShown::person) == 1;
    };
    const auto agree_to_reset = [&](const Actor& by) {
        return wait_for(agree_sign_in_reset(at.safelead(), by, at.command(), teacher.person));
    };
    ASSERT_TRUE(add(other_head, "teacher@fennimore.example", {Role::deputy}));
    ASSERT_TRUE(agree(at.actor("lead@littlewendle.example"), teacher.person, Role::deputy));
    EXPECT_TRUE(is_listed(office));
    EXPECT_FALSE(is_listed(other_head));
    ASSERT_TRUE(wait_for(ask_sign_in_reset(at.safelead(), office, at.command(), teacher.person)));
    EXPECT_EQ(refusal(agree_to_reset(head)), Refusal::not_theirs_to_give);
    EXPECT_FALSE(agree_to_reset(at.actor("officer@police.example"))) << "no matter of theirs";
    std::set<std::string> waiting;
    add_second_person(*partnership(at.safelead()), head, waiting);
    EXPECT_TRUE(waiting.empty());
    add_second_person(*partnership(at.safelead()), other_head, waiting);
    EXPECT_EQ(waiting.size(), 1U);
    EXPECT_TRUE(is_listed(other_head));
    EXPECT_TRUE(use(agree_to_reset(other_head).value()));
    EXPECT_FALSE(is_listed(other_head)) << "nothing waits any more";
}

TEST_F(PeopleHere, WhoGoOnElsewhereAreResetThere)
{
    const auto other_head = at.actor("head@littlewendle.example");
    ASSERT_TRUE(add(other_head, "teacher@fennimore.example", {Role::staff}));
    ASSERT_TRUE(take(office, teacher.person, Role::staff));
    EXPECT_TRUE(wait_for(invite(at.safelead(), other_head, at.command(), teacher.person)));
    EXPECT_FALSE(wait_for(invite(at.safelead(), office, at.command(), teacher.person)));
}

TEST_F(PeopleHere, GoneForGoodAreReplacedByTheOperatorWithAReason)
{
    const auto reopen = [this](std::string reason) {
        return wait_for(reopen_set_up(at.safelead(), at.command(), office.organisation, std::move(reason)));
    };
    EXPECT_EQ(refusal(reopen("Why not")), Refusal::people_still_there);
    for (const auto* who : {"lead", "deputy", "head", "chair"})
        ASSERT_TRUE(wait_for(record_left(at.safelead(), at.command(),
                                         at.actor(fmt::format("{}@fennimore.example", who)).person)));
    EXPECT_EQ(refusal(reopen(" ")), Refusal::reason_missing);
    ASSERT_TRUE(reopen("All four have left."));
    EXPECT_TRUE(wait_for(
        give_role(at.safelead(), at.command(), teacher.person, office.organisation, Role::headteacher)));
}

}  // namespace
}  // namespace safelead::app
