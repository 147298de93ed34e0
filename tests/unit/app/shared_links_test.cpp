// A referral to an agency that has no account: a link and a code, or what was said, written down.

#include "app/shared_links.h"

#include "app/cases.h"
#include "app/concerns.h"
#include "app/escalate.h"
#include "app/letters.h"
#include "app/parts.h"
#include "record/kept_in.h"
#include "support/failing_store.h"
#include "support/passing_in_front.h"
#include "support/practice_partnership.h"
#include "support/printed_by.h"
#include "support/referring.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <functional>
#include <utility>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using record::StepKind;

class WithoutAccount : public testing::Test {
protected:
    void SetUp() override
    {
        of = list_cases(at.safelead(), lead)->cases.front().it->reference;
        referral = test::Referring{at, lead, of}.refer(
            test::first_child_to(record::Agency{OrganisationId{""}, "Moorside children’s services",
                                                record::AgencyKind::social_care}),
            record::Answer::unknown);
    }

    Outcome<ReferralChanged> begin(record::Agency agency)
    {
        return wait_for(
            begin_referral(at.safelead(), lead, at.command(), of, test::first_child_to(std::move(agency))));
    }

    static record::StepSaid said(StepKind kind)
    {
        record::StepSaid said{};
        said.kind = kind;
        said.words = "We visit the family today.";
        said.decided_as = record::DecidedAs::section_17;
        return said;
    }

    SharedLink link() { return link_of(at.command()); }

    SharedLink link_of(const CommandId& form)
    {
        return wait_for(make_link(at.safelead(), lead, form, of, referral, "the duty worker")).value();
    }

    using Opened = Result<std::string, LinkRefusal>;

    Opened open(const std::string& link, const std::string& code)
    {
        return wait_for(open_link(at.safelead(), link, code, "192.0.2.7"));
    }

    /// The same link, before the opening of either is kept.
    std::pair<Opened, Opened> opened_by_two_at_once()
    {
        test::BlockedStore blocked{at.entries()};
        const auto made = link();
        at.restart_on(blocked);
        auto first = open_link(at.safelead(), made.link, made.code, "192.0.2.7");
        auto second = open_link(at.safelead(), made.link, made.code, "192.0.2.8");
        blocked.let_go();
        std::pair opened{wait_for(std::move(first)), wait_for(std::move(second))};
        at.restart();
        return opened;
    }

    Outcome<ReferralChanged> follow(StepKind kind)
    {
        return wait_for(follow_referral(at.safelead(), lead, at.command(), of, referral, said(kind)));
    }

    record::ReferralRefused make_refused()
    {
        const auto made =
            wait_for(make_link(at.safelead(), lead, at.command(), of, referral, "the duty worker"));
        if (made) throw_bug("a link was made");
        return std::get<record::ReferralRefusal>(made.error()).why;
    }

    Outcome<std::size_t> take_back(std::string why)
    {
        return wait_for(revoke_link(at.safelead(), lead, at.command(), of, referral, std::move(why)));
    }

    record::Referral now() { return *sent_referral(at.safelead(), lead, of, referral).value().it; }
    std::shared_ptr<const record::Case> of_case() { return wait_for(view_case(at.safelead(), lead, of))->it; }

    template <class Event>
    std::size_t count()
    {
        return record::kept_in<Event>(*of_case()).size();
    }

    test::PracticePartnership at;
    Actor lead = at.actor("lead@fennimore.example");
    record::Reference of{""};
    record::Reference referral{""};
};

TEST_F(WithoutAccount, IsReferredToByNameAndWaitedForLikeAnyOther)
{
    EXPECT_EQ(now().state, record::ReferralState::sent);
    EXPECT_EQ(now().to.name, "Moorside children’s services");
    EXPECT_FALSE(begin({OrganisationId{""}, " ", record::AgencyKind::other})) << "without a name";
    EXPECT_EQ(referrals_of_case(at.safelead(), lead, of)->front().other, "Moorside children’s services");
    at.clock().pass(std::chrono::days{2});
    (void)wait_for(escalate_unread(at.safelead()));
    EXPECT_TRUE(now().silence_noticed);
    at.restart();
    EXPECT_EQ(now().to.name, "Moorside children’s services") << "folded anew";
}

