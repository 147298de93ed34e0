// Who reads a referral where it was sent to.

#include "record/case.h"
#include "record/concern.h"
#include "record/referral.h"
#include "record/text_limits.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

const PersonId worker{"worker"};
const PersonId manager{"manager"};
const PersonId other{"other"};

class ReferralReadersRecord : public testing::Test {
protected:
    Result<std::vector<ReferralEvent>, ReferralRefusal> ask(const ReferralCommand& command)
    {
        auto events = decide(now, command);
        if (events)
            for (const auto& event : *events)
                now = evolve(std::move(now),
                             {++position, Instant{}, std::make_shared<const ReferralEvent>(event)});
        return events;
    }

    auto begin(AgencyKind to, AboutStaff about = AboutStaff::not_said, LadoThere lado = LadoThere::yes)
    {
        ReferralWords words{};
        words.concern = words.immediacy = words.parents = words.asked = words.caller = words.basis = "said";
        return ask(BeginReferral{ReferralId{"r"},
                                 Reference{"R"},
                                 PersonId{"lead"},
                                 CaseId{"c"},
                                 {OrganisationId{"o"}, "Agency", to},
                                 {},
                                 words,
                                 {{CaseRef{"A"}, "Jo", "", "", "", "at school", "", "", ""}},
                                 about,
                                 lado});
    }

    auto send(AboutStaff about = AboutStaff::not_said, LadoThere lado = LadoThere::yes)
    {
        return ask(SendReferral{PersonId{"lead"},
                                "Lead",
                                {OrganisationId{"s"}, "School", AgencyKind::school},
                                Instant{},
                                "CONSULT",
                                "ukcis-2024",
                                NoticeNeeded::no,
                                Answer::unknown,
                                {},
                                Instant{},
                                Instant{},
                                about,
                                lado,
                                std::nullopt,
                                {CaseRef{"A"}}});
    }

    void sent_to(AgencyKind to)
    {
        ASSERT_TRUE(begin(to));
        ASSERT_TRUE(send());
    }

    ReferralRefusal refused(ReadersChange change)
    {
        const auto settled = ask(SettleReaders{std::move(change)});
        EXPECT_FALSE(settled);
        return settled ? ReferralRefusal{ReferralRefused::already_there, ""} : settled.error();
    }

    bool settle(ReadersChange change) { return ask(SettleReaders{std::move(change)}).has_value(); }

    Referral now;
    std::uint64_t position = 0;
};

PersonKeptOut out(const PersonId& by, const PersonId& person, std::string why = "They said so.")
{
    return {by, person, TooNear::own_child, std::move(why)};
}

TEST_F(ReferralReadersRecord, AreSettledOnlyOfWhatWasSent)
{
    ASSERT_TRUE(begin(AgencyKind::social_care));
    EXPECT_EQ(refused(out(worker, worker)).why, ReferralRefused::not_there);
}

TEST_F(ReferralReadersRecord, AreKeptOutByNameWithAReasonAndLetBackIn)
{
    sent_to(AgencyKind::social_care);
    EXPECT_EQ(refused(out(worker, other, " ")), (ReferralRefusal{ReferralRefused::not_said, "why"}));
    EXPECT_EQ(refused(out(worker, PersonId{""})), (ReferralRefusal{ReferralRefused::not_said, "person"}));
    EXPECT_EQ(refused(out(worker, other, std::string(longest_account + 1, 'a'))).why,
              ReferralRefused::text_too_long);
    ASSERT_TRUE(settle(out(worker, other)));
    EXPECT_EQ(now.readers.kept_out, std::vector{other});
    EXPECT_EQ(refused(out(manager, other)).why, ReferralRefused::settled_already);
    EXPECT_EQ(refused(PersonLetBackIn{worker, manager, "So."}).why, ReferralRefused::nobody_such);
    ASSERT_TRUE(settle(PersonLetBackIn{manager, other, "It was another child."}));
    EXPECT_TRUE(now.readers.kept_out.empty());
    EXPECT_EQ(now.number(), 1) << "none of it is a step";
}

