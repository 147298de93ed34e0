// Somebody with roles in two organisations says where they work, and goes from one to the other.

#include "app/practice_people.h"
#include "support/practice_site.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

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

/// The lead of the primary school teaches at the secondary school too.
class PlacesPages : public testing::Test {
protected:
    PlacesPages()
    {
        Browser office{site};
        office.sign_in("office");
        office.get("/settings/people/add");
        office.send(
            "/settings/people/add",
            {{"name", "Ruth Pennefather"}, {"email", "lead@littlewendle.example"}, {"role", "staff"}});
    }

    Response go_to(const OrganisationId& place)
    {
        ruth.get("/settings/place");
        return ruth.send("/settings/place", {{"place", std::string{place.text()}}});
    }
    Response choose(const OrganisationId& place)
    {
        return ruth.send("/sign-in/place", {{"place", std::string{place.text()}}});
    }
    /// As far as being asked where.
    std::string signed_in_as_far()
    {
        const auto asked = ruth.sign_in("lead@littlewendle");
        EXPECT_THAT(location(asked), StartsWith("/sign-in/place"));
        EXPECT_FALSE(ruth.cookies().contains("session")) << "there is no session before they have said";
        return text_in(ruth.follow(asked));
    }

    test::PracticeSite site;
    Browser ruth{site};
    OrganisationId primary = site.partnership().actor("head@littlewendle.example").organisation;
    OrganisationId secondary = site.partnership().actor("head@fennimore.example").organisation;
};

TEST_F(PlacesPages, AreAskedForBetweenThePasswordAndTheSession)
{
    EXPECT_THAT(signed_in_as_far(),
                AllOf(HasSubstr("Little Wendle Primary School"), HasSubstr("Fennimore High School"),
                      HasSubstr("Where do you work now?")));
    EXPECT_THAT(text_in(ruth.send("/sign-in/place", {})), HasSubstr("Choose where you work now"));
    const auto nowhere = site.partnership().actor("officer@police.example").organisation;
    EXPECT_EQ(choose(nowhere).status, Status::unprocessable);
    EXPECT_EQ(location(choose(primary)), "/inbox");
    EXPECT_THAT(text_in(ruth.get("/inbox")), HasSubstr("Little Wendle"));
    EXPECT_FALSE(ruth.cookies().contains("step"));
}

TEST_F(PlacesPages, ChangeWithAnotherSessionAndNothingOfTheOneBefore)
{
    Browser teacher{site};
    teacher.sign_in("teacher@littlewendle");
    teacher.get("/concerns/new");
    const auto sent = location(teacher.send(
        "/concerns/new", {{"unlisted", "Robin Vale"}, {"words", "An image was shared."}, {"danger", "no"}}));
    const auto concern = sent.substr(0, sent.rfind('/'));

    (void)signed_in_as_far();
    choose(primary);
    EXPECT_EQ(ruth.get(concern).status, Status::ok);
    EXPECT_THAT(text_in(ruth.get("/inbox")), HasSubstr("Robin Vale"));
    const auto before = ruth.cookies().at("session");
    EXPECT_THAT(text_in(ruth.get("/inbox")), HasSubstr("href=\"/settings/place\""));
    EXPECT_EQ(location(go_to(secondary)), "/concerns/new");
    EXPECT_NE(ruth.cookies().at("session"), before);
    EXPECT_EQ(ruth.get(concern).status, Status::not_found);
    EXPECT_EQ(ruth.get("/inbox").status, Status::forbidden);
    for (const auto* address : {"/today", "/my-reports", "/concerns/new", "/settings/sign-in"})
        EXPECT_THAT(text_in(ruth.get(address)), Not(HasSubstr("Robin Vale"))) << address;
    EXPECT_EQ(location(go_to(primary)), "/inbox");
    EXPECT_EQ(ruth.get(concern).status, Status::ok);
}

TEST_F(PlacesPages, ChangeOnlyAfterTheyShowedWhoTheyAre)
{
    (void)signed_in_as_far();
    choose(secondary);
    site.clock().pass(6min);
    const auto before = ruth.cookies().at("session");
    EXPECT_THAT(text_in(go_to(primary)), HasSubstr("Show that it is you"));
    EXPECT_EQ(ruth.cookies().at("session"), before);
    EXPECT_EQ(location(ruth.send("/settings/place", {{"proof", std::string{app::practice_password}}})),
              "/inbox");
}

TEST_F(PlacesPages, CarryWhatWasTypedAndWhereTheyWantedToGo)
{
    EXPECT_THAT(location(ruth.get("/my-reports")), HasSubstr("next=/my-reports"));
    ruth.get("/sign-in?next=/my-reports");
    const auto who = site.sign_in_of("lead@littlewendle");
    const auto asked = ruth.send("/sign-in", {{"email", who.email},
                                              {"password", who.password},
                                              {"carried-form", "concern"},
                                              {"carried:words", "It was said at break."}});
    EXPECT_EQ(asked.status, Status::ok) << "what only this page has goes along in the next one";
    EXPECT_EQ(location(choose(primary)), "/my-reports");
    EXPECT_THAT(text_in(ruth.get("/concerns/new")), HasSubstr("It was said at break."));
    EXPECT_EQ(location(go_to(secondary)), "/concerns/new");
    EXPECT_THAT(text_in(ruth.get("/concerns/new")), Not(HasSubstr("It was said at break.")));
}

TEST_F(PlacesPages, AreNotThereForWhoeverWorksInOneOnly)
{
    Browser head{site};
    EXPECT_EQ(location(head.sign_in("head")), "/inbox");
    const auto page = text_in(head.get("/settings/place"));
    EXPECT_THAT(page,
                AllOf(HasSubstr("in this organisation only"), Not(HasSubstr("action=\"/settings/place\""))));
    EXPECT_THAT(text_in(head.get("/inbox")), Not(HasSubstr("href=\"/settings/place\"")));
    EXPECT_THAT(text_in(head.get("/sign-in/place")), HasSubstr("action=\"/sign-in\"")) << "no step, no page";
}

}  // namespace
}  // namespace safelead::web