TEST_F(WithoutAccount, HasItsAnswerWrittenDownWithWhoSaidSo)
{
    const auto write = [&](StepKind kind, std::string who) {
        return wait_for(
            write_down_answer(at.safelead(), lead, at.command(), of, referral, said(kind), std::move(who)));
    };
    EXPECT_EQ(std::get<record::ReferralRefusal>(write(StepKind::received, " ").error()),
              (record::ReferralRefusal{record::ReferralRefused::not_said, "who"}));
    ASSERT_TRUE(write(StepKind::received, "a duty worker"));
    ASSERT_TRUE(write(StepKind::decided, "a team manager"));
    const auto all = now();
    const auto& decided = *all.last(StepKind::decided);
    EXPECT_EQ(decided.side, record::Side::receiver);
    EXPECT_EQ(decided.by, lead.person);
    EXPECT_EQ(decided.by_name, "a team manager (written down by " + lead.name + ")");
    const auto in_case = of_case();
    const auto answers = record::kept_in<record::AgencyAnswered>(*in_case);
    ASSERT_EQ(answers.size(), 1U) << "and the case says it, too";
    EXPECT_EQ(answers.front().it->answer, record::AgencyAnswer::took_it_on);
}

TEST_F(WithoutAccount, IsNotAnsweredForWhereItHasAnAccount)
{
    const auto worker = at.actor("socialworker@frontdoor.example");
    const auto other = test::Referring{at, lead, of}.begin(test::first_child_to(worker));
    EXPECT_FALSE(wait_for(write_down_answer(at.safelead(), lead, at.command(), of, other,
                                            said(StepKind::received), "somebody")));
    EXPECT_FALSE(wait_for(make_link(at.safelead(), lead, at.command(), of, other, "somebody")));
}

TEST_F(WithoutAccount, OpensALinkOnceWithItsCode)
{
    const auto made = link();
    EXPECT_EQ(made.code.size(), 8U);
    EXPECT_EQ(made.until, at.clock().now() + std::chrono::days{3});
    EXPECT_EQ(open(made.link, "00000000").error(), LinkRefusal::wrong);
    const auto pass = open(made.link, made.code.substr(0, 4) + " " + made.code.substr(4));
    ASSERT_TRUE(pass) << "spaces in it say nothing";
    EXPECT_EQ(open(made.link, made.code).error(), LinkRefusal::wrong) << "only once";
    const auto view = shared_referral(at.safelead(), *pass);
    ASSERT_TRUE(view);
    EXPECT_EQ(view->it->reference, referral);
    EXPECT_EQ(view->side, record::Side::receiver);
    EXPECT_EQ(count<record::ReferralLinkOpened>(), 1U) << "and the record says that it was opened";
    at.clock().pass(3h);
    EXPECT_FALSE(shared_referral(at.safelead(), *pass)) << "for two hours";
}

TEST_F(WithoutAccount, OpensALinkAgainWhereItIsNotKnownWhetherItsOpeningWasKept)
{
    using enum test::UnsureStore::Unsure;
    test::UnsureStore store{at.entries()};
    at.restart_on(store);
    std::size_t opened = 0;
    for (const auto how : {not_kept, kept}) {
        const auto made = link();
        store.unsure = how;
        EXPECT_THROW((void)open(made.link, made.code), Unavailable);
        store.unsure = no;
        const auto pass = open(made.link, made.code);
        ASSERT_TRUE(pass) << opened;
        EXPECT_TRUE(shared_referral(at.safelead(), *pass));
        EXPECT_EQ(count<record::ReferralLinkOpened>(), ++opened) << "it is recorded once";
        EXPECT_EQ(open(made.link, made.code).error(), LinkRefusal::wrong) << "and opens once";
    }
    at.restart();
}

/// Is out of reach for so many changes of what passes, or is gone from then on, as where the program ends.
class BreakingStore final : public test::PassingInFront {
public:
    using PassingInFront::PassingInFront;

