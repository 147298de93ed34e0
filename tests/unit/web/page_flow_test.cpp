// A concern from the report to a closed case, through the pages, without sockets.

#include "support/practice_site.h"

#include <gmock/gmock.h>

#include <string>

namespace safelead::web {
namespace {

using test::Browser;
using test::location;
using test::PracticeSite;
using testing::AllOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

std::string page(const Response& answer)
{
    return std::string{answer.text()};
}

std::string title_of(const Response& answer)
{
    const auto all = page(answer);
    const auto from = all.find("<title>") + 7;
    return all.substr(from, all.find("</title>") - from);
}

class PageFlow : public testing::Test {
protected:
    /// Reports about a child who is not on the list, and gives the reference.
    std::string report(Browser& browser, std::string_view danger = "no")
    {
        browser.get("/concerns/new");
        const auto answer = browser.send("/concerns/new", {{"unlisted", "Robin Vale, Year 9"},
                                                           {"words", "They said that an image was shared."},
                                                           {"danger", std::string{danger}},
                                                           {"told", "yes"}});
        const auto to = location(answer);
        return to.substr(10, to.find('/', 10) - 10);
    }

    /// Opens a case from a new report, and gives its address.
    std::string open_case(Browser& lead)
    {
        const auto concern = "/concerns/" + report(lead);
        lead.get(concern);
        return location(lead.send(concern + "/open-case", {}));
    }

    PracticeSite site;
};

TEST_F(PageFlow, AReportIsRecordedAndSaysThatNothingRingsAnyone)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    const auto sent = teacher.get("/concerns/" + report(teacher) + "/sent");
    EXPECT_THAT(page(sent),
                AllOf(HasSubstr("Your report is recorded"), HasSubstr("Nothing here rings anyone")));
    EXPECT_THAT(page(sent), Not(HasSubstr("ring 999 now")));
}

TEST_F(PageFlow, AReportOfDangerIsAnsweredWith999BeforeAnythingElse)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    const auto sent = page(teacher.get("/concerns/" + report(teacher, "yes") + "/sent"));
    const auto main = sent.find("id=\"main-content\"");
    const auto danger = sent.find("tel:999", main);
    ASSERT_NE(danger, std::string::npos);
    EXPECT_LT(danger, sent.find("Your report is recorded", main));
}

TEST_F(PageFlow, AFormWithAnErrorComesBackWithEverythingTyped)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    teacher.get("/concerns/new");
    const auto answer = teacher.send("/concerns/new", {{"words", "Told after <lunch>"}, {"told", "yes"}});
    EXPECT_EQ(answer.status, Status::unprocessable);
    EXPECT_THAT(page(answer), AllOf(HasSubstr("There is a problem"), HasSubstr("Told after &lt;lunch&gt;"),
                                    HasSubstr("href=\"#danger\"")));
}

TEST_F(PageFlow, FindingAChildKeepsWhatIsTyped)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    teacher.get("/concerns/new");
    const auto answer = teacher.send(
        "/concerns/new", {{"words", "Told after lunch"}, {"child-search", "a"}, {"ask", "find-child"}});
    EXPECT_EQ(answer.status, Status::ok);
    EXPECT_THAT(page(answer), HasSubstr("Told after lunch"));
}

TEST_F(PageFlow, AFormSentAfterATimeOutIsThereAgainAfterSigningIn)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    teacher.get("/concerns/new");
    site.clock().pass(std::chrono::hours{2});
    const auto asked =
        teacher.send("/concerns/new", {{"unlisted", "Robin Vale"}, {"words", "Typed for an hour"}});
    EXPECT_THAT(page(asked), HasSubstr("What you typed is kept"));
    const auto who = site.sign_in_of("teacher");
    const auto back = teacher.send("/sign-in", {{"email", who.email}, {"password", who.password}});
    EXPECT_EQ(location(back), "/concerns/new");
    EXPECT_THAT(page(teacher.follow(back)), AllOf(HasSubstr("Typed for an hour"), HasSubstr("Kept for you")));
}

TEST_F(PageFlow, TypingOfAForgottenSessionIsCarriedThroughSigningIn)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    teacher.get("/concerns/new");
    site.clock().pass(std::chrono::days{3});
    const auto asked =
        teacher.send("/concerns/new", {{"unlisted", "Robin Vale"}, {"words", "Typed long ago"}});
    EXPECT_THAT(page(asked), HasSubstr("What you typed is kept"));
    const auto who = site.sign_in_of("teacher");
    teacher.send("/sign-in", {{"email", who.email}, {"password", "wrong"}});
    const auto back = teacher.send("/sign-in", {{"email", who.email}, {"password", who.password}});
    EXPECT_THAT(page(teacher.follow(back)), HasSubstr("Typed long ago"));
}

