// A referral to an agency that has no account: a link and a code, or what was said, written down.

#include "app/shared_links.h"

#include "app/cases.h"
#include "app/concerns.h"
#include "app/escalate.h"
#include "app/letters.h"
#include "record/kept_in.h"
#include "support/practice_partnership.h"
#include "support/printed_by.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using record::StepKind;

class WithoutAccount : public testing::Test {
protected:
    void SetUp() override
    {
        of = list_cases(at.safelead(), lead)->cases.front().it->reference;
        referral =
            begin({OrganisationId{""}, "Moorside children’s services", record::AgencyKind::social_care})
                .value()
                .referral;
        const auto view = sent_referral(at.safelead(), lead, of, referral).value();
        ReferralText text{view.it->words, view.it->children};
        text.words.immediacy = "Today, please.";
        text.words.parents = "The mother knows and agrees.";
        text.words.asked = "Please say whether you assess.";
        text.children.front().now = "In lessons";
        ASSERT_TRUE(wait_for(write_referral(at.safelead(), lead, at.command(), of, referral, text)));
        ASSERT_TRUE(wait_for(
            send_referral(at.safelead(), lead, at.command(), of, referral, record::Answer::unknown)));
    }

    Outcome<ReferralChanged> begin(record::Agency agency)
    {
        return wait_for(begin_referral(at.safelead(), lead, at.command(), of,
                                       {OrganisationId{""}, {record::CaseRef{"A"}}, {}, std::move(agency)}));
    }

    static record::StepSaid said(StepKind kind)
    {
        record::StepSaid said{};
        said.kind = kind;
        said.words = "We visit the family today.";
        said.decided_as = record::DecidedAs::section_17;
        return said;
    }

    SharedLink link()
    {
        return wait_for(make_link(at.safelead(), lead, at.command(), of, referral, "the duty worker"))
            .value();
    }

    Result<std::string, LinkRefusal> open(const std::string& link, const std::string& code)
    {
        return wait_for(open_link(at.safelead(), link, code, "192.0.2.7"));
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
    const auto other = wait_for(begin_referral(at.safelead(), lead, at.command(), of,
                                               {worker.organisation, {record::CaseRef{"A"}}, {}}))
                           .value()
                           .referral;
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

TEST_F(WithoutAccount, OpensNoLinkThatIsOverTakenBackOrReplaced)
{
    const auto first = link();
    const auto second = link();
    EXPECT_FALSE(open(first.link, first.code)) << "another took its place";
    ASSERT_TRUE(wait_for(
        revoke_link(at.safelead(), lead, at.command(), of, referral, "It went to the wrong person.")));
    EXPECT_FALSE(open(second.link, second.code));
    EXPECT_EQ(count<record::ReferralLinkRevoked>(), 1U);
    EXPECT_FALSE(wait_for(revoke_link(at.safelead(), lead, at.command(), of, referral, "Again.")));
    const auto third = link();
    at.clock().pass(std::chrono::days{3} + 1min);
    EXPECT_FALSE(open(third.link, third.code)) << "its days are over";
}

TEST_F(WithoutAccount, TakesWhatWasOpenAwayWhenTheLinkIsTakenBack)
{
    const auto made = link();
    const auto pass = open(made.link, made.code).value();
    const auto another = link();
    EXPECT_FALSE(shared_referral(at.safelead(), pass));
    EXPECT_TRUE(open(another.link, another.code));
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
    const auto make = [&] {
        return wait_for(make_link(at.safelead(), lead, command, of, referral, "the duty worker")).value();
    };
    const auto once = make();
    const auto again = make();
    EXPECT_EQ(once.link, again.link);
    EXPECT_EQ(once.code, again.code);
    EXPECT_EQ(count<record::ReferralLinkMade>(), 1U);
    EXPECT_TRUE(open(once.link, once.code));
    (void)make();
    EXPECT_FALSE(open(once.link, once.code)) << "sending the form again opens nothing again";
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