    void put(const ledger::PassingRow& row) override
    {
        step();
        PassingInFront::put(row);
    }
    bool take(const ledger::PassingRow& there) override
    {
        step();
        return PassingInFront::take(there);
    }
    void remove(std::string_view kind, std::string_view id) override
    {
        step();
        PassingInFront::remove(kind, id);
    }
    std::uint64_t increment(std::string_view kind, std::string_view id, Instant now, Instant expires) override
    {
        step();
        return PassingInFront::increment(kind, id, now, expires);
    }

    int good = 1'000;  ///< Changes until it is gone.

private:
    void step()
    {
        if (good-- <= 0) throw Unavailable{"The database is out of reach."};
    }
};

TEST_F(WithoutAccount, OpensALinkAgainWhereverOpeningItStopped)
{
    auto& parts = at.safelead().parts();
    BreakingStore breaking{at.passing()};
    parts.passing.emplace(breaking, crypto::SecretKey::random());
    int stopped = 0;
    for (int good = 0; good < 10; ++good) {
        breaking.good = 1'000;
        const auto made = link();
        breaking.good = good;
        try {
            EXPECT_TRUE(open(made.link, made.code));
            EXPECT_EQ(stopped, good) << "it stopped wherever it could before";
            EXPECT_GE(stopped, 3) << "two rows of the pass, and the link";
            return;
        } catch (const Unavailable&) {
            ++stopped;
        }
        breaking.good = 1'000;
        const auto pass = open(made.link, made.code);
        ASSERT_TRUE(pass) << "after " << good;
        EXPECT_TRUE(shared_referral(at.safelead(), *pass));
        EXPECT_EQ(open(made.link, made.code).error(), LinkRefusal::wrong) << "and opens once";
    }
    ADD_FAILURE() << "it never opened";
}

TEST_F(WithoutAccount, LeavesNoPassOfWhoeverCameSecond)
{
    const auto [first, second] = opened_by_two_at_once();
    EXPECT_TRUE(first);
    EXPECT_FALSE(second);
    for (const auto* kind : {"referral-pass", "referral-pass-was"})
        EXPECT_EQ(at.passing().list(kind, at.clock().now()).size(), 1U) << kind;
}

TEST_F(WithoutAccount, OpensALinkInAMomentWhereOthersAreInTheWay)
{
    test::CrowdedStore crowded{at.entries(), lead.organisation};
    at.restart_on(crowded);
    const auto made = link();
    crowded.is_crowded = true;
    EXPECT_EQ(open(made.link, made.code).error(), LinkRefusal::crowded);
    crowded.is_crowded = false;
    EXPECT_TRUE(open(made.link, made.code));
    at.restart();
}

TEST_F(WithoutAccount, OpensALinkForOneOfTwoWhoDoAtOnce)
{
    const auto [first, second] = opened_by_two_at_once();
    EXPECT_TRUE(first);
    EXPECT_EQ(second.error(), LinkRefusal::wrong);
    EXPECT_EQ(count<record::ReferralLinkOpened>(), 1U);
}

TEST_F(WithoutAccount, OpensAlsoWhereTheWholeLinkWasPasted)
{
    const std::string far_address = "https://" + std::string(150, 'a') + ".example/shared#";
    for (const std::string& before : {std::string{"https://safelead.example/shared#"}, far_address,
                                      std::string{" #"}, std::string{"https://b.example/#a/shared#"}}) {
        const auto made = link();
        EXPECT_TRUE(open(before + made.link + " \t\n", " " + made.code + "\n")) << before;
    }
    const auto made = link();
    EXPECT_FALSE(open("https://safelead.example/shared#", made.code)) << "there is nothing behind it";
    EXPECT_TRUE(open(made.link, made.code));
}

TEST_F(WithoutAccount, AnswersByALink)
{
    const auto made = link();
    const auto pass = open(made.link, made.code).value();
    const auto answer = [&](StepKind kind, std::string who) {
        return wait_for(answer_by_link(at.safelead(), pass, at.command(), said(kind), std::move(who)));
    };
    EXPECT_FALSE(answer(StepKind::received, ""));
    ASSERT_TRUE(answer(StepKind::received, "R. Lane, team manager"));
    ASSERT_TRUE(answer(StepKind::decided, "R. Lane, team manager"));
    const auto all = now();
    EXPECT_EQ(all.last(StepKind::decided)->by_name,
              "R. Lane, team manager (by a link that was made for the duty worker)");
    EXPECT_EQ(count<record::AgencyAnswered>(), 1U);
    EXPECT_FALSE(wait_for(
        answer_by_link(at.safelead(), "another pass", at.command(), said(StepKind::decided), "somebody")));
    EXPECT_FALSE(
        wait_for(answer_by_link(at.safelead(), pass, at.command(), said(StepKind::withdrawn), "R. Lane")))
        << "what only the sender does";
}