TEST_F(ReferralReadersRecord, AreLookedAtByASecondPersonUnlessTheyKeptThemselvesOut)
{
    sent_to(AgencyKind::social_care);
    ASSERT_TRUE(settle(out(worker, worker)));
    EXPECT_TRUE(now.readers.restricted_by.empty());
    EXPECT_EQ(refused(ReadersLookedAt{manager, "It was right."}).why, ReferralRefused::second_person);
    ASSERT_TRUE(settle(out(manager, other)));
    EXPECT_EQ(now.readers.restricted_by, std::vector{manager});
    EXPECT_EQ(refused(ReadersLookedAt{manager, "It was right."}).why, ReferralRefused::second_person);
    EXPECT_EQ(refused(ReadersLookedAt{PersonId{"third"}, ""}).why, ReferralRefused::not_said);
    ASSERT_TRUE(settle(ReadersLookedAt{PersonId{"third"}, "It was right."}));
    EXPECT_TRUE(now.readers.restricted_by.empty());
}

TEST_F(ReferralReadersRecord, EachWhoKeepsOthersFromItIsLookedAtBySomebodyElse)
{
    const PersonId third{"third"};
    sent_to(AgencyKind::social_care);
    ASSERT_TRUE(settle(out(worker, other)));
    ASSERT_TRUE(settle(out(manager, third)));
    EXPECT_EQ(now.readers.restricted_by, (std::vector{worker, manager}));
    ASSERT_TRUE(settle(ReadersLookedAt{manager, "It was right."}));
    EXPECT_EQ(now.readers.restricted_by, std::vector{manager}) << "nobody looks at their own";
    EXPECT_EQ(refused(ReadersLookedAt{manager, "It was right."}).why, ReferralRefused::second_person);
    ASSERT_TRUE(settle(PersonLetBackIn{worker, other, "So."}));
    EXPECT_EQ(now.readers.restricted_by, std::vector{manager});
    ASSERT_TRUE(settle(PersonLetBackIn{worker, third, "So."}));
    EXPECT_TRUE(now.readers.restricted_by.empty()) << "nobody is kept from it";
}

TEST_F(ReferralReadersRecord, AreTwoAtLeastWhereItIsLocked)
{
    sent_to(AgencyKind::police);
    EXPECT_EQ(refused(ReferralLocked{worker, worker, "So."}).why, ReferralRefused::same_person);
    EXPECT_EQ(refused(ReaderNamed{worker, other, "So."}).why, ReferralRefused::not_locked);
    EXPECT_EQ(refused(ReferralUnlocked{worker, "So."}).why, ReferralRefused::not_locked);
    ASSERT_TRUE(settle(out(worker, other)));
    EXPECT_EQ(refused(ReferralLocked{worker, other, "So."}).why, ReferralRefused::nobody_such);
    ASSERT_TRUE(settle(ReferralLocked{worker, manager, "Somebody close to it works here."}));
    EXPECT_EQ(now.readers.locked_to, (std::vector{worker, manager}));
    EXPECT_EQ(refused(ReferralLocked{manager, worker, "So."}).why, ReferralRefused::settled_already);
    EXPECT_EQ(refused(ReaderNamed{worker, other, "So."}).why, ReferralRefused::nobody_such)
        << "they are kept out";
    const PersonId fourth{"fourth"};
    ASSERT_TRUE(settle(ReaderNamed{worker, fourth, "They stand in."}));
    EXPECT_EQ(refused(ReaderNamed{worker, fourth, "So."}).why, ReferralRefused::settled_already);
    EXPECT_EQ(now.readers.locked_to.size(), 3U);
    ASSERT_TRUE(settle(ReferralUnlocked{manager, "It is known to all."}));
    EXPECT_TRUE(now.readers.locked_to.empty());
    EXPECT_TRUE(now.readers.opened_to.empty()) << "that is only of what is the LADO's";
}

