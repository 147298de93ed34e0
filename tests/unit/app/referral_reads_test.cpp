// Who has read a referral: at the agency that it was sent to, on paper, and by a link; and a child's record
// as it was given away.

#include "app/child_file.h"
#include "app/children.h"
#include "app/reads.h"
#include "app/shared_links.h"
#include "support/two_ends.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;

class ReferralReads : public test::TwoEnds {
protected:
    std::vector<Read> reads(const Actor& who, const ReadsOf& what)
    {
        return wait_for(reads_of(at.safelead(), who, what)).value();
    }

    void open(const Actor& who, const record::Reference& referral)
    {
        EXPECT_TRUE(wait_for(read_referral(at.safelead(), who, referral)));
    }
};

TEST_F(ReferralReads, AtTheAgencyAreShownToWhoeverMayReadItThere)
{
    const auto referral = sent_to(worker());
    const ReadsOfReferral of_it{referral};
    EXPECT_TRUE(reads(worker(), of_it).empty()) << "the sender's own reading is the sender's";
    open(worker(), referral);
    at.clock().pass(4min);
    open(worker(), referral);
    open(manager(), referral);
    const auto all = reads(worker(), of_it);
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all.front().person, worker().person);
    EXPECT_TRUE(all.back().roles.has(directory::Role::agency_lead));
    for (const auto& other :
         {lead(), head(), at.actor("officer@police.example"), at.actor("socialworker@neighbour.example")}) {
        EXPECT_FALSE(wait_for(reads_of(at.safelead(), other, of_it))) << other.name;
        EXPECT_FALSE(wait_for(take_reads_away(at.safelead(), other, of_it))) << other.name;
    }
    (void)wait_for(take_reads_away(at.safelead(), manager(), of_it)).value();
    at.restart();
    EXPECT_EQ(reads(worker(), of_it).back().kind, ReadKind::list_taken);
}

TEST_F(ReferralReads, OnPaperAreReadingsOfTheirOwnBesideTheCases)
{
    const auto referral = sent_to(worker());
    const ReadsOfSentReferral of_it{of, referral};
    ASSERT_TRUE(wait_for(view_case(at.safelead(), lead(), of)));
    for (int twice = 0; twice < 2; ++twice)
        ASSERT_TRUE(wait_for(referral_for_paper(at.safelead(), lead(), of, referral)));
    const auto all = reads(head(), of_it);
    ASSERT_EQ(all.size(), 1U);
    EXPECT_EQ(all.front().kind, ReadKind::printed);
    EXPECT_EQ(all.front().person, lead().person);
    at.clock().pass(6min);
    ASSERT_TRUE(wait_for(referral_for_paper(at.safelead(), lead(), of, referral)));
    EXPECT_EQ(reads(head(), of_it).size(), 2U);
    EXPECT_FALSE(wait_for(referral_for_paper(at.safelead(), worker(), of, referral)));
    EXPECT_FALSE(wait_for(reads_of(at.safelead(), worker(), of_it)));
    const auto draft = drafted_to(worker());
    EXPECT_FALSE(wait_for(referral_for_paper(at.safelead(), lead(), of, draft))) << "a draft still changes";
}

TEST_F(ReferralReads, ByALinkAreRecordedEachTimeThatIsNotTheSameReading)
{
    const auto actor = lead();
    const record::Agency elsewhere{OrganisationId{""}, "Moorside children’s services",
                                   record::AgencyKind::social_care};
    const auto referral = test::Referring{at, actor, of}.refer(test::first_child_to(elsewhere));
    const auto link =
        wait_for(make_link(at.safelead(), actor, at.command(), of, referral, "the duty worker")).value();
    const auto pass = wait_for(open_link(at.safelead(), link.link, link.code, "192.0.2.7")).value();
    const auto look = [&] { return wait_for(read_shared(at.safelead(), pass)).has_value(); };
    const auto count = [&] { return reads(head(), ReadsOfSentReferral{of, referral}).size(); };
    EXPECT_TRUE(look());
    at.clock().pass(4min);
    EXPECT_TRUE(look());
    EXPECT_EQ(count(), 1U);
    at.clock().pass(2min);
    EXPECT_TRUE(look());
    EXPECT_EQ(count(), 2U);
    const auto last = reads(head(), ReadsOfSentReferral{of, referral}).back();
    EXPECT_EQ(last.kind, ReadKind::by_link);
    EXPECT_EQ(last.why, "the duty worker");
    at.clock().pass(2h);
    EXPECT_FALSE(look());
    EXPECT_EQ(count(), 2U) << "nothing was shown";
    EXPECT_EQ(sender_of_pass(at.safelead(), pass)->name, actor.organisation_name);
    EXPECT_FALSE(sender_of_pass(at.safelead(), "another pass"));
}

TEST_F(ReferralReads, OfAChildsRecordAsItWasGivenStandInTheChildsList)
{
    record::Identity identity;
    identity.given_name = "Robin";
    const auto child =
        wait_for(add_children(at.safelead(), lead(), at.command(), {identity})).value().front();
    ASSERT_TRUE(wait_for(view_child_file(at.safelead(), lead(), child)));
    ASSERT_TRUE(wait_for(keep_given_view(at.safelead(), lead(), child, 1)));
    ASSERT_TRUE(wait_for(keep_given_view(at.safelead(), lead(), child, 1))) << "the same reading";
    ASSERT_TRUE(wait_for(keep_given_view(at.safelead(), lead(), child, 2)));
    const auto all = reads(head(), ReadsOfChild{child});
    ASSERT_EQ(all.size(), 3U);
    EXPECT_EQ(all[0].kind, ReadKind::seen);
    EXPECT_EQ(all[1].kind, ReadKind::given_seen);
    EXPECT_EQ(all[1].why, "1");
    EXPECT_EQ(all[2].why, "2");
    EXPECT_FALSE(wait_for(keep_given_view(at.safelead(), at.actor("teacher@fennimore.example"), child, 1)));
}

TEST_F(ReferralReads, TheClocksSourceIsShownWhereItIsTheAreas)
{
    const auto to_care = sent_to(worker());
    const auto view = wait_for(read_referral(at.safelead(), worker(), to_care)).value();
    ASSERT_EQ(view.times_of_area.size(), 1U);
    EXPECT_EQ(view.times_of_area.front().id, "acknowledged");
    EXPECT_THAT(directory::words(view.times_of_area.front().grounds.sources),
                testing::HasSubstr("Keeping children safe in education"));
    const auto officer = at.actor("officer@police.example");
    const auto to_police = sent_to(officer);
    const auto theirs = wait_for(read_referral(at.safelead(), officer, to_police)).value();
    EXPECT_TRUE(theirs.times_of_area.empty());
    EXPECT_TRUE(theirs.is_one_working_day);
}

}  // namespace
}  // namespace safelead::app