TEST_F(WithoutAccount, SaysThatAnotherNameIsAnotherAnswerThoughTheFormIsTheSame)
{
    const auto made = link();
    const auto pass = open(made.link, made.code).value();
    const auto by_link = at.command();
    const auto answer = [&](std::string who) {
        return wait_for(
            answer_by_link(at.safelead(), pass, by_link, said(StepKind::received), std::move(who)));
    };
    ASSERT_TRUE(answer("R. Lane"));
    EXPECT_TRUE(answer("R. Lane")) << "sent twice";
    const auto other = answer("P. Moss");
    ASSERT_FALSE(other);
    EXPECT_TRUE(std::holds_alternative<OtherContent>(other.error()));

    const auto by_hand = at.command();
    const auto write = [&](std::string who) {
        return wait_for(write_down_answer(at.safelead(), lead, by_hand, of, referral, said(StepKind::decided),
                                          std::move(who)));
    };
    ASSERT_TRUE(write("R. Lane"));
    EXPECT_TRUE(write("R. Lane")) << "sent twice";
    const auto another = write("P. Moss");
    ASSERT_FALSE(another);
    EXPECT_TRUE(std::holds_alternative<OtherContent>(another.error()));
    EXPECT_EQ(now().last(StepKind::decided)->by_name, "R. Lane (written down by " + lead.name + ")");
}

TEST_F(WithoutAccount, DisagreesByTheSendersHandAndByALinkAndEndsItSo)
{
    const auto ladder = step_offers(at.safelead(), lead, std::nullopt).ladder;
    auto raised = said(StepKind::disagreement_raised);
    raised.rung = ladder.front().id;
    auto answered = said(StepKind::disagreement_answered);
    answered.agreed = record::Answer::no;
    auto accepted = answered;
    accepted.agreed = record::Answer::yes;
    const auto by_sender = [&](const record::StepSaid& step) {
        return wait_for(follow_referral(at.safelead(), lead, at.command(), of, referral, step)).has_value();
    };
    const auto made = link();
    const auto pass = open(made.link, made.code).value();
    const std::function<bool(const record::StepSaid&)> for_them[] = {
        [&](const record::StepSaid& step) {
            return wait_for(
                       write_down_answer(at.safelead(), lead, at.command(), of, referral, step, "R. Lane"))
                .has_value();
        },
        [&](const record::StepSaid& step) {
            return wait_for(answer_by_link(at.safelead(), pass, at.command(), step, "R. Lane")).has_value();
        }};
    for (const auto& by_them : for_them) {
        ASSERT_TRUE(by_them(raised));
        EXPECT_EQ(now().disagreement->raised_by, record::Side::receiver);
        EXPECT_FALSE(by_them(accepted)) << "nobody has answered";
        ASSERT_TRUE(by_sender(answered));
        ASSERT_TRUE(by_them(accepted));
        EXPECT_FALSE(now().disagreement);
        ASSERT_TRUE(by_sender(raised)) << "and the sender can, too";
        ASSERT_TRUE(by_them(answered));
        ASSERT_TRUE(by_sender(accepted));
        EXPECT_FALSE(now().disagreement);
    }
}