TEST_F(ReferralReadersRecord, AreNamedByTheLadoOneByOne)
{
    sent_to(AgencyKind::lado);
    ASSERT_TRUE(settle(ReaderNamed{worker, other, "They stand in for me."}));
    EXPECT_EQ(now.readers.opened_to, std::vector{other});
    ASSERT_TRUE(settle(ReferralLocked{worker, manager, "So."}));
    ASSERT_TRUE(settle(ReaderNamed{worker, other, "They stand in for me."}));
    EXPECT_EQ(now.readers.locked_to, (std::vector{worker, manager, other}));
    EXPECT_EQ(summary_of(now).readers, now.readers);
    EXPECT_EQ(summary_of(now).to_kind, AgencyKind::lado);
}

TEST_F(ReferralReadersRecord, AreTheLadoWhereTheCaseIsAboutSomebodyOnAStaff)
{
    EXPECT_EQ(begin(AgencyKind::local_authority, AboutStaff::yes, LadoThere::no).error(),
              (ReferralRefusal{ReferralRefused::no_lado, "to"}))
        << "it would lie there unread";
    ASSERT_TRUE(begin(AgencyKind::local_authority, AboutStaff::yes));
    EXPECT_EQ(now.to.kind, AgencyKind::lado);
    EXPECT_EQ(send(AboutStaff::yes, LadoThere::no).error().why, ReferralRefused::no_lado);
    ASSERT_TRUE(send(AboutStaff::yes));
    EXPECT_EQ(now.sent->to.kind, AgencyKind::lado);
}

TEST_F(ReferralReadersRecord, AreTheLadoAlsoWhereThatBecameKnownAfterItWasBegun)
{
    ASSERT_TRUE(begin(AgencyKind::local_authority));
    EXPECT_EQ(now.to.kind, AgencyKind::local_authority);
    ASSERT_TRUE(send(AboutStaff::yes));
    EXPECT_EQ(now.to.kind, AgencyKind::lado);
}

TEST_F(ReferralReadersRecord, AreAsTheirRolesSayInSocialCareWhateverItIsAbout)
{
    ASSERT_TRUE(begin(AgencyKind::social_care, AboutStaff::yes, LadoThere::no));
    EXPECT_EQ(now.to.kind, AgencyKind::social_care);
}

TEST(AboutStaff, IsSaidByAReportOrByWhoIsKeptOutForAnAllegation)
{
    Case of;
    Concern concern;
    const auto about = [&] { return about_staff(of, {std::make_shared<const Concern>(concern)}); };
    for (const auto involved : {StaffInvolved::unknown, StaffInvolved::nobody}) {
        concern.reported.staff_involved = involved;
        EXPECT_EQ(about(), AboutStaff::not_said);
    }
    for (const auto involved :
         {StaffInvolved::lead, StaffInvolved::head, StaffInvolved::lead_and_head, StaffInvolved::someone}) {
        concern.reported.staff_involved = involved;
        EXPECT_EQ(about(), AboutStaff::yes);
    }
    concern.reported.staff_involved = StaffInvolved::unknown;
    concern.reported.people_involved = {other};
    EXPECT_EQ(about(), AboutStaff::yes);
    concern.reported.people_involved.clear();
    const auto keep_out = [&](TooNear near) {
        of = evolve(std::move(of),
                    {1, Instant{},
                     std::make_shared<const CaseEvent>(PersonKeptOut{worker, other, near, "They said so."})});
    };
    keep_out(TooNear::own_child);
    EXPECT_EQ(about(), AboutStaff::not_said) << "a conflict of interest is no allegation";
    keep_out(TooNear::allegation);
    EXPECT_EQ(about(), AboutStaff::yes);
}

}  // namespace
}  // namespace safelead::record
