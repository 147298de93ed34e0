// Recorded advice under another edition, and what changed between editions, as browsers see them.

#include "support/practice_site.h"

#include <gmock/gmock.h>

namespace safelead::web {
namespace {

using test::Browser;
using test::location;
using test::PracticeSite;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string page(const Response& answer)
{
    return std::get<std::string>(answer.body);
}

class ReplayPages : public testing::Test {
protected:
    static void SetUpTestSuite() { site = std::make_unique<PracticeSite>(); }
    static void TearDownTestSuite() { site.reset(); }
    static std::unique_ptr<PracticeSite> site;
};
std::unique_ptr<PracticeSite> ReplayPages::site;

TEST_F(ReplayPages, AreForThoseWhoSeeFigures)
{
    Browser nobody{*site};
    EXPECT_THAT(location(nobody.get("/guidance/replay")), StartsWith("/sign-in"));
    Browser teacher{*site};
    (void)teacher.sign_in("teacher");
    EXPECT_EQ(teacher.get("/guidance/replay").status, Status::forbidden);
    EXPECT_EQ(teacher.get("/guidance/replay?edition=ukcis-2020").status, Status::forbidden);
    Browser lead{*site};
    (void)lead.sign_in("lead");
    EXPECT_EQ(lead.get("/guidance/replay").status, Status::ok);
}

TEST_F(ReplayPages, AnswerByTheEditionAskedFor)
{
    Browser lead{*site};
    (void)lead.sign_in("lead");
    EXPECT_THAT(page(lead.get("/guidance/replay")), Not(HasSubstr("What came of it")));
    const auto asked = lead.get("/guidance/replay?edition=ukcis-2020&overlay=mandatory-reporting");
    EXPECT_EQ(asked.status, Status::ok);
    EXPECT_THAT(page(asked), HasSubstr("What came of it"));
    EXPECT_THAT(page(asked), HasSubstr("mandatory-reporting"));
}

TEST_F(ReplayPages, ComeBackWithWhatWasWrong)
{
    Browser lead{*site};
    (void)lead.sign_in("lead");
    for (const auto* query : {"edition=", "edition=none-such", "edition=ukcis-2024&overlay=none-such",
                              "edition=ukcis-2024&since-day=31&since-month=2&since-year=2026"}) {
        const auto answer = lead.get(std::string{"/guidance/replay?"} + query);
        EXPECT_EQ(answer.status, Status::unprocessable) << query;
        EXPECT_THAT(page(answer), HasSubstr("There is a problem")) << query;
    }
}

TEST_F(ReplayPages, SayToAnybodyWhatChangedAndToTheLeadWhatItTouches)
{
    Browser nobody{*site};
    const auto open = nobody.get("/guidance/diff/ukccis-2016/ukcis-2024");
    EXPECT_EQ(open.status, Status::ok);
    EXPECT_THAT(page(open), HasSubstr("adult recipient is no longer counted within category 2"));
    EXPECT_THAT(page(open), HasSubstr("when they are signed in"));
    EXPECT_EQ(nobody.get("/guidance/diff/ukcis-2024/none-such").status, Status::not_found);
    Browser lead{*site};
    (void)lead.sign_in("lead");
    const auto touched = lead.get("/guidance/diff/ukcis-2020/ukcis-2024");
    EXPECT_THAT(page(touched), HasSubstr("Nothing is recorded at"));
    Browser teacher{*site};
    (void)teacher.sign_in("teacher");
    EXPECT_THAT(page(teacher.get("/guidance/diff/ukcis-2020/ukcis-2024")),
                HasSubstr("Your role does not include"));
}

}  // namespace
}  // namespace safelead::web
