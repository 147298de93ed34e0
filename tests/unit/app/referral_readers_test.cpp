// Who reads a referral where it was sent to.

#include "app/referral_readers.h"

#include "app/cases.h"
#include "app/find_referrals.h"
#include "app/referrals.h"
#include "record/written.h"
#include "support/practice_partnership.h"
#include "support/referring.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace safelead::app {
namespace {

using record::ReferralRefused;

class ReceivedReferral : public testing::Test {
protected:
    ReceivedReferral() { of = list_cases(at.safelead(), lead)->cases.front().it->reference; }

    Outcome<ReferralChanged> begin(const Actor& receiver, bool for_lado = false)
    {
        NewReferral asked{receiver.organisation, {record::CaseRef{"A"}}, {}};
        asked.for_lado = for_lado;
        return wait_for(begin_referral(at.safelead(), lead, at.command(), of, std::move(asked)));
    }

    record::Reference sent_to(const Actor& receiver, bool for_lado = false)
    {
        const auto referral = begin(receiver, for_lado)->referral;
        const test::Referring referring{at, lead, of};
        referring.fill(referral);
        EXPECT_TRUE(referring.send(referral, record::Answer::yes));
        return referral;
    }

    Outcome<Done> settle(const Actor& by, const record::Reference& referral, record::ReadersChange change)
    {
        return wait_for(settle_readers(at.safelead(), by, at.command(), referral, std::move(change)));
    }

    static ReferralRefused why(const Outcome<Done>& refused)
    {
        return std::get<record::ReferralRefusal>(refused.error()).why;
    }

    bool reads(const Actor& actor, const record::Reference& referral)
    {
        return wait_for(read_referral(at.safelead(), actor, referral)).has_value();
    }

    std::vector<record::Reference> found(const Actor& actor, std::string typed)
    {
        std::vector<record::Reference> references;
        const auto all = wait_for(find_referrals(at.safelead(), actor, std::move(typed))).value();
        for (const auto& line : all.lines) references.push_back(line.summary.reference);
        return references;
    }

    std::size_t listed(const Actor& actor) { return received_referrals(at.safelead(), actor).value().size(); }

    static record::PersonKeptOut out(const Actor& by, const Actor& person)
    {
        return {by.person, person.person, record::TooNear::own_child, "They said so."};
    }

