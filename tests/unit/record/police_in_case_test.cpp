// What an officer recorded of a referral, in the case that referred.

#include "record/police_in_case.h"

#include "record/kept_in.h"
#include "record/police_recorded.h"
#include "record/text_limits.h"
#include "record/what_is_open.h"
#include "support/case_builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::on;

const PersonId officer{"officer"};

ReferredChild child(std::string_view ref)
{
    return {CaseRef{std::string{ref}}, "Jo", "", "", "", "at school", "", "", ""};
}

ReferralStep recorded(PoliceRecorded police, std::string words = "We visit.")
{
    StepSaid said{};
    said.kind = StepKind::police_recorded;
    said.words = std::move(words);
    said.police = std::move(police);
    return {3, tests::at("2026-11-24T09:00:00Z"), officer, "PC Vane", Side::receiver, said, {}, {}};
}

PoliceRecorded crime()
{
    return {Answer::yes,
            "",
            "13/100",
            "",
            "",
            "21",
            on("2026-11-20"),
            "By the officer.",
            "By letter.",
            std::vector<ChildRecordedAs>{{CaseRef{"A"}, RecordedAs::person_involved}}};
}

Referral referral_of(std::vector<ReferredChild> children, ReferralStep step)
{
    Referral referral;
    referral.reference = Reference{"R-1"};
    referral.to = {OrganisationId{"police"}, "Safer Schools", AgencyKind::police};
    referral.children = std::move(children);
    referral.steps.push_back(std::move(step));
    return referral;
}

TEST(PoliceInCase, IsOneRecordOfTheOnlyChildWithItsSource)
{
    Desk desk;
    desk.open().with_two_children();
    const auto keep = police_in_case(referral_of({child("A")}, recorded(crime())), 2, desk.now());
    ASSERT_TRUE(keep);
    ASSERT_EQ(keep->said.size(), 1U);
    const auto& said = keep->said.front();
    EXPECT_EQ(said.by, officer);
    EXPECT_EQ(said.about, CaseRef{"A"});
    EXPECT_EQ(said.officer, "PC Vane") << "who recorded it, where no officer is named";
    EXPECT_EQ(said.crime_recorded, Answer::yes);
    EXPECT_EQ(said.reference, "13/100");
    EXPECT_EQ(said.recorded_as, RecordedAs::person_involved);
    EXPECT_EQ(said.outcome, "21");
    EXPECT_EQ(said.outcome_on, on("2026-11-20"));
    EXPECT_EQ(said.told_child, "By the officer.");
    EXPECT_EQ(said.told_parents, "By letter.");
    EXPECT_EQ(said.when.instant, tests::at("2026-11-24T09:00:00Z"));
    EXPECT_EQ(said.said, "Referral R-1: recorded there by the police themselves: PC Vane.\nWe visit.");
}

TEST(PoliceInCase, SaysOnceWhatComesAfterAStep)
{
    Desk desk;
    desk.open().with_two_children();
    auto referral = referral_of({child("A")}, recorded(crime()));
    EXPECT_FALSE(police_in_case(referral, 3, desk.now()));
    referral.steps.front().said.kind = StepKind::decided;
    EXPECT_FALSE(police_in_case(referral, 2, desk.now())) << "what was decided is another record";
}

TEST(PoliceInCase, GivesNoChildWhatWasSaidOfAnother)
{
    Desk desk;
    desk.open().with_two_children();
    auto police = crime();
    police.recorded_as->push_back({CaseRef{"B"}, RecordedAs::witness});
    const auto keep = police_in_case(referral_of({child("A"), child("B")}, recorded(police)), 2, desk.now());
    ASSERT_TRUE(keep);
    ASSERT_EQ(keep->said.size(), 3U);
    EXPECT_FALSE(keep->said[0].about);
    EXPECT_EQ(keep->said[0].outcome, "21") << "of the crime";
    EXPECT_EQ(keep->said[1].about, CaseRef{"A"});
    EXPECT_EQ(keep->said[1].recorded_as, RecordedAs::person_involved);
    EXPECT_EQ(keep->said[2].about, CaseRef{"B"});
    EXPECT_EQ(keep->said[2].recorded_as, RecordedAs::witness);
    for (const auto& said : keep->said) {
        EXPECT_EQ(said.told_child, "") << "one text of both";
        EXPECT_EQ(said.told_parents, "");
        EXPECT_EQ(said.reference, "13/100");
    }
    EXPECT_EQ(keep->said[1].outcome, "") << "nobody said that it is this child’s";
    EXPECT_NE(keep->said[0].said.find("What the children and the parents were told"), std::string::npos)
        << keep->said[0].said;
}

