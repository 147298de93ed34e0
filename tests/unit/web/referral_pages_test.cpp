// Referrals on pages: what waits on Today at either end, and that no typing is lost.

#include "app/cases.h"
#include "app/referrals.h"
#include "app/shared_links.h"
#include "base/text.h"
#include "directory/local_time.h"
#include "record/text_limits.h"
#include "support/practice_site.h"
#include "support/referring.h"
#include "web/forms/referral_form.h"
#include "web/pages/referral_outside.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <string>
#include <string_view>
#include <vector>

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

    test::Referring referring() { return {site.partnership(), lead(), of}; }

    record::Reference draft(const OrganisationId& to, std::optional<record::Agency> not_here = std::nullopt,
                            std::optional<Instant> called = std::nullopt)
    {
        return referring().draft({to, {record::CaseRef{"A"}}, {}, std::move(not_here)},
                                 [&](app::ReferralText& text) { text.words.called.instant = called; });
    }

    void send(const record::Reference& referral)
    {
        EXPECT_TRUE(referring().send(referral, record::Answer::unknown));
    }

    /// As somebody else would, while a page is open.
    void ask_meanwhile(const record::Reference& referral, std::string what)
    {
        const auto view = app::sent_referral(safelead(), lead(), of, referral).value();
        app::ReferralText text{view.it->words, view.it->children};
        text.words.asked = std::move(what);
        EXPECT_TRUE(wait_for(app::write_referral(safelead(), lead(), command(), of, referral, text)));
    }

    std::string asked_in(const record::Reference& referral)
    {
        return app::sent_referral(safelead(), lead(), of, referral).value().it->words.asked;
    }

    void decide(const record::Reference& referral)
    {
        record::StepSaid said{};
        said.words = "It was weighed.";
        said.decided_as = record::DecidedAs::other_services;
        for (const auto kind : {record::StepKind::received, record::StepKind::decided}) {
            said.kind = kind;
            EXPECT_TRUE(wait_for(app::answer_referral(safelead(), worker(), command(), referral, said)));
        }
    }

    /// Sends the first form for a step on the page after two hours, and signs in again.
    void sign_in_again(Browser& browser, std::string_view who, const std::string& address,
                       std::vector<Field> typed, const std::string& action = "/step")
    {
        site.clock().pass(2h);
        EXPECT_THAT(page_of(browser.send(address + action, std::move(typed))),
                    HasSubstr("What you typed is kept"));
        const auto again = site.sign_in_of(who);
        const auto back = browser.send("/sign-in", {{"email", again.email}, {"password", again.password}});
        EXPECT_EQ(location(back), address);
    }

    std::string today_of(std::string_view who)
    {
        Browser browser{site};
        browser.sign_in(who);
        return page_of(browser.get("/today"));
    }

    static record::StepSaid said(record::StepKind kind, record::Answer agreed = record::Answer::no)
    {
        record::StepSaid said{};
        said.kind = kind;
        said.words = "It was said.";
        said.decided_as = record::DecidedAs::no_further_action;
        said.to = record::Agency{OrganisationId{""}, "Another authority", record::AgencyKind::social_care};
        said.agreed = agreed;
        return said;
    }

    void answer_as(const app::Actor& who, const record::Reference& referral, record::StepSaid said)
    {
        EXPECT_TRUE(wait_for(app::answer_referral(safelead(), who, command(), referral, std::move(said))));
    }

    void follow(const record::Reference& referral, record::StepSaid said)
    {
        EXPECT_TRUE(
            wait_for(app::follow_referral(safelead(), lead(), command(), of, referral, std::move(said))));
    }

    /// One of the forms of a page that go to `action`: they differ in what they say in hidden fields.
    static Response post_step(Browser& browser, const std::string& page, const std::string& action,
                              const std::vector<Field>& typed)
    {
        auto fields = test::hidden_fields(page, action);
        std::erase_if(fields, [](const Field& field) {
            return field.name == "kind" || field.name == "whose" || field.name == "agreed";
        });
        fields.insert(fields.end(), typed.begin(), typed.end());
        return browser.post(action, fields);
    }

    std::string address_of(const record::Reference& referral) const
    {
        return "/cases/" + std::string{of.text()} + "/referrals/" + std::string{referral.text()};
    }

    PracticeSite site;
    record::Reference of{""};
};

TEST_F(ReferralPages, AreNamedOnTheChildsPageBeforeTheChildIsErased)
{
    const auto in_case = wait_for(app::view_case(safelead(), lead(), of)).value().it;
    const record::ChildId child{in_case->people.front().child.value()};
    const auto address = fmt::format("/children/{}", child.text());
    Browser browser{site};
    browser.sign_in("lead");
    const auto draft_only = draft(worker().organisation);
    EXPECT_THAT(page_of(browser.get(address)), AllOf(HasSubstr("Erase this child’s record"),
                                                     Not(HasSubstr("A referral was sent to these"))));
    send(draft_only);
    EXPECT_THAT(page_of(browser.get(address)), AllOf(HasSubstr("A referral was sent to these"),
                                                     HasSubstr("<li>Children’s social care</li></ul>")));
}

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