    test::PracticePartnership at;
    Actor lead = at.actor("lead@fennimore.example");
    Actor worker = at.actor("socialworker@frontdoor.example");
    Actor manager = at.actor("manager@frontdoor.example");
    Actor lado = at.actor("lado@partnership.example");
    Actor coordinator = at.actor("coordinator@partnership.example");
    record::Reference of{""};
};

TEST_F(ReceivedReferral, IsFoundByItsReferenceAndByWhatWasWrittenInIt)
{
    const auto referral = sent_to(worker);
    auto typed = std::string{referral.text()};
    std::ranges::transform(typed, typed.begin(), [](unsigned char c) { return std::tolower(c); });
    EXPECT_EQ(found(worker, typed), std::vector{referral});
    EXPECT_EQ(found(worker, "assess MOTH"), std::vector{referral}) << "how words begin, each of them";
    EXPECT_EQ(found(worker, "Fennimore"), std::vector{referral}) << "who sent it";
    const auto whole = app::sent_referral(at.safelead(), lead, of, referral).value();
    const auto child = record::words_of_text(whole.it->children.front().who).front();
    EXPECT_EQ(found(worker, child), std::vector{referral});
    EXPECT_TRUE(found(worker, "assess zebra").empty());
    EXPECT_TRUE(found(worker, "").empty());
    EXPECT_TRUE(found(coordinator, "assess").empty()) << "it was not referred to them";
    EXPECT_FALSE(wait_for(find_referrals(at.safelead(), lead, "assess"))) << "a school receives none";

    record::StepSaid said{};
    said.kind = record::StepKind::received;
    ASSERT_TRUE(wait_for(answer_referral(at.safelead(), manager, at.command(), referral, said)));
    said.kind = record::StepKind::more_asked;
    said.words = "Is there a grandmother?";
    ASSERT_TRUE(wait_for(answer_referral(at.safelead(), manager, at.command(), referral, said)));
    EXPECT_EQ(found(worker, "grandm"), std::vector{referral}) << "what was said since";

    ASSERT_TRUE(settle(manager, referral, out(manager, worker)));
    for (const auto* words : {"assess", "grandm", "Fennimore"})
        EXPECT_TRUE(found(worker, words).empty()) << words;
    EXPECT_TRUE(found(worker, typed).empty());
    EXPECT_EQ(found(manager, "grandm"), std::vector{referral});
}

TEST_F(ReceivedReferral, IsNotThereForWhoeverIsKeptOutOfItByName)
{
    const auto referral = sent_to(worker);
    ASSERT_TRUE(settle(manager, referral, out(manager, worker)));
    const auto read = wait_for(read_referral(at.safelead(), worker, referral));
    ASSERT_FALSE(read);
    EXPECT_TRUE(std::holds_alternative<NotThere>(read.error()));
    record::StepSaid said{};
    said.kind = record::StepKind::received;
    const auto answered = wait_for(answer_referral(at.safelead(), worker, at.command(), referral, said));
    ASSERT_FALSE(answered);
    EXPECT_TRUE(std::holds_alternative<NotThere>(answered.error()));
    EXPECT_FALSE(readers_of_referral(at.safelead(), worker, referral));
    EXPECT_TRUE(std::holds_alternative<NotThere>(settle(worker, referral, out(worker, manager)).error()));
    EXPECT_EQ(listed(worker), 0U);
    EXPECT_EQ(listed(manager), 1U);
    EXPECT_TRUE(reads(manager, referral));
    at.restart();
    EXPECT_EQ(listed(worker), 0U) << "folded anew";
    EXPECT_FALSE(reads(worker, referral));
    ASSERT_TRUE(settle(manager, referral,
                       record::PersonLetBackIn{manager.person, worker.person, "It was another child."}));
    EXPECT_TRUE(reads(worker, referral));
}

TEST_F(ReceivedReferral, KeepsNoDataInAReason)
{
    const auto referral = sent_to(worker);
    auto kept_out = out(manager, worker);
    kept_out.why =
        "They said so. data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4";
    ASSERT_TRUE(settle(manager, referral, kept_out));
    const auto why = readers_of_referral(at.safelead(), manager, referral)->restrictions.front().why;
    EXPECT_NE(why.find("They said so."), std::string::npos);
    EXPECT_EQ(why.find("iVBORw0KGgo"), std::string::npos);
}

TEST_F(ReceivedReferral, TellsTheSenderNothingOfWhoReadsIt)
{
    const auto referral = sent_to(worker);
    const auto before = sent_referral(at.safelead(), lead, of, referral)->it->history.size();
    ASSERT_TRUE(settle(manager, referral, out(manager, worker)));
    record::StepSaid said{};
    said.kind = record::StepKind::received;
    ASSERT_TRUE(wait_for(answer_referral(at.safelead(), manager, at.command(), referral, said)));
    const auto after = sent_referral(at.safelead(), lead, of, referral).value();
    EXPECT_EQ(after.it->history.size(), before + 1) << "the step, and nothing else";
    EXPECT_TRUE(after.it->readers.kept_out.empty());
    EXPECT_EQ(after.it->state, record::ReferralState::received);
}

TEST_F(ReceivedReferral, AlwaysHasSomebodyWhoCanAnswerIt)
{
    const auto referral = sent_to(worker);
    ASSERT_TRUE(settle(manager, referral, out(manager, manager)));
    EXPECT_EQ(why(settle(worker, referral, out(worker, worker))), ReferralRefused::nobody_left);
    EXPECT_TRUE(reads(worker, referral));
}

TEST_F(ReceivedReferral, IsLockedToPeopleWhoReadItAnyway)
{
    const auto referral = sent_to(worker);
    const auto lock = [&](const Actor& with) {
        return settle(worker, referral,
                      record::ReferralLocked{worker.person, with.person, "Somebody close is here."});
    };
    EXPECT_EQ(why(lock(lead)), ReferralRefused::nobody_such) << "they do not work there";
    EXPECT_EQ(why(lock(worker)), ReferralRefused::same_person);
    ASSERT_TRUE(lock(manager));
    EXPECT_TRUE(reads(worker, referral));
    EXPECT_TRUE(reads(manager, referral));
    EXPECT_EQ(why(settle(worker, referral, record::ReaderNamed{worker.person, lead.person, "They asked."})),
              ReferralRefused::nobody_such);
    const auto readers = readers_of_referral(at.safelead(), manager, referral).value();
    EXPECT_EQ(readers.locked_to.size(), 2U);
    EXPECT_EQ(readers.restrictions, (std::vector<Restriction>{{worker.name, "Somebody close is here."}}));
    EXPECT_TRUE(readers.may_look);
    EXPECT_FALSE(readers_of_referral(at.safelead(), worker, referral)->may_look);
    ASSERT_TRUE(settle(manager, referral, record::ReadersLookedAt{manager.person, "It was right."}));
    EXPECT_TRUE(readers_of_referral(at.safelead(), manager, referral)->restrictions.empty());
    at.restart();
    EXPECT_EQ(readers_of_referral(at.safelead(), manager, referral)->locked_to.size(), 2U);
}

TEST_F(ReceivedReferral, AboutAnAllegationIsTheLadosUnlessTheyOpenItByName)
{
    const auto referral = sent_to(lado, true);
    EXPECT_TRUE(reads(lado, referral));
    EXPECT_FALSE(reads(coordinator, referral));
    EXPECT_EQ(listed(coordinator), 0U);
    EXPECT_EQ(why(settle(lado, referral, out(lado, lado))), ReferralRefused::nobody_left)
        << "nobody else reads it";
    ASSERT_TRUE(settle(lado, referral,
                       record::ReaderNamed{lado.person, coordinator.person, "They stand in for me."}));
    EXPECT_TRUE(reads(coordinator, referral));
    EXPECT_EQ(listed(coordinator), 1U);
    const auto trainer = at.actor("trainer@partnership.example");
    EXPECT_EQ(why(settle(lado, referral, record::ReaderNamed{lado.person, trainer.person, "So."})),
              ReferralRefused::nobody_such)
        << "to be named gives nobody a role";
    ASSERT_TRUE(settle(lado, referral, out(lado, lado)));
    EXPECT_FALSE(reads(lado, referral));
    EXPECT_TRUE(reads(coordinator, referral));
}

TEST_F(ReceivedReferral, ToAnAuthorityIsOpenToThoseWhoCoordinateThere)
{
    const auto referral = sent_to(coordinator);
    EXPECT_TRUE(reads(coordinator, referral));
    EXPECT_TRUE(reads(lado, referral));
}

TEST_F(ReceivedReferral, OfACaseAboutTheStaffGoesToTheLadoWhateverWasChosen)
{
    const auto reported = at.report([](Report& report) {
        report.staff_involved = record::StaffInvolved::someone;
        report.people_involved = {};
    });
    of = wait_for(open_case(at.safelead(), lead, at.command(), {reported.reference}))->reference;
    ASSERT_TRUE(wait_for(change_case(at.safelead(), lead, at.command(), of,
                                     record::AddPerson{lead.person, std::nullopt, "a pupil"})));
    const auto referral = begin(coordinator)->referral;
    EXPECT_EQ(sent_referral(at.safelead(), lead, of, referral)->it->to.kind, record::AgencyKind::lado);
}

}  // namespace
}  // namespace safelead::app
