// The people of an organisation and their roles, through the pages.

#include "app/practice_people.h"
#include "support/practice_site.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <regex>

namespace safelead::web {
namespace {

using namespace std::chrono_literals;
using test::Browser;
using test::location;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string text_in(const Response& answer)
{
    return std::string{answer.text()};
}

std::string invitation_on(const std::string& page)
{
    std::smatch found;
    return std::regex_search(page, found, std::regex{"<strong id=\"invitation\">([a-z2-7]{26})</strong>"})
               ? found[1].str()
               : std::string{};
}

class PeopleHerePages : public testing::Test {
protected:
    PeopleHerePages()
    {
        office.sign_in("office");
        head.sign_in("head");
    }

    Response add(std::vector<Field> fields)
    {
        office.get("/settings/people/add");
        return office.send("/settings/people/add", std::move(fields));
    }
    /// Their page, from its address on.
    std::string page_of(std::string_view email)
    {
        return fmt::format("/settings/people/{}", site.partnership().actor(email).person.text());
    }
    Response send(Browser& browser, const std::string& address, std::vector<Field> fields)
    {
        browser.get(address);
        return browser.send(address, std::move(fields));
    }

    test::PracticeSite site;
    Browser office{site};
    Browser head{site};
};

TEST_F(PeopleHerePages, AreFoundByWhoeverLooksAfterPeopleAndByNobodyElse)
{
    for (auto* browser : {&office, &head}) {
        EXPECT_THAT(text_in(browser->get("/settings/sign-in")), HasSubstr("href=\"/settings/people\""));
        EXPECT_THAT(text_in(browser->get("/settings/people")),
                    AllOf(HasSubstr("Priya Marlowe"), HasSubstr("designated safeguarding lead"),
                          Not(HasSubstr("Ruth Pennefather"))));
    }
    Browser teacher{site};
    teacher.sign_in("teacher");
    EXPECT_THAT(text_in(teacher.get("/settings/sign-in")), Not(HasSubstr("/settings/people")));
    const auto lead = page_of("lead@fennimore.example");
    for (const auto& address :
         {std::string{"/settings/people"}, std::string{"/settings/people/add"}, lead, lead + "/name",
          lead + "/email", lead + "/role", lead + "/take-role", lead + "/away", lead + "/left"})
        EXPECT_EQ(teacher.get(address).status, Status::forbidden) << address;
    const auto elsewhere = page_of("lead@littlewendle.example");
    for (const auto* more : {"", "/name", "/email", "/role", "/take-role", "/away", "/left"})
        EXPECT_EQ(office.get(elsewhere + more).status, Status::not_found) << "another school's " << more;
}

TEST_F(PeopleHerePages, AddSomebodyWithAnInvitationShownOnce)
{
    const auto added =
        add({{"name", "Made-up New-comer"}, {"email", "new@fennimore.example"}, {"role", "staff"}});
    const auto code = invitation_on(text_in(added));
    ASSERT_FALSE(code.empty());
    EXPECT_THAT(text_in(office.get("/settings/people")),
                AllOf(HasSubstr("Made-up New-comer"), HasSubstr("An invitation is open until"),
                      Not(HasSubstr(code))));
    Browser anew{site};
    anew.get("/invitation");
    EXPECT_EQ(location(anew.send("/invitation", {{"code", code}, {"password", "four words or so"}})),
              "/concerns/new");
}

TEST_F(PeopleHerePages, LetARoleThatReadsWaitForASecondPersonWhoGetsTheInvitation)
{
    const auto added = add({{"name", "Made-up New-comer"},
                            {"email", "new@fennimore.example"},
                            {"role", "staff"},
                            {"role", "dsl"}});
    const auto page = location(added);
    ASSERT_THAT(page, StartsWith("/settings/people/"));
    EXPECT_THAT(text_in(office.get(page)),
                AllOf(HasSubstr("Bev Okonjo asks for it"), Not(HasSubstr(page + "/agree")),
                      HasSubstr(page + "/refuse")));
    EXPECT_THAT(text_in(head.get("/settings/people")),
                AllOf(HasSubstr("Waiting for a second person"), HasSubstr(page + "/agree")));
    const auto agreed = head.send(page + "/agree", {});
    const auto code = invitation_on(text_in(agreed));
    ASSERT_FALSE(code.empty());
    EXPECT_THAT(text_in(head.get("/settings/people")), Not(HasSubstr("Waiting for a second person")));
    Browser anew{site};
    anew.get("/invitation");
    EXPECT_EQ(location(anew.send("/invitation", {{"code", code}, {"password", "four words or so"}})),
              "/inbox");
}

TEST_F(PeopleHerePages, RefuseWhoeverAskedToAgreeAndLetThemWithdraw)
{
    const auto page = page_of("teacher@fennimore.example");
    EXPECT_EQ(location(send(office, page + "/role", {{"role", "deputy"}})), page);
    head.get(page);
    const auto own = test::hidden_fields(text_in(office.get(page)), page + "/refuse");
    const auto alone = office.post(page + "/agree", own);
    EXPECT_EQ(alone.status, Status::unprocessable);
    EXPECT_THAT(text_in(alone), HasSubstr("Your role does not include this"));
    office.get(page);
    EXPECT_EQ(location(office.send(page + "/refuse", {})), "/settings/people");
    EXPECT_THAT(text_in(head.send(page + "/agree", {})), HasSubstr("Nobody asks for that role any more"));
}

TEST_F(PeopleHerePages, GiveAtOnceWhatOnePersonMayGiveAndTakeItAway)
{
    const auto page = page_of("teacher@fennimore.example");
    EXPECT_EQ(location(send(office, page + "/role", {{"role", "trainer"}})), page);
    EXPECT_THAT(text_in(office.get(page)), AllOf(HasSubstr("trainer"), Not(HasSubstr("/agree"))));
    EXPECT_THAT(text_in(send(office, page + "/role", {})), HasSubstr("Choose a role"));
    EXPECT_EQ(location(send(office, page + "/take-role", {{"role", "trainer"}})), page);
    EXPECT_THAT(text_in(office.get(page + "/take-role")), Not(HasSubstr("trainer")));
}

TEST_F(PeopleHerePages, EndTheSessionsOfWhoeverHasLeft)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    const auto page = page_of("teacher@fennimore.example");
    EXPECT_THAT(text_in(send(office, page + "/left", {})), HasSubstr("Confirm that they have left"));
    EXPECT_EQ(teacher.get("/my-reports").status, Status::ok);
    EXPECT_EQ(location(send(office, page + "/left", {{"confirm", "yes"}})), page);
    EXPECT_THAT(location(teacher.get("/my-reports")), StartsWith("/sign-in"));
    EXPECT_THAT(text_in(office.get(page)), HasSubstr("They have left"));
    EXPECT_THAT(text_in(office.get("/settings/people")), HasSubstr("Those who have left"));
}

TEST_F(PeopleHerePages, RecordWhoIsAwayAndBackAgain)
{
    const auto page = page_of("lead@fennimore.example");
    const std::string cover{site.partnership().actor("deputy@fennimore.example").person.text()};
    EXPECT_THAT(text_in(send(office, page + "/away", {})), HasSubstr("Give the first day away"));
    EXPECT_EQ(location(send(office, page + "/away",
                            {{"from-day", "23"},
                             {"from-month", "11"},
                             {"from-year", "2026"},
                             {"until-day", "27"},
                             {"until-month", "11"},
                             {"until-year", "2026"},
                             {"cover", cover}})),
              page);
    EXPECT_THAT(text_in(office.get(page)), AllOf(HasSubstr("from 23 November 2026 until 27 November 2026"),
                                                 HasSubstr("Tom Ashgrove covers")));
    EXPECT_EQ(location(office.send(page + "/back", {})), page);
    EXPECT_THAT(text_in(office.get(page)), Not(HasSubstr("Tom Ashgrove covers")));
}

TEST_F(PeopleHerePages, RenameSomebodyAndSayWhatIsWrongWithAName)
{
    const auto page = page_of("teacher@fennimore.example");
    EXPECT_THAT(text_in(office.get(page + "/name")), HasSubstr("value=\"Grace Lindqvist\""));
    EXPECT_THAT(text_in(send(office, page + "/name", {{"name", " "}})), HasSubstr("Give their name"));
    EXPECT_THAT(text_in(send(office, page + "/name", {{"name", std::string(201, 'a')}})),
                HasSubstr("at most 200 characters"));
    EXPECT_EQ(location(send(office, page + "/name", {{"name", "Grace Newname"}})), page);
    EXPECT_THAT(text_in(office.get(page)), HasSubstr("Grace Newname"));
}

TEST_F(PeopleHerePages, ChangeAnAddressThatSomebodySignsInWithFromThenOn)
{
    const auto page = page_of("teacher@fennimore.example");
    EXPECT_THAT(text_in(office.get(page)), HasSubstr(page + "/email"));
    EXPECT_THAT(text_in(office.get(page + "/email")), HasSubstr("value=\"teacher@fennimore.example\""));
    EXPECT_THAT(text_in(send(office, page + "/email", {{"email", " "}})),
                HasSubstr("Give their work e-mail address"));
    EXPECT_THAT(text_in(send(office, page + "/email", {{"email", "<grace@fennimore.example>"}})),
                HasSubstr("Give a whole e-mail address and nothing beside it"));
    EXPECT_THAT(text_in(send(office, page + "/email", {{"email", "head@fennimore.example"}})),
                HasSubstr("Somebody already signs in with this e-mail address"));
    EXPECT_EQ(location(send(office, page + "/email", {{"email", "grace@fennimore.example"}})), page);
    EXPECT_THAT(text_in(office.get(page)), HasSubstr("grace@fennimore.example"));
    Browser teacher{site};
    teacher.get("/sign-in");
    (void)teacher.send("/sign-in", {{"email", "grace@fennimore.example"},
                                    {"password", std::string{app::practice_password}}});
    EXPECT_THAT(text_in(teacher.get("/settings/sign-in")),
                HasSubstr("The e-mail address that you sign in with was changed for you"));
}

TEST_F(PeopleHerePages, AskAgainWhoItIsBeforeWhatIsDangerous)
{
    const auto page = page_of("teacher@fennimore.example");
    site.clock().pass(6min);
    for (const auto& [what, field] : {std::pair{"/role", Field{"role", "deputy"}},
                                      {"/take-role", Field{"role", "staff"}},
                                      {"/email", Field{"email", "other@fennimore.example"}},
                                      {"/left", Field{"confirm", "yes"}}})
        EXPECT_THAT(text_in(send(office, page + what, {field})), HasSubstr("Show that it is you")) << what;
    EXPECT_THAT(text_in(office.get(page)), AllOf(HasSubstr("member of staff"), Not(HasSubstr("/refuse"))));
    (void)send(office, page + "/role", {{"role", "deputy"}});
    EXPECT_EQ(location(office.send(page + "/role", {{"proof", std::string{app::practice_password}}})), page);
    EXPECT_THAT(text_in(office.get(page)), HasSubstr(page + "/refuse"));
}

TEST_F(PeopleHerePages, ShowSomebodyARoleThatWasAskedForThemAndLetThemSayNo)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    EXPECT_THAT(text_in(teacher.get("/settings/sign-in")), Not(HasSubstr("refuse-role")));
    const auto page = page_of("teacher@fennimore.example");
    ASSERT_EQ(location(send(office, page + "/role", {{"role", "deputy"}})), page);
    EXPECT_THAT(text_in(teacher.get("/settings/sign-in")),
                AllOf(HasSubstr("Bev Okonjo has asked to give you a role"), HasSubstr("refuse-role")));
    EXPECT_EQ(location(teacher.send("/settings/sign-in/refuse-role", {})), "/settings/sign-in");
    EXPECT_THAT(text_in(teacher.get("/settings/sign-in")), Not(HasSubstr("refuse-role")));
    EXPECT_THAT(text_in(office.get(page)), Not(HasSubstr("/refuse")));
    Browser other{site};
    other.sign_in("teacher2");
    EXPECT_THAT(text_in(other.get("/settings/sign-in")), Not(HasSubstr("refuse-role")));
}

TEST_F(PeopleHerePages, SayThatPartOfANameWasNotKeptBesideTheInvitation)
{
    const auto added = add({{"name",
                             "Made-up New-comer data:image/png;base64,"
                             "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk"},
                            {"email", "new@fennimore.example"},
                            {"role", "staff"}});
    ASSERT_FALSE(invitation_on(text_in(added)).empty());
    EXPECT_THAT(text_in(added), HasSubstr("Part of what you typed carried data"));
}

TEST_F(PeopleHerePages, SayWhatIsMissingAndKeepWhatWasTyped)
{
    EXPECT_THAT(text_in(add({{"name", "Made-up New-comer"}})),
                AllOf(HasSubstr("Give their work e-mail address"), HasSubstr("Choose at least one role"),
                      HasSubstr("value=\"Made-up New-comer\"")));
    EXPECT_THAT(text_in(add({{"name", "Other"}, {"email", "teacher@fennimore.example"}, {"role", "staff"}})),
                AllOf(HasSubstr("id=\"email-error\""),
                      HasSubstr("Somebody already signs in with this e-mail address")));
}

}  // namespace
}  // namespace safelead::web
