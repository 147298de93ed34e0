// The coordinator is told what is past its day, and a lead says that a kit was used.

#include "app/practice.h"
#include "support/practice_site.h"

#include <gmock/gmock.h>

namespace safelead::web {
namespace {

using test::Browser;
using test::PracticeSite;
using testing::HasSubstr;
using testing::Not;

Response sign_in_coordinator(Browser& browser)
{
    for (const auto& one : app::practice_sign_ins()) {
        if (!one.email.starts_with("coordinator@")) continue;
        (void)browser.get("/sign-in");
        return browser.send("/sign-in", {{"email", one.email}, {"password", one.password}});
    }
    return {};
}

TEST(Upkeep, MeetsTheCoordinatorFirstAndAlarmsOncePastTheDay)
{
    PracticeSite site;
    Browser browser{site};
    const auto in = sign_in_coordinator(browser);
    EXPECT_EQ(test::location(in), "/to-check");
    const std::string before{browser.follow(in).text()};
    EXPECT_THAT(before, HasSubstr("Nothing is past the day by which it was to be checked"));
    EXPECT_THAT(before, HasSubstr("Contacts that no person has ever checked"));
    EXPECT_THAT(before, HasSubstr("Translations that are held back"));

    site.clock().set(std::chrono::sys_days{std::chrono::year{2028} / 1 / 10} + std::chrono::hours{9});
    Browser again{site};
    const std::string after{again.follow(sign_in_coordinator(again)).text()};
    EXPECT_THAT(after, HasSubstr("shown to readers as not checked since"));
    EXPECT_THAT(after, HasSubstr("Contacts past their day"));
    EXPECT_THAT(after, HasSubstr("Childline"));
    EXPECT_THAT(after, HasSubstr("Texts past their day"));
}

TEST(Upkeep, IsNotForSchools)
{
    PracticeSite site;
    Browser lead{site};
    (void)lead.sign_in("lead");
    EXPECT_NE(lead.get("/to-check").status, Status::ok);
    EXPECT_THAT(std::string{lead.get("/inbox").text()}, Not(HasSubstr("/to-check")));
}

TEST(Kit, IsRecordedByTheLeadAndSeenByTheCoordinator)
{
    PracticeSite site;
    Browser lead{site};
    (void)lead.sign_in("lead");
    EXPECT_EQ(lead.get("/kits/guides").status, Status::not_found);
    (void)lead.get("/kits/think-before-you-send");
    const auto wrong = lead.send("/kits/think-before-you-send", {});
    EXPECT_EQ(wrong.status, Status::unprocessable);
    const auto done = lead.send("/kits/think-before-you-send", {{"from-day", "9"},
                                                                {"from-month", "11"},
                                                                {"from-year", "2026"},
                                                                {"parts", "posters"},
                                                                {"parts", "parent_letter"}});
    EXPECT_THAT(std::string{lead.follow(done).text()}, HasSubstr("Recorded. Thank you."));
    Browser coordinator{site};
    const std::string seen{coordinator.follow(sign_in_coordinator(coordinator)).text()};
    EXPECT_THAT(seen, HasSubstr("Fennimore High School (practice)"));
    EXPECT_THAT(seen, HasSubstr("from 9 November 2026: posters, letter to parents and carers"));
}

}  // namespace
}  // namespace safelead::web
