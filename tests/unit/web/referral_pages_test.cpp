// Referrals on pages: what waits on Today at either end, and that no typing is lost.

#include "app/cases.h"
#include "app/referrals.h"
#include "app/shared_links.h"
#include "support/practice_site.h"
#include "web/pages/referral_outside.h"

#include <gmock/gmock.h>

#include <string>

namespace safelead::web {
namespace {

using namespace std::chrono_literals;
using test::Browser;
using test::location;
using test::PracticeSite;
using testing::AllOf;
using testing::HasSubstr;
using testing::Not;

std::string page_of(const Response& answer)
{
    return std::string{answer.text()};
}

class ReferralPages : public testing::Test {
protected:
    app::Safelead& safelead() { return site.partnership().safelead(); }
    CommandId command() { return site.partnership().command(); }
    app::Actor lead() { return site.partnership().actor("lead@fennimore.example"); }
    app::Actor worker() { return site.partnership().actor("socialworker@frontdoor.example"); }

    void SetUp() override { of = app::list_cases(safelead(), lead()).value().cases.front().it->reference; }

    record::Reference draft(const OrganisationId& to, std::optional<record::Agency> not_here = std::nullopt,
                            std::optional<Instant> called = std::nullopt)
    {
        const auto referral =
            wait_for(app::begin_referral(safelead(), lead(), command(), of,
                                         {to, {record::CaseRef{"A"}}, {}, std::move(not_here)}))
                .value()
                .referral;
        const auto view = app::sent_referral(safelead(), lead(), of, referral).value();
        app::ReferralText text{view.it->words, view.it->children};
        text.words.immediacy = "Today, please.";
        text.words.parents = "The mother knows and agrees.";
        text.words.asked = "Please say whether you assess.";
        text.words.called.instant = called;
        text.children.front().now = "In lessons";
        EXPECT_TRUE(wait_for(app::write_referral(safelead(), lead(), command(), of, referral, text)));
        return referral;
    }

    void send(const record::Reference& referral)
    {
        EXPECT_TRUE(wait_for(
            app::send_referral(safelead(), lead(), command(), of, referral, record::Answer::unknown)));
    }

    std::string today_of(std::string_view who)
    {
        Browser browser{site};
        browser.sign_in(who);
        return page_of(browser.get("/today"));
    }

    std::string address_of(const record::Reference& referral) const
    {
        return "/cases/" + std::string{of.text()} + "/referrals/" + std::string{referral.text()};
    }