TEST_F(WithoutAccount, IsToldOfAMeetingByHandAndAnswersItsActionsInTheCase)
{
    const auto keep = [&](record::Keepable record) {
        return wait_for(
                   change_case(at.safelead(), lead, at.command(), of, record::KeepRecord{std::move(record)}))
            .has_value();
    };
    const record::EventTime today{"today", std::nullopt, std::nullopt};
    ASSERT_TRUE(keep(record::StrategyMeetingHeld{0, lead.person, today, "a manager",
                                                 "R. Lane, Moorside children’s services", "",
                                                 "What each of them knows.", "A visit."}));
    ASSERT_TRUE(keep(record::ActionAgreed{0, lead.person, "Moorside children’s services", "", "Visit.", {}}));
    auto told = said(StepKind::meeting_told);
    told.meeting = record::MeetingTold{1, {}, {}, {{1, {}, {}}}};
    auto came = said(StepKind::action_answered);
    came.action = record::ActionReply{1, record::ActionCame::done};
    const auto write = [&] {
        return wait_for(write_down_answer(at.safelead(), lead, at.command(), of, referral, came, "R. Lane"));
    };
    EXPECT_FALSE(write()) << "they have been told of none";
    ASSERT_TRUE(wait_for(follow_referral(at.safelead(), lead, at.command(), of, referral, told)));
    ASSERT_TRUE(write());
    EXPECT_EQ(count<record::ActionAnswered>(), 1U) << "and the case has it";
    const auto made = link();
    const auto pass = open(made.link, made.code).value();
    came.words = "They went again.";
    ASSERT_TRUE(wait_for(answer_by_link(at.safelead(), pass, at.command(), came, "R. Lane")));
    EXPECT_EQ(count<record::ActionAnswered>(), 2U);
}

TEST_F(WithoutAccount, OpensNoLinkThatIsOverTakenBackOrReplaced)
{
    const auto first = link();
    const auto second = link();
    EXPECT_FALSE(open(first.link, first.code)) << "another took its place";
    ASSERT_TRUE(take_back("It went to the wrong person."));
    EXPECT_FALSE(open(second.link, second.code));
    EXPECT_EQ(count<record::ReferralLinkRevoked>(), 1U);
    EXPECT_FALSE(take_back("Again."));
    const auto third = link();
    at.clock().pass(std::chrono::days{3} + 1min);
    EXPECT_FALSE(open(third.link, third.code)) << "its days are over";
}

TEST_F(WithoutAccount, TakesWhatWasOpenAwayWhenTheLinkIsTakenBack)
{
    const auto made = link();
    const auto pass = open(made.link, made.code).value();
    const auto open_now = sent_referral(at.safelead(), lead, of, referral).value().link;
    ASSERT_TRUE(open_now && open_now->is_open) << "the sender sees that it is open";
    EXPECT_EQ(open_now->until, at.clock().now() + 2h);
    EXPECT_TRUE(shared_referral(at.safelead(), pass));
    ASSERT_TRUE(take_back("It went to the wrong person."));
    EXPECT_FALSE(shared_referral(at.safelead(), pass));
    EXPECT_FALSE(wait_for(read_shared(at.safelead(), pass)));
    EXPECT_FALSE(
        wait_for(answer_by_link(at.safelead(), pass, at.command(), said(StepKind::received), "R. Lane")));
    EXPECT_EQ(count<record::ReferralLinkRevoked>(), 1U);
    EXPECT_FALSE(sent_referral(at.safelead(), lead, of, referral).value().link);
    EXPECT_EQ(std::get<record::CaseRefusal>(take_back("Again.").error()).why, record::CaseRefused::no_link);
}

TEST_F(WithoutAccount, TakesWhatWasOpenAwayWhenAnotherLinkIsMade)
{
    const auto made = link();
    const auto pass = open(made.link, made.code).value();
    const auto another = link();
    EXPECT_FALSE(shared_referral(at.safelead(), pass));
    EXPECT_TRUE(open(another.link, another.code));
}

TEST_F(WithoutAccount, HasNothingToTakeBackTwoHoursAfterItWasOpened)
{
    const auto made = link();
    ASSERT_TRUE(open(made.link, made.code));
    at.clock().pass(2h);
    EXPECT_FALSE(sent_referral(at.safelead(), lead, of, referral).value().link);
    EXPECT_FALSE(take_back("It went to the wrong person."));
}

TEST_F(WithoutAccount, ShowsAndOpensNothingAnyMoreOfWhatWasWithdrawn)
{
    const auto seen = link();
    const auto pass = open(seen.link, seen.code).value();
    ASSERT_TRUE(follow(StepKind::withdrawn));
    EXPECT_FALSE(shared_referral(at.safelead(), pass));
    EXPECT_FALSE(
        wait_for(answer_by_link(at.safelead(), pass, at.command(), said(StepKind::received), "R. Lane")));
    EXPECT_EQ(sender_of_pass(at.safelead(), pass)->name, lead.organisation_name) << "whom to ring";
    EXPECT_EQ(open(seen.link, seen.code).error(), LinkRefusal::wrong) << "it was opened before";
}