TEST_F(PageFlow, TheSameFormSentTwiceIsOneReport)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    const auto form = page(teacher.get("/concerns/new"));
    auto fields = test::hidden_fields(form, "/concerns/new");
    for (const auto& field : {Field{"unlisted", "Robin Vale"}, Field{"words", "Once"}, Field{"danger", "no"}})
        fields.push_back(field);
    const auto first = location(teacher.post("/concerns/new", fields));
    EXPECT_THAT(first, EndsWith("/sent"));
    EXPECT_EQ(location(teacher.post("/concerns/new", fields)), first);
}

TEST_F(PageFlow, TheReporterSeesThatItWasReadAndNoMore)
{
    Browser teacher{site};
    teacher.sign_in("teacher");
    const auto reference = report(teacher);
    EXPECT_THAT(page(teacher.get("/my-reports")), HasSubstr("Not yet"));
    EXPECT_EQ(teacher.get("/concerns/" + reference).status, Status::not_found);
    Browser lead{site};
    lead.sign_in("lead");
    EXPECT_EQ(lead.get("/concerns/" + reference).status, Status::ok);
    EXPECT_THAT(page(teacher.get("/my-reports")), HasSubstr("Yes, it has been read"));
}

TEST_F(PageFlow, ACaseShowsItsAdviceWithRuleSourceAndWarning)
{
    Browser lead{site};
    lead.sign_in("lead");
    const auto address = open_case(lead);
    ASSERT_THAT(address, StartsWith("/cases/"));
    lead.get(address + "/questions");
    const auto saved =
        lead.send(address + "/questions", {{"fact-coercion", "yes"}, {"told-by", "the child"}});
    EXPECT_THAT(location(saved), EndsWith("/questions?saved=1"));
    const auto advice = page(lead.get(address + "/advice"));
    EXPECT_THAT(advice, AllOf(HasSubstr("/guidance#criterion."), HasSubstr("Source:"),
                              HasSubstr("not yet been checked by a practising safeguarding lead")));
    EXPECT_THAT(advice, Not(HasSubstr("OUTCOME_21")));
}

TEST_F(PageFlow, TheRulesOfACaseAreMarkedForThoseWhoMaySeeIt)
{
    Browser lead{site};
    lead.sign_in("lead");
    const auto address = open_case(lead);
    lead.get(address + "/questions");
    lead.send(address + "/questions", {{"fact-coercion", "yes"}});
    EXPECT_THAT(page(lead.get(address + "/guidance")),
                AllOf(HasSubstr("data-met=\"criterion."), HasSubstr("Could still be met")));
    Browser teacher{site};
    teacher.sign_in("teacher");
    EXPECT_NE(teacher.get(address + "/guidance").status, Status::ok);
}

TEST_F(PageFlow, NotReferringWithoutTheTestsIsRefusedWithTheReason)
{
    Browser lead{site};
    lead.sign_in("lead");
    const auto address = open_case(lead);
    lead.get(address + "/decision");
    const auto refused =
        lead.send(address + "/decision", {{"route", "CONSULT"}, {"reason", "We think that we can manage"}});
    EXPECT_EQ(refused.status, Status::unprocessable);
    EXPECT_THAT(page(refused),
                AllOf(HasSubstr("There is a problem"), HasSubstr("We think that we can manage")));
}

TEST_F(PageFlow, ASchoolCannotManageWhatMeetsACriterion)
{
    Browser lead{site};
    lead.sign_in("lead");
    const auto address = open_case(lead);
    lead.get(address + "/questions");
    lead.send(address + "/questions", {{"fact-coercion", "yes"}});
    lead.get(address + "/decision");
    const auto refused = lead.send(
        address + "/decision",
        {{"route", "SCHOOL_MANAGE"}, {"reason", "x"}, {"enough-known", "yes"}, {"manageable", "yes"}});
    EXPECT_THAT(page(refused), HasSubstr("only after an agency has given it back"));
}

TEST_F(PageFlow, NoTitleNamesAnybody)
{
    Browser lead{site};
    lead.sign_in("lead");
    const auto address = open_case(lead);
    lead.get(address + "/people");
    lead.send(address + "/people", {{"called", "Robin Vale"}, {"ask", "add"}});
    for (const auto* where : {"", "/people", "/people/A", "/questions", "/advice", "/decision", "/sign-off",
                              "/consultations", "/referrals", "/actions", "/chronology", "/notes"}) {
        const auto answer = lead.get(address + where);
        EXPECT_EQ(answer.status, Status::ok) << where;
        EXPECT_THAT(title_of(answer),
                    AllOf(Not(HasSubstr("Robin")), Not(HasSubstr("Vale")), EndsWith("Safelead")))
            << where;
    }
}

TEST_F(PageFlow, AnotherSchoolLearnsNothingOfACase)
{
    Browser lead{site};
    lead.sign_in("lead");
    const auto address = open_case(lead);
    Browser teacher{site};
    teacher.sign_in("teacher");
    EXPECT_EQ(teacher.get(address).status, teacher.get("/cases/nothing").status);
}

}  // namespace
}  // namespace safelead::web