    PracticeSite site;
    record::Reference of{""};
};

TEST_F(ReferralPages, TodayShowsTheReceiverWhatWaitsWithItsClocks)
{
    EXPECT_THAT(today_of("socialworker@frontdoor"), Not(HasSubstr("Referred to us, and waiting")));
    const auto referral = draft(worker().organisation);
    send(referral);
    EXPECT_THAT(today_of("socialworker@frontdoor"),
                AllOf(HasSubstr("Referred to us, and waiting"), HasSubstr(std::string{referral.text()}),
                      HasSubstr("Answer due by"), HasSubstr("Both managers see it from")));
    EXPECT_THAT(today_of("officer@police"), Not(HasSubstr(std::string{referral.text()})));
}

TEST_F(ReferralPages, AreFoundByWordsWithinALimitThatIsSaid)
{
    const auto referral = draft(worker().organisation);
    send(referral);
    Browser browser{site};
    browser.sign_in("socialworker@frontdoor");
    const auto find = [&](const std::string& typed) {
        browser.get("/referrals");
        return browser.send("/referrals/find", {{"q", typed}});
    };
    EXPECT_THAT(page_of(find("mother agr")), HasSubstr(std::string{referral.text()}))
        << "a word's beginning will do";
    EXPECT_THAT(page_of(find("mother quixotic")), Not(HasSubstr(std::string{referral.text()})));
    const auto too_long = find(std::string(30'000, 'm'));
    EXPECT_EQ(too_long.status, Status::unprocessable);
    EXPECT_THAT(page_of(too_long), HasSubstr("There is a problem"));
}

TEST_F(ReferralPages, LeadFromAPageThatIsGoneToTheLast)
{
    send(draft(worker().organisation));
    Browser worker_there{site};
    worker_there.sign_in("socialworker@frontdoor");
    EXPECT_EQ(test::location(worker_there.get("/referrals?page=3")), "/referrals");
    Browser lead_here{site};
    lead_here.sign_in("lead");
    for (const std::string list : {"/inbox", "/cases"}) {
        EXPECT_EQ(test::location(lead_here.get(list + "?page=3")), list);
        EXPECT_EQ(lead_here.get(list).status, Status::ok) << list;
    }
}

TEST_F(ReferralPages, TodayShowsBothManagersThatNobodyHasAnswered)
{
    const auto referral = draft(worker().organisation);
    send(referral);
    EXPECT_THAT(today_of("head"), Not(HasSubstr("Nobody has answered a referral")));
    site.clock().set(*app::sent_referral(safelead(), lead(), of, referral).value().it->managers_at);
    EXPECT_THAT(today_of("head"),
                AllOf(HasSubstr("Nobody has answered a referral"), HasSubstr(address_of(referral))));
    EXPECT_THAT(today_of("manager@frontdoor"), HasSubstr("Nobody has answered: both managers see this"));
    EXPECT_THAT(today_of("lead"), Not(HasSubstr("Nobody has answered a referral")));
}

TEST_F(ReferralPages, TodayShowsTheSenderAFormThatIsOverdueAfterACall)
{
    draft(worker().organisation, std::nullopt, site.clock().now());
    EXPECT_THAT(today_of("lead"), Not(HasSubstr("Overdue: the form that follows a call")));
    site.clock().pass(24h);
    EXPECT_THAT(today_of("lead"),
                AllOf(HasSubstr("Overdue: the form that follows a call"), HasSubstr("The form was due by")));
}

TEST_F(ReferralPages, ADraftThatIsBeingWrittenIsThereAgainAfterATimeOut)
{
    const auto address = address_of(draft(worker().organisation));
    Browser writing{site};
    writing.sign_in("lead");
    writing.get(address);
    site.clock().pass(2h);
    const auto asked = writing.send(address + "/write", {{"child", "A"}, {"asked", "Typed for two hours"}});
    EXPECT_THAT(page_of(asked), HasSubstr("What you typed is kept"));
    const auto who = site.sign_in_of("lead");
    const auto back = writing.send("/sign-in", {{"email", who.email}, {"password", who.password}});
    EXPECT_EQ(location(back), address);
    EXPECT_THAT(page_of(writing.follow(back)),
                AllOf(HasSubstr("Typed for two hours"), HasSubstr("Kept for you")));
}

TEST_F(ReferralPages, TheTimeOfThePoliceIsNotSaidToBeTheGuidances)
{
    const auto referral = draft(site.partnership().actor("officer@police.example").organisation);
    EXPECT_TRUE(
        wait_for(app::send_referral(safelead(), lead(), command(), of, referral, record::Answer::yes)));
    Browser reading{site};
    reading.sign_in("lead");
    EXPECT_THAT(page_of(reading.get(address_of(referral))),
                AllOf(HasSubstr("is to answer by"), HasSubstr("It is Safelead’s own rule"),
                      Not(HasSubstr("It is the guidance’s time"))));
}

TEST_F(ReferralPages, AChildLivesUnderAnAreaThatIsKnownHereOrUnderOneThatIsNamed)
{
    Browser writing{site};
    writing.sign_in("lead");
    const auto people = page_of(writing.get("/cases/" + std::string{of.text()} + "/people"));
    const auto from = people.find("href=\"/children/");
    ASSERT_NE(from, std::string::npos);
    const auto child = people.substr(from + 6, people.find('"', from + 6) - from - 6) + "/authority";
    writing.get(child);
    const auto wrong = writing.send(child, {{"area", "wherever"}});
    EXPECT_THAT(page_of(wrong), AllOf(HasSubstr("Choose the local authority"), HasSubstr("href=\"#area\"")));
    const auto told = writing.send(child, {{"area", "other"}, {"authority-name", "Wherever Council"}});
    EXPECT_EQ(told.status, Status::see_other);
}

class ByALink : public ReferralPages {
protected:
    void SetUp() override
    {
        ReferralPages::SetUp();
        referral =
            draft(OrganisationId{""}, record::Agency{OrganisationId{""}, "Moorside children’s services",
                                                     record::AgencyKind::social_care});
        send(referral);
    }

    app::SharedLink link()
    {
        return wait_for(app::make_link(safelead(), lead(), command(), of, referral, "the duty worker"))
            .value();
    }

    Response open(Browser& browser, const app::SharedLink& made)
    {
        return browser.send("/shared", {{"code", made.link}, {"digits", made.code}});
    }

    Response answer(Browser& browser)
    {
        return browser.send("/shared/step", {{"who-received", "R. Lane, team manager"},
                                             {"words-received", "We visit the family today."}});
    }

    void expect_typing_and_whom_to_ring(const Response& answered)
    {
        EXPECT_EQ(answered.status, Status::unprocessable);
        EXPECT_THAT(page_of(answered),
                    AllOf(HasSubstr("This link is over"), HasSubstr("We visit the family today."),
                          HasSubstr("R. Lane, team manager"), HasSubstr("Fennimore High School (practice)"),
                          HasSubstr("0113 496 0101"), Not(HasSubstr("The mother knows and agrees."))));
    }

    record::Reference referral{""};
};

TEST_F(ByALink, SilenceOfWhoeverHasNoAccountIsSaidToReachTheSendersManagerAlone)
{
    EXPECT_THAT(today_of("lead"), AllOf(HasSubstr("The sender’s manager sees it from"),
                                        Not(HasSubstr("Both managers see it from"))));
    site.clock().set(*app::sent_referral(safelead(), lead(), of, referral).value().it->managers_at);
    Browser reading{site};
    reading.sign_in("lead");
    EXPECT_THAT(page_of(reading.get(address_of(referral))),
                AllOf(HasSubstr("and the sender’s manager sees it"), Not(HasSubstr("both managers"))));
    for (const auto* who : {"lead", "head"})
        EXPECT_THAT(today_of(who), AllOf(HasSubstr("Nobody has answered: the sender’s manager sees this"),
                                         Not(HasSubstr("both managers"))))
            << who;
}

TEST_F(ByALink, AnAnswerAfterTwoHoursIsShownAgainWithWhomToGiveItAndGoesAlongWithAnotherLink)
{
    Browser reader{site};
    reader.get("/shared");
    EXPECT_THAT(page_of(open(reader, link())), HasSubstr("The mother knows and agrees."));
    site.clock().pass(3h);
    expect_typing_and_whom_to_ring(answer(reader));
    EXPECT_THAT(page_of(open(reader, link())), HasSubstr("We visit the family today."));
    EXPECT_THAT(page_of(answer(reader)), HasSubstr("It is recorded, and the school sees it"));
    const auto now = app::sent_referral(safelead(), lead(), of, referral).value();
    EXPECT_EQ(now.it->steps.back().said.words, "We visit the family today.");
}

TEST_F(ByALink, WhatCouldNotBeShownIsShownAgainWithoutTheLinkWhichOpensOnce)
{
    Browser reader{site};
    reader.get("/shared");
    const auto opened = page_of(open(reader, link()));
    auto fields = test::hidden_fields(opened, "/shared/step");
    fields.push_back({"kind", "received"});
    fields.push_back({"who-received", "R. Lane, team manager"});
    fields.push_back({"words-received", "We visit the family today."});
    EXPECT_THAT(page_of(reader.post("/shared", fields)),
                AllOf(HasSubstr("The mother knows and agrees."), HasSubstr("We visit the family today.")));
    EXPECT_TRUE(app::sent_referral(safelead(), lead(), of, referral).value().it->steps.empty())
        << "shown is not sent";
    site.clock().pass(3h);
    expect_typing_and_whom_to_ring(reader.post("/shared", fields));
}

std::string not_shown_page(WhyNotShown why, const FormFields& typed)
{
    const Speaker say{english};
    const FormErrors none;
    const FormWriter form{say, typed, none};
    const FormFrame frame{.action = "/shared", .csrf_token = "token", .command = {}, .draft = {}};
    return link_over_page(form, frame, {why, "a pass", app::LinkSender{"A School", "0113 496 0000", {}}})
        .bytes();
}

TEST(AReferralThatIsNotShown, SaysWhyAndAsksForTheLinkOnlyWhereItIsOver)
{
    const auto over = not_shown_page(WhyNotShown::over, {});
    EXPECT_THAT(
        over, AllOf(HasSubstr("This link is over"), HasSubstr("name=\"digits\""), Not(HasSubstr("a pass"))));
    const auto crowded = not_shown_page(WhyNotShown::crowded, {});
    EXPECT_THAT(crowded, AllOf(HasSubstr("Too many use Safelead just now"), HasSubstr("value=\"a pass\""),
                               Not(HasSubstr("name=\"digits\""))));
    const auto stopped = not_shown_page(WhyNotShown::stopped, {});
    EXPECT_THAT(stopped,
                AllOf(HasSubstr("Part of the school’s record does not open"), HasSubstr("value=\"a pass\""),
                      Not(HasSubstr("Too many")), Not(HasSubstr("name=\"digits\""))));
}

TEST(AReferralThatIsNotShown, StillHasAllThatWasTyped)
{
    const FormFields police{{{"kind", "police-recorded"},
                             {"crime-recorded", "yes"},
                             {"as-A", "person-involved"},
                             {"as-B", "witness"},
                             {"words-police-recorded", "We visit."}}};
    EXPECT_THAT(not_shown_page(WhyNotShown::over, police),
                AllOf(HasSubstr("A is recorded as"), HasSubstr("Person involved"),
                      HasSubstr("B is recorded as"), HasSubstr("Witness"), HasSubstr("We visit.")));
}

TEST_F(ByALink, AnAgencyThatWasChosenForItIsAmongWhatWasTyped)
{
    Browser reader{site};
    reader.get("/shared");
    open(reader, link());
    site.clock().pass(3h);
    EXPECT_THAT(page_of(reader.send("/shared/step", {{"kind", "redirected"},
                                                     {"to", std::string{worker().organisation.text()}}})),
                HasSubstr(worker().organisation_name));
}

TEST_F(ByALink, AnAnswerAfterTheLinkWasTakenBackIsShownAgainAndNotRecorded)
{
    Browser reader{site};
    reader.get("/shared");
    open(reader, link());
    (void)link();
    ASSERT_TRUE(
        wait_for(app::revoke_link(safelead(), lead(), command(), of, referral, "It went to the wrong one.")));
    expect_typing_and_whom_to_ring(answer(reader));
    EXPECT_TRUE(app::sent_referral(safelead(), lead(), of, referral).value().it->steps.empty());
}

}  // namespace
}  // namespace safelead::web
