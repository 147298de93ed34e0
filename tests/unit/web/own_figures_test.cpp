// What was counted, as each sees it; and the front door of the authority under which a child lives.

#include "app/cases.h"
#include "app/child_kept.h"
#include "app/concerns.h"
#include "app/practice.h"
#include "support/practice_site.h"

#include <gmock/gmock.h>

namespace safelead::web {
namespace {

using test::Browser;
using test::PracticeSite;
using testing::HasSubstr;
using testing::Not;

constexpr std::string_view lead_email = "lead@fennimore.example";

TEST(OwnFigures, AreOfTheSchoolForItsLeadAndOfAllForTheCoordinator)
{
    PracticeSite site;
    Browser lead{site};
    (void)lead.sign_in("lead");
    const std::string own{lead.get("/insight").text()};
    EXPECT_THAT(own, HasSubstr("as they are"));
    EXPECT_THAT(own, HasSubstr("Nothing made up is ever counted"));
    EXPECT_THAT(own, HasSubstr("Nothing has been counted yet"));
    EXPECT_THAT(own, HasSubstr("href=\"/insight\"")) << "it stands in the menu";

    Browser coordinator{site};
    (void)coordinator.get("/sign-in");
    for (const auto& one : app::practice_sign_ins())
        if (one.email.starts_with("coordinator@"))
            (void)coordinator.send("/sign-in", {{"email", one.email}, {"password", one.password}});
    EXPECT_THAT(std::string{coordinator.get("/insight").text()}, HasSubstr("over all schools together"));

    Browser teacher{site};
    (void)teacher.sign_in("teacher");
    EXPECT_EQ(teacher.get("/insight").status, Status::forbidden);
}

class WhereAChildLives : public ::testing::Test {
protected:
    void SetUp() override
    {
        auto& at = site.partnership();
        const auto reported = at.report();
        const auto opened =
            wait_for(app::open_case(at.safelead(), at.actor(lead_email), at.command(), {reported.reference}));
        of = opened.value().reference;
        const auto read =
            wait_for(app::read_concern(at.safelead(), at.actor(lead_email), reported.reference));
        child = read.value().it->reported.children.front();
        ASSERT_TRUE(wait_for(app::change_case(at.safelead(), at.actor(lead_email), at.command(), of,
                                              record::AddPerson{PersonId{""}, child, ""})));
        (void)lead.sign_in("lead");
    }

    std::string new_referral()
    {
        return std::string{lead.get("/cases/" + std::string{of.text()} + "/referrals/new").text()};
    }

    Response note(std::string area, std::string name)
    {
        const auto address = "/children/" + std::string{child.text()} + "/authority";
        EXPECT_EQ(lead.get(address).status, Status::ok);
        return lead.send(address, {{"area", std::move(area)},
                                   {"authority-name", std::move(name)},
                                   {"told-by", "The school's list"}});
    }

    PracticeSite site;
    Browser lead{site};
    record::Reference of{""};
    record::ChildId child{""};
};

TEST_F(WhereAChildLives, IsAskedForWhereNobodyNotedIt)
{
    EXPECT_THAT(new_referral(), HasSubstr("A: not noted"));
    EXPECT_THAT(new_referral(), Not(HasSubstr("The front door for")));
}

TEST_F(WhereAChildLives, MarksTheFrontDoorOfThatAuthority)
{
    ASSERT_EQ(note("leeds", "").status, Status::see_other);
    EXPECT_THAT(new_referral(), HasSubstr("A lives under Leeds."));
    EXPECT_THAT(new_referral(), HasSubstr("The front door for A"));
    EXPECT_THAT(std::string{lead.get("/children/" + std::string{child.text()}).text()},
                HasSubstr("Lives under"));
}

TEST_F(WhereAChildLives, MarksNoFrontDoorWhereAnothersIsNotKnownHere)
{
    EXPECT_EQ(note("other", "").status, Status::unprocessable);
    ASSERT_EQ(note("other", "Far Hill Council").status, Status::see_other);
    EXPECT_THAT(new_referral(),
                HasSubstr("A lives under Far Hill Council. Its front door is not known here"));
    EXPECT_THAT(new_referral(), Not(HasSubstr("The front door for")));
}

}  // namespace
}  // namespace safelead::web