TEST_F(WithoutAccount, TellsWhoeverHasLinkAndCodeThatItIsAtAnEnd)
{
    const auto waits = link();
    ASSERT_TRUE(follow(StepKind::withdrawn));
    EXPECT_EQ(open(waits.link, waits.code).error(), LinkRefusal::ended);
    EXPECT_EQ(open(waits.link, waits.code).error(), LinkRefusal::ended) << "and again";
    EXPECT_EQ(open(waits.link, "00000000").error(), LinkRefusal::wrong) << "nobody else is told";
    EXPECT_EQ(count<record::ReferralLinkOpened>(), 0U);
    at.clock().pass(std::chrono::days{3} + 1min);
    EXPECT_EQ(open(waits.link, waits.code).error(), LinkRefusal::wrong) << "its days are over";
}

TEST_F(WithoutAccount, ShowsNothingAnyMoreOfWhatIsClosed)
{
    const auto seen = link();
    const auto pass = open(seen.link, seen.code).value();
    for (const auto kind : {StepKind::received, StepKind::decided})
        ASSERT_TRUE(wait_for(answer_by_link(at.safelead(), pass, at.command(), said(kind), "R. Lane")));
    EXPECT_TRUE(shared_referral(at.safelead(), pass)) << "decided is not the end";
    ASSERT_TRUE(follow(StepKind::closed));
    EXPECT_FALSE(shared_referral(at.safelead(), pass));
    EXPECT_EQ(make_refused(), record::ReferralRefused::opens_no_more);
}

TEST_F(WithoutAccount, ShowsNothingAnyMoreToWhoeverSaysThatItBelongsToSomebodyElse)
{
    const auto seen = link();
    const auto pass = open(seen.link, seen.code).value();
    auto elsewhere = said(StepKind::redirected);
    elsewhere.to = {OrganisationId{""}, "Hillside children’s services", record::AgencyKind::social_care};
    ASSERT_TRUE(wait_for(answer_by_link(at.safelead(), pass, at.command(), elsewhere, "R. Lane")));
    EXPECT_FALSE(shared_referral(at.safelead(), pass));
    EXPECT_EQ(make_refused(), record::ReferralRefused::opens_no_more);
}

TEST_F(WithoutAccount, MakesNoLinkToWhatWasWithdrawnAndSaysWhy)
{
    ASSERT_TRUE(follow(StepKind::withdrawn));
    EXPECT_EQ(make_refused(), record::ReferralRefused::opens_no_more);
    EXPECT_EQ(count<record::ReferralLinkMade>(), 0U);
}

