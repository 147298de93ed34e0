// What was shared, as the rest of a case's record shows, and on what basis.

#include "record/sharing_log.h"

#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::lead;

const EventTime today{"today", std::nullopt, std::nullopt};

StrategyMeetingHeld meeting(std::string shared)
{
    return {0, lead, today, "a team manager", "Police, health", "", std::move(shared), "A visit."};
}

Referral sent_here(std::string reference)
{
    Referral one;
    one.reference = Reference{std::move(reference)};
    one.words.basis = "Public task.";
    return one;
}

TEST(SharingLog, HasALineForEachReferralLinkAndMeetingThatSharedSomething)
{
    Desk desk;
    desk.open();
    desk.must(tests::referral());
    auto here = tests::referral();
    here.referral.their_reference = "R-7K3M-9QXD";
    desk.must(here);
    desk.keep({ReferralLinkMade{lead, "R-7K3M-9QXD", "a duty worker", desk.circumstances().now}});
    EXPECT_EQ(sharing_log(desk.now(), {}).size(), 2U) << "nobody has opened the link";
    desk.keep({ReferralLinkOpened{"R-7K3M-9QXD", "a duty worker"}});
    desk.must(KeepRecord{meeting("")});
    desk.must(KeepRecord{meeting("What each knew.")});

    const auto lines = sharing_log(desk.now(), {sent_here("R-7K3M-9QXD")});
    ASSERT_EQ(lines.size(), 4U);
    EXPECT_EQ(lines[0].by, SharedBy::referral);
    EXPECT_EQ(lines[0].with, "Duty and Advice");
    EXPECT_FALSE(lines[0].has_basis());
    EXPECT_EQ(lines[1].by, SharedBy::referral_here);
    EXPECT_EQ(lines[1].basis, "Public task.");
    EXPECT_EQ(lines[2].by, SharedBy::link);
    EXPECT_EQ(lines[2].basis, "Public task.");
    EXPECT_EQ(lines[3].by, SharedBy::strategy_meeting);
    EXPECT_EQ(lines[3].what, "What each knew.");
    EXPECT_FALSE(lines[3].has_basis());
}

TEST(SharingLog, HasALineForAdviceSoughtAndTakesItsBasis)
{
    Desk desk;
    desk.open();
    desk.must(tests::consultation());
    const auto line = sharing_log(desk.now(), {}).at(0);
    EXPECT_EQ(line.by, SharedBy::consultation);
    EXPECT_EQ(line.with, "Duty and Advice");
    EXPECT_EQ(line.person, "a duty worker");
    EXPECT_EQ(line.when.words, "this morning");
    EXPECT_EQ(line.what, "") << "what they advised is not what they were told";
    EXPECT_FALSE(line.has_basis());
    desk.must(KeepRecord{BasisGiven{lead, static_cast<int>(line.entry), LawfulBasis::public_task, ""}});
    EXPECT_TRUE(sharing_log(desk.now(), {}).at(0).has_basis());

    desk.must(KeepRecord{AdviceWithoutNames{lead, AdviserKind::social_care, "a duty worker", today,
                                            "A pupil of 13.", "Look at it together."}});
    EXPECT_EQ(sharing_log(desk.now(), {}).size(), 1U) << "without names it shares nobody";
}

TEST(ReferralLinks, AreTakenBackAlsoOnceOpenedUntilTheirTwoHoursAreOver)
{
    using namespace std::chrono_literals;
    const RevokeReferralLink take_back{lead, "R-7K3M-9QXD", "It went to the wrong person."};
    Desk desk;
    desk.open();
    EXPECT_EQ(desk.refused(take_back).why, CaseRefused::no_link) << "there is none yet";
    desk.must(MakeReferralLink{lead, "R-7K3M-9QXD", "a duty worker"});
    EXPECT_TRUE(desk.ask(take_back));
    desk.must(OpenReferralLink{"R-7K3M-9QXD"});
    EXPECT_EQ(desk.refused(OpenReferralLink{"R-7K3M-9QXD"}).why, CaseRefused::no_link) << "only once";
    EXPECT_TRUE(desk.ask(take_back));
    desk.wait(opened_link_lasts);
    EXPECT_EQ(desk.refused(take_back).why, CaseRefused::no_link) << "nobody reads it any more";
    desk.must(MakeReferralLink{lead, "R-7K3M-9QXD", "a duty worker"});
    desk.must(OpenReferralLink{"R-7K3M-9QXD"});
    desk.must(take_back);
    EXPECT_TRUE(desk.now().links.empty());
}