TEST_F(ReferralPages, TodayShowsTheSenderFirstWhatNobodyHasAnsweredInTime)
{
    constexpr std::string_view late = "The time to answer is over: ring, or answer";
    constexpr std::string_view quiet = "Referrals that are not at an end";
    const auto referral = draft(worker().organisation);
    send(referral);
    const auto before = today_of("lead");
    EXPECT_THAT(before, Not(HasSubstr(std::string{late})));
    EXPECT_LT(before.find(quiet), before.find(address_of(referral)));

    site.clock().set(*app::sent_referral(safelead(), lead(), of, referral).value().it->answer_by);
    const auto after = today_of("lead");
    const auto heading = after.find(late);
    ASSERT_NE(heading, std::string::npos);
    const auto line = after.find(address_of(referral));
    ASSERT_NE(line, std::string::npos);
    EXPECT_LT(heading, line);
    EXPECT_LT(line, after.find("Yours, ")) << "before what waits in cases";
    EXPECT_EQ(after.find(address_of(referral), after.find(quiet)), std::string::npos) << "it stands once";

    site.clock().set(*app::sent_referral(safelead(), lead(), of, referral).value().it->managers_at);
    EXPECT_THAT(today_of("head"), Not(HasSubstr(std::string{late}))) << "it has reached them as a manager";
}

TEST_F(ReferralPages, TodayShowsWhatCameAfterTheEndUntilItIsOpened)
{
    const auto referral = draft(worker().organisation);
    send(referral);
    const auto is_withdrawn = AllOf(HasSubstr("Referred to us, and waiting"),
                                    HasSubstr("Nobody who answers it has opened it since"));
    EXPECT_THAT(today_of("socialworker@frontdoor"), Not(is_withdrawn));
    follow(referral, said(record::StepKind::withdrawn));
    EXPECT_THAT(today_of("socialworker@frontdoor"), is_withdrawn);
    Browser there{site};
    there.sign_in("socialworker@frontdoor");
    EXPECT_EQ(there.get("/referrals/" + std::string{referral.text()}).status, Status::ok);
    EXPECT_THAT(today_of("socialworker@frontdoor"), Not(is_withdrawn));

    const auto officer = site.partnership().actor("officer@police.example");
    const auto to_police = draft(officer.organisation);
    ASSERT_TRUE(referring().send(to_police, record::Answer::yes));
    follow(to_police, said(record::StepKind::withdrawn));
    auto recorded = said(record::StepKind::police_recorded);
    recorded.police = record::PoliceRecorded{};
    recorded.police->crime_recorded = record::Answer::yes;
    answer_as(officer, to_police, recorded);
    const auto is_new =
        AllOf(HasSubstr("Something new after the end of a referral"), HasSubstr(address_of(to_police)),
              HasSubstr("They recorded something after its end: open it"));
    EXPECT_THAT(today_of("lead"), is_new);
    Browser here{site};
    here.sign_in("lead");
    EXPECT_EQ(here.get(address_of(to_police)).status, Status::ok);
    EXPECT_THAT(today_of("lead"), Not(HasSubstr("Something new after the end of a referral")));
}

TEST_F(ReferralPages, WhoeverDisagreedIsShownHowItEndsAndCanCloseAfterwards)
{
    const auto referral = draft(worker().organisation);
    send(referral);
    answer_as(worker(), referral, said(record::StepKind::received));
    answer_as(worker(), referral, said(record::StepKind::decided));
    const auto ladder = app::step_offers(safelead(), lead(), std::nullopt).ladder;
    const auto disagree_on = [&](const std::string& rung) {
        auto raised = said(record::StepKind::disagreement_raised);
        raised.rung = rung;
        raised.out_of_order = "The others are away.";
        follow(referral, raised);
    };
    disagree_on(ladder.front().id);
    Browser reading{site};
    reading.sign_in("lead");
    const auto address = address_of(referral);
    EXPECT_THAT(page_of(reading.get(address)), Not(HasSubstr("End the disagreement")))
        << "nobody has answered";
    answer_as(worker(), referral, said(record::StepKind::disagreement_answered));
    EXPECT_THAT(
        page_of(reading.get(address)),
        AllOf(HasSubstr("End the disagreement"), HasSubstr("can accept the answer"),
              Not(HasSubstr("It is settled at the last step")), Not(HasSubstr("Close this referral"))));
    disagree_on(ladder.back().id);
    answer_as(worker(), referral, said(record::StepKind::disagreement_answered));
    const auto page = page_of(reading.get(address));
    EXPECT_THAT(page, AllOf(HasSubstr("It was answered on the last step"),
                            HasSubstr("The answer is accepted: it is agreed"),
                            HasSubstr("It is settled at the last step, and still not agreed")));
    const auto ended = post_step(reading, page, address + "/step",
                                 {{"kind", "disagreement-answered"},
                                  {"agreed", "no"},
                                  {"words-disagreement-answered", "The partnership decided."}});
    EXPECT_THAT(
        page_of(reading.follow(ended)),
        AllOf(HasSubstr("Settled at the last step, and not agreed"), HasSubstr("The partnership decided."),
              HasSubstr("Close this referral"), Not(HasSubstr("End the disagreement"))));
}

TEST_F(ReferralPages, TodayShowsTheSenderAFormThatIsOverdueAfterACall)
{
    draft(worker().organisation, std::nullopt, site.clock().now());
    EXPECT_THAT(today_of("lead"), Not(HasSubstr("Overdue: the form that follows a call")));
    site.clock().pass(24h);
    EXPECT_THAT(today_of("lead"),
                AllOf(HasSubstr("Overdue: the form that follows a call"), HasSubstr("The form was due by")));
}