TEST_F(WithoutAccount, EndsALinkAfterFiveWrongCodesAndHoldsAnAddressToItsCeiling)
{
    const auto made = link();
    for (int wrong = 0; wrong < 5; ++wrong) EXPECT_FALSE(open(made.link, "1234567" + std::to_string(wrong)));
    EXPECT_EQ(open(made.link, made.code).error(), LinkRefusal::wrong);
    Result<std::string, LinkRefusal> last = fail(LinkRefusal::wrong);
    for (int guess = 0; guess < 20'000 && last.error() == LinkRefusal::wrong; ++guess)
        last = open("guess" + std::to_string(guess), "00000000");
    EXPECT_EQ(last.error(), LinkRefusal::wait);
}

TEST_F(WithoutAccount, MakesTheSameLinkOfTheSameCommandAndKeepsNeitherInTheRecord)
{
    const auto command = at.command();
    const auto once = link_of(command);
    const auto again = link_of(command);
    EXPECT_EQ(once.link, again.link);
    EXPECT_EQ(once.code, again.code);
    EXPECT_EQ(count<record::ReferralLinkMade>(), 1U);
    EXPECT_TRUE(open(once.link, once.code));
    (void)link_of(command);
    EXPECT_FALSE(open(once.link, once.code)) << "sending the form again opens nothing again";
}

TEST_F(WithoutAccount, LeavesALinkAsItIsWhereThePageThatShowedItIsLoadedAgain)
{
    const auto first_form = at.command();
    const auto second_form = at.command();
    const auto first = link_of(first_form);
    at.clock().pass(1min);
    const auto pass = open(first.link, first.code).value();
    at.clock().pass(1min);
    EXPECT_EQ(link_of(first_form).link, first.link);
    EXPECT_TRUE(shared_referral(at.safelead(), pass)) << "whoever reads it goes on";
    at.clock().pass(1min);
    const auto second = link_of(second_form);
    EXPECT_FALSE(shared_referral(at.safelead(), pass)) << "another took its place";
    (void)link_of(first_form);
    EXPECT_FALSE(open(first.link, first.code)) << "and it does not come back";
    EXPECT_TRUE(open(second.link, second.code));
    at.clock().pass(3h);
    (void)link_of(first_form);
    (void)link_of(second_form);
    EXPECT_FALSE(open(first.link, first.code));
    EXPECT_FALSE(open(second.link, second.code)) << "nor does one that was used";
}

TEST_F(WithoutAccount, BringsNoLinkBackThatWasReplacedTakenBackOrTriedTooOften)
{
    const auto first_form = at.command();
    const auto second_form = at.command();
    const auto first = link_of(first_form);
    at.clock().pass(1min);
    const auto second = link_of(second_form);
    (void)link_of(first_form);
    EXPECT_FALSE(open(first.link, first.code));
    for (int wrong = 0; wrong < 5; ++wrong)
        EXPECT_FALSE(open(second.link, "1234567" + std::to_string(wrong)));
    (void)link_of(second_form);
    EXPECT_FALSE(open(second.link, second.code));
    at.clock().pass(1min);
    const auto third_form = at.command();
    const auto third = link_of(third_form);
    ASSERT_TRUE(take_back("It went to the wrong person."));
    (void)link_of(third_form);
    EXPECT_FALSE(open(third.link, third.code));
}

TEST_F(WithoutAccount, MakesALinkGoodThatWasKeptInTheRecordAlone)
{
    const auto first_form = at.command();
    const auto second_form = at.command();
    const auto first = link_of(first_form);
    at.clock().pass(1min);
    const auto second = link_of(second_form);
    at.passing().remove_of(link_kind, now().id.text());
    (void)link_of(first_form);
    EXPECT_FALSE(open(first.link, first.code)) << "another took its place";
    (void)link_of(second_form);
    EXPECT_TRUE(open(second.link, second.code));
}

TEST_F(WithoutAccount, IsOpenToNobodyWhoMayNotReferInThatCase)
{
    for (const char* other :
         {"teacher@fennimore.example", "head@fennimore.example", "lead@littlewendle.example"})
        EXPECT_FALSE(wait_for(
            make_link(at.safelead(), at.actor(other), at.command(), of, referral, "the duty worker")))
            << other;
}

TEST_F(WithoutAccount, IsPutOnPaper)
{
    const auto drawn = wait_for(draw_letter(
        at.safelead(),
        {"Referral", "A school", "Foot", {{"What happened", std::string(9000, 'a') + "\n\nAnd more."}}}));
    ASSERT_TRUE(drawn);
    EXPECT_TRUE(drawn->starts_with("%PDF-"));
    const test::TemporaryFolder folder;
    const auto file = (folder / "referral.pdf").string();
    std::ofstream{file, std::ios::binary} << *drawn;
    const auto about = test::printed_by("pdfinfo " + file);
    EXPECT_NE(about.find("Tagged:          yes"), std::string::npos) << about;
    const auto structure = test::printed_by("pdfinfo -struct-text " + file);
    ASSERT_NE(structure.find("H2"), std::string::npos) << structure;
    EXPECT_LT(structure.find("H1"), structure.find("H2")) << structure;
    EXPECT_NE(structure.find("And more."), std::string::npos) << structure;
    const auto inside = test::printed_by("qpdf --qdf " + file + " - | strings");
    EXPECT_NE(inside.find("/Lang (en-GB)"), std::string::npos) << "a reader has to know the language";
}

}  // namespace
}  // namespace safelead::app