TEST(PoliceInCase, GivesEachChildWhatItWasTold)
{
    Desk desk;
    desk.open().with_two_children();
    auto police = crime();
    police.told_child = police.told_parents = "";
    police.recorded_as = {{CaseRef{"A"}, RecordedAs::person_involved, "By the officer.", "By letter."},
                          {CaseRef{"B"}, RecordedAs::not_said, "", "At the door."}};
    const auto keep = police_in_case(referral_of({child("A"), child("B")}, recorded(police)), 2, desk.now());
    ASSERT_TRUE(keep);
    ASSERT_EQ(keep->said.size(), 3U) << "also of a child of whom nothing else was said";
    EXPECT_EQ(keep->said[0].told_child, "") << "nobody's in what all share";
    EXPECT_EQ(keep->said[1].told_child, "By the officer.");
    EXPECT_EQ(keep->said[1].told_parents, "By letter.");
    EXPECT_EQ(keep->said[2].about, CaseRef{"B"});
    EXPECT_EQ(keep->said[2].recorded_as, RecordedAs::not_said);
    EXPECT_EQ(keep->said[2].told_child, "");
    EXPECT_EQ(keep->said[2].told_parents, "At the door.");
    desk.must(*keep);
}

TEST(PoliceInCase, GivesTheOnlyChildItsOwnWordsBeforeThoseOfAll)
{
    Desk desk;
    desk.open().with_two_children();
    auto police = crime();
    police.recorded_as->front().told_child = "That a crime is recorded.";
    const auto keep = police_in_case(referral_of({child("A")}, recorded(police)), 2, desk.now());
    ASSERT_TRUE(keep);
    EXPECT_EQ(keep->said.front().told_child, "That a crime is recorded.");
    EXPECT_EQ(keep->said.front().told_parents, "By letter.");
}

TEST(PoliceInCase, IsOfTheCaseWhereTheChildIsNoLongerInIt)
{
    Desk desk;
    desk.open();
    const auto keep = police_in_case(referral_of({child("A")}, recorded(crime())), 2, desk.now());
    ASSERT_TRUE(keep);
    ASSERT_EQ(keep->said.size(), 1U);
    EXPECT_FALSE(keep->said.front().about);
    EXPECT_EQ(keep->said.front().recorded_as, RecordedAs::not_said);
    desk.must(*keep);
}

TEST(PoliceInCase, LeavesTheWordsInTheReferralWhereTheyAreTooLong)
{
    Desk desk;
    desk.open().with_two_children();
    const auto keep = police_in_case(
        referral_of({child("A")}, recorded(crime(), std::string(longest_account, 'a'))), 2, desk.now());
    ASSERT_TRUE(keep);
    EXPECT_TRUE(fits_account(keep->said.front().said));
    EXPECT_NE(keep->said.front().said.find("R-1"), std::string::npos);
}

TEST(PoliceInCase, SettlesOnceWhatWasOwed)
{
    Desk desk;
    desk.open().with_two_children();
    auto asked = tests::consultation();
    asked.consulted.kind = AgencyKind::police;
    asked.consulted.police_notice = PoliceNotice::told_before;
    desk.must(asked);
    ASSERT_TRUE(is_police_record_owed(desk.now()));
    auto police = crime();
    police.recorded_as->push_back({CaseRef{"B"}, RecordedAs::witness});
    const auto events =
        desk.must(*police_in_case(referral_of({child("A"), child("B")}, recorded(police)), 2, desk.now()));
    EXPECT_EQ(std::ranges::count_if(
                  events, [](const auto& event) { return std::holds_alternative<TaskDone>(event); }),
              1);
    EXPECT_FALSE(is_police_record_owed(desk.now()));
    EXPECT_EQ(kept_in<PoliceSaid>(desk.now()).size(), 3U);
}

TEST(PoliceInCase, LeavesOwedWhatTheyDidNotSay)
{
    Desk desk;
    desk.open().with_two_children();
    auto asked = tests::consultation();
    asked.consulted.kind = AgencyKind::police;
    asked.consulted.police_notice = PoliceNotice::told_before;
    desk.must(asked);
    auto police = crime();
    police.crime_recorded = Answer::unknown;
    police.outcome = "";
    police.outcome_on = std::nullopt;
    desk.must(*police_in_case(referral_of({child("A")}, recorded(police)), 2, desk.now()));
    EXPECT_TRUE(is_police_record_owed(desk.now()));
}

TEST(PoliceInCase, IsKeptInAClosedCaseThatStaysClosed)
{
    Desk desk;
    desk.open().with_two_children().answered();
    desk.keep({CaseClosed{tests::lead, "SCHOOL_MANAGE", "The plan is done."}});
    desk.must(*police_in_case(referral_of({child("A")}, recorded(crime())), 2, desk.now()));
    EXPECT_EQ(desk.now().state, CaseState::closed);
    EXPECT_EQ(kept_in<PoliceSaid>(desk.now()).size(), 1U);
}

}  // namespace
}  // namespace safelead::record