TEST_F(ReferralPages, ADraftOfAChildWhoWasTakenOutSaysHowToLeaveThemOut)
{
    const auto address = address_of(draft(worker().organisation));
    EXPECT_TRUE(wait_for(
        app::change_case(safelead(), lead(), command(), of,
                         record::TakePersonOut{PersonId{""}, record::CaseRef{"A"}, "Not involved"})));
    Browser browser{site};
    browser.sign_in("lead");
    browser.get(address + "/send");
    const auto page = page_of(browser.send(address + "/send", {}));
    EXPECT_THAT(page,
                AllOf(HasSubstr("Child A is not in the case any more"), HasSubstr("take the tick off A"),
                      HasSubstr("Children in it"), HasSubstr("href=\"#child\"")));
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

TEST_F(ReferralPages, AStepThatIsBeingWrittenIsThereAgainAfterATimeOutUntilItIsRecorded)
{
    const auto referral = draft(worker().organisation);
    send(referral);
    const auto address = "/referrals/" + std::string{referral.text()};
    Browser answering{site};
    answering.sign_in("socialworker@frontdoor");
    answering.get(address);
    sign_in_again(answering, "socialworker@frontdoor", address, {{"words-received", "Typed for two hours"}});
    EXPECT_THAT(page_of(answering.get(address)),
                AllOf(HasSubstr("Typed for two hours"), HasSubstr("Kept for you"),
                      HasSubstr("href=\"#form-received\""),
                      HasSubstr(" open>\n<summary class=\"govuk-details__summary\"><span "
                                "class=\"govuk-details__summary-text\">\nWe have received it")));
    const auto sent = answering.send(address + "/step", {{"words-received", "Typed for two hours"}});
    EXPECT_EQ(sent.status, Status::see_other) << page_of(sent);
    EXPECT_THAT(page_of(answering.get(address)),
                AllOf(HasSubstr("Typed for two hours"), Not(HasSubstr("Kept for you"))));
}

TEST_F(ReferralPages, AStepThatCanNoLongerBeTakenIsShownBackWithAllThatWasTyped)
{
    const auto referral = draft(worker().organisation);
    send(referral);
    const auto address = address_of(referral);
    Browser late{site};
    late.sign_in("lead");
    late.get(address);
    Browser timed_out{site};
    timed_out.sign_in("lead");
    timed_out.get(address);
    decide(referral);
    const auto refused = late.send(address + "/step", {{"words-withdrawn", "The family has moved."}});
    EXPECT_EQ(refused.status, Status::unprocessable);
    const auto shown_back =
        AllOf(HasSubstr("What you typed was not recorded"), HasSubstr("The family has moved."),
              HasSubstr("href=\"#form-withdrawn\""), HasSubstr("<div id=\"form-withdrawn\""));
    EXPECT_THAT(page_of(refused), shown_back);
    EXPECT_THAT(page_of(late.send(address + "/step", {{"words-closed", ""}})),
                AllOf(HasSubstr("Write it here"), HasSubstr("id=\"words-closed\"")))
        << "the forms that are there are there still";

    sign_in_again(timed_out, "lead", address, {{"words-withdrawn", "The family has moved."}});
    EXPECT_THAT(page_of(timed_out.get(address)), AllOf(shown_back, HasSubstr("Kept for you")));
    timed_out.send("/drafts/forget", {});
    EXPECT_THAT(page_of(timed_out.get(address)), Not(HasSubstr("The family has moved.")));
}

TEST_F(ReferralPages, WhatWasTypedInADraftThatWasSentMeanwhileIsShownBack)
{
    const auto referral = draft(worker().organisation);
    Browser late{site};
    late.sign_in("lead");
    late.get(address_of(referral));
    send(referral);
    const auto refused =
        late.send(address_of(referral) + "/write",
                  {{"child", "A"}, {"A-needs", "A hearing aid"}, {"asked", "Ring us today."}});
    EXPECT_EQ(refused.status, Status::unprocessable);
    EXPECT_THAT(page_of(refused), AllOf(HasSubstr("What you typed was not recorded"),
                                        HasSubstr("Ring us today."), HasSubstr("A hearing aid"),
                                        HasSubstr("href=\"#form\""), HasSubstr("<div id=\"form\"")));
}

TEST_F(ReferralPages, WhatIsMissingIsNamedAllAtOnceAndEachLeadsToItsField)
{
    const auto begun = wait_for(app::begin_referral(safelead(), lead(), command(), of,
                                                    {worker().organisation, {record::CaseRef{"A"}}, {}}));
    const auto address = address_of(begun.value().referral) + "/send";
    Browser sending{site};
    sending.sign_in("lead");
    sending.get(address);
    const auto refused = sending.send(address, {});
    EXPECT_EQ(refused.status, Status::unprocessable);
    EXPECT_THAT(page_of(refused),
                AllOf(HasSubstr("href=\"#parents\">Say what the parents say"),
                      HasSubstr("href=\"#asked\">Say what you ask them to do"),
                      HasSubstr("id=\"asked-error\""), Not(HasSubstr("This has to be said"))));
}

TEST_F(ReferralPages, ATooLongNameOfAnAgencyIsSaidBesideItsField)
{
    const auto address = "/cases/" + std::string{of.text()} + "/referrals/new";
    Browser writing{site};
    writing.sign_in("lead");
    writing.get(address);
    std::string name;
    while (record::fits_line(name)) name += "Moorside children’s services ";
    const auto refused = writing.send(
        address, {{"to", "not-here"}, {"to-name", name}, {"to-kind", "social_care"}, {"child", "A"}});
    EXPECT_EQ(refused.status, Status::unprocessable);
    EXPECT_THAT(page_of(refused), AllOf(HasSubstr("href=\"#to-name\""), HasSubstr("id=\"to-name-error\"")));
}

TEST_F(ReferralPages, IsBegunToSomebodyOfWhomNobodyKnowsWhetherItIsThePolice)
{
    const auto address = "/cases/" + std::string{of.text()} + "/referrals/new";
    Browser writing{site};
    writing.sign_in("lead");
    EXPECT_THAT(page_of(writing.get(address)), HasSubstr("I don’t know whether it is the police"));
    const auto begin = [&](const std::string& kind) {
        return writing.send(
            address,
            {{"to", "not-here"}, {"to-name", "Somebody at the centre"}, {"to-kind", kind}, {"child", "A"}});
    };
    const auto unsaid = begin("");
    EXPECT_EQ(unsaid.status, Status::unprocessable);
    EXPECT_THAT(page_of(unsaid), AllOf(HasSubstr("Choose what it is, or that you don’t know"),
                                       HasSubstr("value=\"Somebody at the centre\"")));
    const auto begun = begin("not_known");
    ASSERT_EQ(begun.status, Status::see_other);
    EXPECT_THAT(page_of(writing.get(test::location(begun))),
                HasSubstr("Telling the police means that they must record a crime"));
}

TEST_F(ReferralPages, ASecondSaveOfADraftWritesOverNothingAndShowsBothTexts)
{
    const auto referral = draft(worker().organisation);
    const auto address = address_of(referral);
    Browser second{site};
    second.sign_in("lead");
    second.get(address);
    ask_meanwhile(referral, "Ring us before you visit.");
    const auto refused =
        second.send(address + "/write", {{"child", "A"}, {"A-now", "In lessons"}, {"asked", "Visit today."}});
    EXPECT_EQ(refused.status, Status::unprocessable);
    const auto both = AllOf(HasSubstr("<div id=\"typed-beside\""), HasSubstr("Visit today."),
                            HasSubstr("Ring us before you visit."));
    EXPECT_THAT(page_of(refused), AllOf(both, HasSubstr("href=\"#typed-beside\""),
                                        HasSubstr("Somebody changed this draft after you opened it")));
    EXPECT_EQ(asked_in(referral), "Ring us before you visit.");

    EXPECT_THAT(page_of(second.get(address)), AllOf(both, HasSubstr("Kept for you"))) << "it is not lost";
    const auto saved =
        second.send(address + "/write", {{"child", "A"}, {"asked", "Ring us, and visit today."}});
    EXPECT_EQ(saved.status, Status::see_other);
    EXPECT_EQ(asked_in(referral), "Ring us, and visit today.");
    EXPECT_THAT(page_of(second.get(address)), Not(HasSubstr("Kept for you")));
}

TEST_F(ReferralPages, WhatNobodyHasReadIsNotSent)
{
    const auto referral = draft(worker().organisation);
    const auto address = address_of(referral);
    Browser second{site};
    second.sign_in("lead");
    second.get(address + "/send");
    ask_meanwhile(referral, "Ring us before you visit.");
    const auto refused = second.send(address + "/send", {});
    EXPECT_EQ(refused.status, Status::unprocessable);
    EXPECT_THAT(page_of(refused),
                AllOf(HasSubstr("Read it through again"), HasSubstr("Ring us before you visit.")));
    EXPECT_EQ(second.send(address + "/send", {}).status, Status::see_other);
    EXPECT_TRUE(app::sent_referral(safelead(), lead(), of, referral).value().it->sent);
}

TEST_F(ReferralPages, ADraftIsDiscardedWithAReasonAndIsOnNoListOfWhatWaits)
{
    const auto referral = draft(worker().organisation, std::nullopt, site.clock().now());
    const std::string reference{referral.text()};
    const auto address = address_of(referral);
    Browser writing{site};
    writing.sign_in("lead");
    writing.get(address);
    EXPECT_THAT(page_of(writing.send(address + "/discard", {})),
                AllOf(HasSubstr("Say why it is not sent"), HasSubstr("id=\"words-discarded-error\""),
                      HasSubstr("Please say whether you assess.")))
        << "the draft is still in its form";
    const auto discarded = writing.send(address + "/discard", {{"words-discarded", "It was begun twice."}});
    EXPECT_EQ(discarded.status, Status::see_other);
    EXPECT_THAT(page_of(writing.follow(discarded)),
                AllOf(HasSubstr("Discarded, never sent"), HasSubstr("It was begun twice."),
                      HasSubstr("Please say whether you assess.")));
    EXPECT_THAT(page_of(writing.get("/cases/" + std::string{of.text()} + "/referrals")),
                HasSubstr("Discarded, never sent"));
    site.clock().pass(25h);
    EXPECT_THAT(today_of("lead"), Not(HasSubstr(reference)));
}

TEST_F(ReferralPages, WhyADraftIsDiscardedIsKeptOverATimeOutAndShownBackIfItWasSent)
{
    const auto referral = draft(worker().organisation);
    const auto address = address_of(referral);
    Browser writing{site};
    writing.sign_in("lead");
    writing.get(address);
    sign_in_again(writing, "lead", address, {{"words-discarded", "It was begun twice."}}, "/discard");
    EXPECT_THAT(page_of(writing.get(address)),
                AllOf(HasSubstr("It was begun twice."), HasSubstr("href=\"#form-discarded\""),
                      HasSubstr("Please say whether you assess.")));
    send(referral);
    const auto refused = writing.send(address + "/discard", {{"words-discarded", "It was begun twice."}});
    EXPECT_EQ(refused.status, Status::unprocessable);
    EXPECT_THAT(page_of(refused),
                AllOf(HasSubstr("It was begun twice."), HasSubstr("<div id=\"form-discarded\"")));
    EXPECT_EQ(app::sent_referral(safelead(), lead(), of, referral).value().it->state,
              record::ReferralState::sent);
}

TEST_F(ReferralPages, WhoeverIsInTheCaseCanBeTickedInTheDraft)
{
    const auto referral = draft(worker().organisation);
    const auto address = address_of(referral);
    Browser writing{site};
    writing.sign_in("lead");
    EXPECT_THAT(page_of(writing.get(address)), HasSubstr("B, who is not in it now"));
    const auto saved = writing.send(
        address + "/write",
        {{"child", "A"}, {"child", "B"}, {"A-who", "Somebody"}, {"B-who", "A pupil in another form"}});
    EXPECT_EQ(saved.status, Status::see_other);
    const auto now = app::sent_referral(safelead(), lead(), of, referral).value();
    ASSERT_EQ(now.it->children.size(), 2U);
    EXPECT_EQ(now.it->children.back().who, "A pupil in another form");
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

TEST_F(ReferralPages, TheOfficerSeesTheCodesAndSaysWhatEachChildWasToldUpToToday)
{
    const auto officer = site.partnership().actor("officer@police.example");
    const auto referral = draft(officer.organisation);
    EXPECT_TRUE(
        wait_for(app::send_referral(safelead(), lead(), command(), of, referral, record::Answer::yes)));
    const auto address = "/referrals/" + std::string{referral.text()};
    Browser writing{site};
    writing.sign_in("officer@police");
    const auto page = page_of(writing.get(address));
    EXPECT_THAT(page, AllOf(HasSubstr("Outcome codes, and what they are"), HasSubstr("What was A told?"),
                            HasSubstr("What were the parents of A told?")));
    const auto record_of = [&](const std::string& year) {
        return post_step(writing, page, address + "/step",
                         {{"kind", "police-recorded"},
                          {"crime-recorded", "yes"},
                          {"crime-reference", "13/100"},
                          {"outcome", "21"},
                          {"outcome-on-day", "2"},
                          {"outcome-on-month", "3"},
                          {"outcome-on-year", year},
                          {"told-child-A", "By the officer, at school."},
                          {"told-parents-A", "By letter."}});
    };
    const auto refused = record_of("2031");
    EXPECT_EQ(refused.status, Status::unprocessable);
    EXPECT_THAT(page_of(refused),
                AllOf(HasSubstr("This day has not come yet"), HasSubstr("href=\"#outcome-on-day\""),
                      HasSubstr("By the officer, at school.")));
    EXPECT_THAT(page_of(writing.follow(record_of("2026"))),
                AllOf(HasSubstr("What A was told"), HasSubstr("By the officer, at school."),
                      HasSubstr("By letter."), HasSubstr("2 March 2026")));
    const auto kept = app::sent_referral(safelead(), lead(), of, referral).value();
    const auto& told = kept.it->steps.back().said.police->recorded_as->front();
    EXPECT_EQ(told.told_parents, "By letter.");
    EXPECT_EQ(told.as, record::RecordedAs::not_said) << "nobody has chosen as what";
}

TEST_F(ReferralPages, ARedirectedOneSaysByWhenItIsToBeSentOnAndIsTakenBackUntilThen)
{
    const auto referral = draft(worker().organisation);
    send(referral);
    answer_as(worker(), referral, said(record::StepKind::redirected));
    Browser reading{site};
    reading.sign_in("lead");
    EXPECT_THAT(
        page_of(reading.get(address_of(referral))),
        AllOf(HasSubstr("is to send it on, or to close it, by"), HasSubstr("Send it to the right agency"),
              Not(HasSubstr("An answer to what was asked")), Not(HasSubstr("It is ours after all"))));
    EXPECT_THAT(today_of("lead"), HasSubstr("To be sent on by"));
    const auto there = "/referrals/" + std::string{referral.text()};
    Browser writing{site};
    writing.sign_in("socialworker@frontdoor");
    const auto page = page_of(writing.get(there));
    EXPECT_THAT(page, HasSubstr("It is ours after all"));
    const auto taken = post_step(writing, page, there + "/step",
                                 {{"kind", "received"}, {"words-received", "They moved here in May."}});
    EXPECT_THAT(page_of(writing.follow(taken)),
                AllOf(HasSubstr("Taken back: it is theirs after all"), HasSubstr("They moved here in May."),
                      Not(HasSubstr("It is ours after all"))));
    answer_as(worker(), referral, said(record::StepKind::redirected));
    site.clock().set(*app::sent_referral(safelead(), lead(), of, referral).value().it->managers_at);
    EXPECT_THAT(today_of("head"), HasSubstr("It was redirected, and nobody here has sent it on"));
    Browser later{site};  // Two days have passed, and with them the other sessions.
    later.sign_in("lead");
    EXPECT_THAT(page_of(later.get(address_of(referral))), HasSubstr("It has not been sent on"));
    const auto next = referring().begin(
        test::first_child_to(site.partnership().actor("socialworker@neighbour.example"), referral));
    send(next);
    EXPECT_THAT(
        page_of(later.get(address_of(referral))),
        AllOf(HasSubstr("Sent on to the right agency"), HasSubstr(std::string{next.text()}),
              Not(HasSubstr("Send it to the right agency")), Not(HasSubstr("It has not been sent on"))));
    Browser back_there{site};
    back_there.sign_in("socialworker@frontdoor");
    EXPECT_THAT(page_of(back_there.get(there)),
                AllOf(HasSubstr("Sent on to the right agency"), Not(HasSubstr("It is ours after all"))));
}

TEST_F(ReferralPages, ACallThatHasNotBeenMakesNoDeadline)
{
    const auto referral = draft(worker().organisation);
    Browser writing{site};
    writing.sign_in("lead");
    writing.get(address_of(referral));
    const auto written = [&](const std::string& year) {
        return writing.send(address_of(referral) + "/write", {{"child", "A"},
                                                              {"asked", "Please assess."},
                                                              {"called-day", "20"},
                                                              {"called-month", "11"},
                                                              {"called-year", year}});
    };
    const auto refused = written("2027");
    EXPECT_EQ(refused.status, Status::unprocessable);
    EXPECT_THAT(page_of(refused),
                AllOf(HasSubstr("This day has not come yet"), HasSubstr("href=\"#called-day\"")));
    EXPECT_EQ(written("2026").status, Status::see_other);
    EXPECT_EQ(record::form_due(*app::sent_referral(safelead(), lead(), of, referral).value().it),
              parse_instant("2026-11-22T00:00:00Z"))
        << "a call without a time: from the end of its day";
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
    EXPECT_THAT(page_of(writing.get(address_of(draft(worker().organisation)))),
                HasSubstr("Lives under Wherever Council (the child’s record"));
}

TEST_F(ReferralPages, GoesOnToTheAgencyThatItsReceiverNamed)
{
    const auto neighbour = site.partnership().actor("socialworker@neighbour.example").organisation;
    const auto redirected_to = [&](record::Agency to) {
        const auto referral = draft(worker().organisation);
        send(referral);
        record::StepSaid said{};
        said.kind = record::StepKind::redirected;
        said.words = "They live across the river.";
        said.to = std::move(to);
        EXPECT_TRUE(wait_for(app::answer_referral(safelead(), worker(), command(), referral, said)));
        Browser sender{site};
        sender.sign_in("lead");
        return page_of(sender.get("/cases/" + std::string{of.text()} +
                                  "/referrals/new?follows=" + std::string{referral.text()}));
    };
    const auto chosen = [](std::string_view value) { return fmt::format("value=\"{}\" checked", value); };
    EXPECT_THAT(redirected_to({neighbour, "As it was called", record::AgencyKind::social_care}),
                AllOf(HasSubstr(chosen(neighbour.text())), HasSubstr(chosen("A")),
                      HasSubstr("Imogen Vance says that it is for As it was called"),
                      HasSubstr("They live across the river.")));
    const auto agencies = app::agencies_here(safelead(), lead());
    const auto& by_name = agencies.front();
    EXPECT_THAT(redirected_to({OrganisationId{""}, by_name.agency.name + " ", record::AgencyKind::other}),
                HasSubstr(chosen(by_name.agency.id.text())));
    EXPECT_THAT(redirected_to({OrganisationId{""}, "Moorside Council", record::AgencyKind::other}),
                AllOf(HasSubstr(chosen("not-here")), HasSubstr("value=\"Moorside Council\""),
                      HasSubstr("is for Moorside Council")));
}

TEST_F(ReferralPages, GoesOnFromNothingThatIsNotThere)
{
    Browser sender{site};
    sender.sign_in("lead");
    const auto shown = sender.get("/cases/" + std::string{of.text()} + "/referrals/new?follows=R-0000-0000");
    EXPECT_EQ(shown.status, Status::ok);
    EXPECT_THAT(page_of(shown), Not(HasSubstr("says that it is for")));
}

/// What stands in front of the rows of a page's lists.
std::vector<std::string> row_labels(std::string_view html)
{
    constexpr std::string_view of_a_row = "govuk-summary-list__key";
    std::vector<std::string> labels;
    for (auto at = html.find(of_a_row); at != std::string_view::npos; at = html.find(of_a_row, at + 1)) {
        const auto begin = html.find('>', at) + 1;
        labels.emplace_back(trim(html.substr(begin, html.find('<', begin) - begin)));
    }
    return labels;
}

TEST_F(ReferralPages, WhatIsSentOnPaperHasEveryRowOfThePage)
{
    const auto referral = draft(
        OrganisationId{""},
        record::Agency{OrganisationId{""}, "Moorside children’s services", record::AgencyKind::social_care},
        site.clock().now());
    send(referral);
    const auto view = app::sent_referral(safelead(), lead(), of, referral).value();
    const ReferralPage page{view, safelead().zone(), address_of(referral), "token", "command", {}};
    const Speaker say{english};
    const FormFields typed;
    const FormErrors none;
    const std::string whole = referral_page(FormWriter{say, typed, none}, page).bytes();
    const std::string sent_words = whole.substr(whole.find("What was sent, word for word"));
    auto parts = on_paper(say, page).parts;
    ASSERT_EQ(parts.front().first, "Sent");
    parts.erase(parts.begin());

    const auto labels = row_labels(sent_words);
    ASSERT_EQ(parts.size(), labels.size());
    for (std::size_t row = 0; row < labels.size(); ++row) {
        EXPECT_THAT(Html{text(parts[row].first)}.bytes(), testing::StartsWith(labels[row]));
        EXPECT_THAT(sent_words, HasSubstr(Html{text(parts[row].second)}.bytes()));
    }
    EXPECT_THAT(parts, testing::Contains(testing::Pair("Do the parents know?", testing::_)));
    EXPECT_THAT(parts,
                testing::Contains(testing::Pair(
                    "When they were rung", directory::words(safelead().zone().local(site.clock().now())))));
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

std::size_t times(const std::string& page, const std::string& words)
{
    std::size_t found = 0;
    for (auto at = page.find(words); at != std::string::npos; at = page.find(words, at + 1)) ++found;
    return found;
}

TEST_F(ByALink, TheSenderWritesDownThatTheyDoNotAgreeBesideTheirOwn)
{
    const auto ladder = app::step_offers(safelead(), lead(), std::nullopt).ladder;
    const auto address = address_of(referral);
    Browser writing{site};
    writing.sign_in("lead");
    const auto page = page_of(writing.get(address));
    EXPECT_THAT(page, AllOf(HasSubstr("We do not agree"), HasSubstr("They do not agree")));
    for (const std::string id :
         {"form-disagreement-raised", "form-their-disagreement-raised", "words-disagreement-raised",
          "their-words-disagreement-raised", "rung", "their-rung", "with", "their-with"})
        EXPECT_EQ(times(page, " id=\"" + id + "\""), 1U) << id;
    const auto raise = [&](const std::string& rung) {
        return post_step(writing, page, address + "/answered/step",
                         {{"kind", "disagreement-raised"},
                          {"whose", "theirs"},
                          {"rung", rung},
                          {"who-disagreement-raised", "R. Lane, team manager"},
                          {"words-disagreement-raised", "They ask for the school to meet the family."}});
    };
    const auto refused = page_of(raise(""));
    EXPECT_THAT(refused, AllOf(HasSubstr("href=\"#their-rung\""), HasSubstr("id=\"their-rung-error\""),
                               Not(HasSubstr("id=\"rung-error\""))));
    EXPECT_EQ(times(refused, "They ask for the school to meet the family."), 1U)
        << "it stands in the form that it was typed in";
    EXPECT_EQ(raise(ladder.front().id).status, Status::see_other);
    const auto now = app::sent_referral(safelead(), lead(), of, referral).value();
    EXPECT_EQ(now.it->disagreement->raised_by, record::Side::receiver);
    EXPECT_THAT(now.it->steps.back().by_name, HasSubstr("R. Lane, team manager (written down by"));
    EXPECT_THAT(page_of(writing.get(address)), HasSubstr("Answer the disagreement"));
}

TEST_F(ByALink, WhatIsWrittenDownForThemIsThereAgainAfterATimeOutBesideTheSendersOwn)
{
    const auto address = address_of(referral);
    const auto time_out = [&](const std::string& form, const std::string& action, const std::string& words) {
        Browser writing{site};
        writing.sign_in("lead");
        const auto page = page_of(writing.get(address));
        auto fields =
            test::hidden_fields(page.substr(page.find("<form id=\"form-" + form + "\"")), address + action);
        fields.push_back({"words-disagreement-raised", words});
        site.clock().pass(2h);
        EXPECT_THAT(page_of(writing.post(address + action, fields)), HasSubstr("What you typed is kept"));
        const auto again = site.sign_in_of("lead");
        const auto back = writing.send("/sign-in", {{"email", again.email}, {"password", again.password}});
        EXPECT_EQ(location(back), address);
        return page_of(writing.follow(back));
    };
    time_out("their-disagreement-raised", "/answered/step", "They ask for a visit.");
    const auto page = time_out("disagreement-raised", "/step", "We ask for a meeting.");
    EXPECT_THAT(page, AllOf(HasSubstr("href=\"#form-their-disagreement-raised\""),
                            HasSubstr("href=\"#form-disagreement-raised\"")));
    EXPECT_EQ(times(page, "They ask for a visit."), 1U);
    EXPECT_EQ(times(page, "We ask for a meeting."), 1U);
    EXPECT_LT(page.find("id=\"their-words-disagreement-raised\""), page.find("They ask for a visit."));
}

TEST_F(ByALink, WhatIsWrongWithAWholeFormOfTheirsLeadsToThatForm)
{
    const auto address = address_of(referral);
    Browser writing{site};
    writing.sign_in("lead");
    const auto page = page_of(writing.get(address));
    const auto refused = post_step(writing, page, address + "/answered/step",
                                   {{"kind", "disagreement-raised"}, {"whose", "theirs"}});
    const auto shown = page_of(refused);
    EXPECT_THAT(shown, AllOf(HasSubstr("href=\"#their-rung\""), Not(HasSubstr("href=\"#their-form")),
                             HasSubstr("id=\"form-their-disagreement-raised\"")));
    const FormFields typed{{{"kind", "disagreement-raised"}, {"whose", "theirs"}}};
    const auto led = at_their_fields(step_errors({{"form", {}}}, typed), typed);
    EXPECT_EQ(led.front().field, "form-their-disagreement-raised");
}

TEST_F(ByALink, WhoeverOpenedItCanDisagree)
{
    const auto ladder = app::step_offers(safelead(), lead(), std::nullopt).ladder;
    Browser reader{site};
    reader.get("/shared");
    const auto page = page_of(open(reader, link()));
    EXPECT_THAT(page, HasSubstr("We do not agree"));
    const auto raised = post_step(reader, page, "/shared/step",
                                  {{"kind", "disagreement-raised"},
                                   {"rung", ladder.front().id},
                                   {"who-disagreement-raised", "R. Lane, team manager"},
                                   {"words-disagreement-raised", "It was not ours to decide."}});
    EXPECT_THAT(page_of(raised), AllOf(HasSubstr("It is recorded, and the school sees it"),
                                       HasSubstr("It was not ours to decide.")));
    EXPECT_TRUE(app::sent_referral(safelead(), lead(), of, referral).value().it->disagreement);
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

TEST_F(ByALink, WhatWasChosenOfAnActionIsAmongWhatWasTypedInWords)
{
    Browser reader{site};
    reader.get("/shared");
    open(reader, link());
    site.clock().pass(3h);
    EXPECT_THAT(
        page_of(reader.send("/shared/step",
                            {{"kind", "action-answered"}, {"action", "1"}, {"came", "not-done"}})),
        AllOf(HasSubstr("Number of the action"), HasSubstr("Not done"), Not(HasSubstr(">not-done<"))));
}

TEST_F(ByALink, AnAnswerAfterTheLinkWasTakenBackIsShownAgainAndNotRecorded)
{
    Browser reader{site};
    reader.get("/shared");
    open(reader, link());
    ASSERT_TRUE(
        wait_for(app::revoke_link(safelead(), lead(), command(), of, referral, "It went to the wrong one.")));
    expect_typing_and_whom_to_ring(answer(reader));
    EXPECT_TRUE(app::sent_referral(safelead(), lead(), of, referral).value().it->steps.empty());
}

TEST_F(ByALink, WhatIsOpenIsTakenBackAlsoWithAFormThatWasDrawnBefore)
{
    const auto made = link();
    const auto revoke = address_of(referral) + "/link/revoke";
    Browser sender{site};
    sender.sign_in("lead");
    EXPECT_THAT(page_of(sender.get(address_of(referral))),
                AllOf(HasSubstr("A link waits for the duty worker"), HasSubstr("Take the link back")));
    Browser reader{site};
    reader.get("/shared");
    open(reader, made);
    EXPECT_EQ(sender.send(revoke, {{"link-why", "The wrong address."}}).status, Status::see_other);
    expect_typing_and_whom_to_ring(answer(reader));
}

TEST_F(ByALink, WhatWasWithdrawnIsOfferedToNobodyAndEitherSideIsToldWhatToDo)
{
    const auto made = link();
    Browser sender{site};
    sender.sign_in("lead");
    sender.get(address_of(referral));
    const auto withdrawn =
        sender.send(address_of(referral) + "/step", {{"words-withdrawn", "Sent by mistake."}});
    ASSERT_EQ(withdrawn.status, Status::see_other) << page_of(withdrawn);
    EXPECT_THAT(page_of(sender.follow(withdrawn)),
                AllOf(HasSubstr("no link opens it any more"), HasSubstr("Ring Moorside"),
                      Not(HasSubstr("Make a link and a code")), Not(HasSubstr("Take the link back"))));
    Browser reader{site};
    reader.get("/shared");
    const auto asked = open(reader, made);
    EXPECT_EQ(asked.status, Status::unprocessable);
    EXPECT_THAT(page_of(asked), AllOf(HasSubstr("The school took this referral back or closed it"),
                                      Not(HasSubstr("The mother knows and agrees."))));
}

TEST_F(ByALink, WhatIsOpenIsShownToTheSenderWhoCanTakeItBack)
{
    const auto revoke = address_of(referral) + "/link/revoke";
    Browser reader{site};
    reader.get("/shared");
    open(reader, link());
    Browser sender{site};
    sender.sign_in("lead");
    EXPECT_THAT(page_of(sender.get(address_of(referral))),
                AllOf(HasSubstr("The link for the duty worker was opened"),
                      HasSubstr("Take back what is open"), Not(HasSubstr("A link waits"))));
    ASSERT_TRUE(
        wait_for(app::revoke_link(safelead(), lead(), command(), of, referral, "It went to the wrong one.")));
    const auto late = sender.send(revoke, {{"link-why", "The wrong address."}});
    const auto asked = page_of(late);
    EXPECT_EQ(late.status, Status::unprocessable) << asked;
    EXPECT_THAT(asked, AllOf(HasSubstr("What you wrote was not recorded"), HasSubstr("The wrong address."),
                             Not(HasSubstr("Take back what is open"))));
}

}  // namespace
}  // namespace safelead::web