TEST(SharingLog, HasALineForWhatTheSenderToldLaterOnTheBasisOfTheReferral)
{
    Desk desk;
    desk.open();
    auto here = sent_here("R-7K3M-9QXD");
    here.to.name = "Duty and Advice";
    const auto take = [&here](std::uint64_t position, Side side, StepSaid said) {
        const int number = static_cast<int>(here.history.size()) + 2;
        ReferralStep step{number, Instant{}, lead, "Lead", side, std::move(said), {}, {}};
        here.history.push_back({position, Instant{}, std::make_shared<const ReferralEvent>(std::move(step))});
    };
    StepSaid said{};
    said.kind = StepKind::more_asked;
    said.words = "Who is at home?";
    take(70, Side::receiver, said);
    said.kind = StepKind::more_answered;
    said.words = "Both parents.";
    take(71, Side::sender, said);
    said.kind = StepKind::meeting_told;
    said.words = "";
    said.meeting = MeetingTold{1, today, "Sam Vane, social care", {{2, "Visit the family.", {}}}};
    take(73, Side::sender, said);

    const auto lines = sharing_log(desk.now(), {here});
    ASSERT_EQ(lines.size(), 2U) << "what the other side said is not shared by this one";
    EXPECT_EQ(lines[0].by, SharedBy::told_later);
    EXPECT_EQ(lines[0].with, "Duty and Advice");
    EXPECT_EQ(lines[0].what, "Both parents.");
    EXPECT_EQ(lines[0].reference, "R-7K3M-9QXD");
    EXPECT_EQ(lines[0].entry, 71U);
    EXPECT_TRUE(lines[0].has_basis());
    EXPECT_EQ(lines[1].by, SharedBy::meeting_told_later);
    EXPECT_EQ(lines[1].when, today);
    EXPECT_EQ(lines[1].what, "Sam Vane, social care\nVisit the family.");
}

TEST(SharingLog, TakesABasisThatIsWrittenDownAfterwards)
{
    Desk desk;
    desk.open();
    desk.must(tests::referral());
    const auto entry = static_cast<int>(sharing_log(desk.now(), {}).front().entry);
    desk.must(KeepRecord{BasisGiven{lead, entry, LawfulBasis::consent, "They asked for it."}});
    desk.must(KeepRecord{BasisGiven{lead, entry, LawfulBasis::public_task, ""}});
    const auto line = sharing_log(desk.now(), {}).front();
    ASSERT_NE(line.basis_given, nullptr);
    EXPECT_EQ(line.basis_given->basis, LawfulBasis::public_task) << "the last one stands";
}

TEST(SharingLog, TakesABasisAndACorrectionInAClosedCaseThatStaysClosed)
{
    Desk desk;
    desk.open();
    desk.must(tests::referral());
    desk.keep({CaseClosed{lead, "SCHOOL_MANAGE", "The plan is done."}});
    const auto entry = static_cast<int>(sharing_log(desk.now(), {}).front().entry);
    desk.must(KeepRecord{BasisGiven{lead, entry, LawfulBasis::public_task, ""}});
    desk.must(KeepRecord{EntryCorrected{lead, entry, "Tuesday", "Wednesday", "The register shows it."}});
    EXPECT_TRUE(sharing_log(desk.now(), {}).front().has_basis());
    EXPECT_EQ(desk.now().state, CaseState::closed);
}

TEST(SharingLog, TakesABasisOnlyForWhatWasShared)
{
    Desk desk;
    desk.open();
    for (const int entry : {-1, 0, 1, 99})
        EXPECT_EQ(desk.refused(KeepRecord{BasisGiven{lead, entry, LawfulBasis::public_task, ""}}),
                  (CaseRefusal{CaseRefused::nobody_such, {"entry"}}))
            << entry;
}

TEST(AdviceWithoutNames, IsNeverAnOfficers)
{
    Desk desk;
    desk.open();
    const auto asked = [](std::string person) {
        return KeepRecord{AdviceWithoutNames{lead, AdviserKind::social_care, std::move(person), today,
                                             "A pupil of 13.", "Ask the police whether they know of it."}};
    };
    for (const auto* officer : {"PC Lane, Safer Schools Officer", "pc 4321", "P.C. Lane", "DC Lane",
                                "DS Lane", "a sergeant", "Special Constable Lane", "an officer of police",
                                "the Safer-Schools officer", "the PC’s desk", "a Detective Inspector"})
        EXPECT_EQ(desk.refused(asked(officer)), (CaseRefusal{CaseRefused::never_an_officer, {"person"}}))
            << officer;
    for (const auto* somebody : {"", "a duty worker", "the designated officer", "Di Lane, the LADO",
                                 "D. S. Lane", "Mrs Policek", "PCs and tablets team", "Adcock"})
        desk.must(asked(somebody));
}

TEST(SharingLog, DoesNotRepeatWhatSomebodyWroteDown)
{
    Desk desk;
    desk.open();
    desk.must(KeepRecord{InformationShared{lead, Sharing::shared, "Another school", "", today,
                                           "That they are safe.", LawfulBasis::public_task,
                                           "A sibling goes there.", Answer::yes, ""}});
    EXPECT_TRUE(sharing_log(desk.now(), {}).empty());
}

}  // namespace
}  // namespace safelead::record
