// The notice before an officer is told, wherever one is; and what the police recorded.

#include "record/kept_in.h"
#include "record/police_notice.h"
#include "record/what_is_open.h"
#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using tests::consultation;
using tests::Desk;
using tests::lead;
using tests::on;
using tests::referral;

constexpr AgencyKind every_kind[] = {AgencyKind::school,          AgencyKind::social_care, AgencyKind::police,
                                     AgencyKind::local_authority, AgencyKind::other,       AgencyKind::lado,
                                     AgencyKind::not_known};

RecordReferral told(std::optional<AgencyKind> kind, std::optional<PoliceNotice> notice = std::nullopt)
{
    auto record = referral();
    record.referral.kind = kind;
    record.referral.police_notice = notice;
    return record;
}

RecordConsultation asked(std::optional<AgencyKind> kind, std::optional<PoliceNotice> notice = std::nullopt)
{
    auto record = consultation();
    record.consulted.kind = kind;
    record.consulted.police_notice = notice;
    return record;
}

PoliceSaid said()
{
    return {lead,
            CaseRef{"A"},
            {"on Monday", {}, {}},
            "PC Vane",
            Answer::yes,
            "",
            "13/100",
            RecordedAs::person_involved,
            "21",
            on("2026-11-20"),
            "By the officer.",
            "By letter.",
            ""};
}

TEST(PoliceNotice, IsNeededOfWhoeverIsOrMayBeThePoliceBelowReferringAtOnce)
{
    struct Expected {
        std::string_view route;
        bool is_below;
    };
    constexpr Expected routes[] = {{"", true},
                                   {"SCHOOL_MANAGE", true},
                                   {"CONSULT", true},
                                   {"REFER_IMMEDIATE", false},
                                   {"POLICE_URGENT", false}};
    for (const auto& [route, is_below] : routes)
        for (const auto kind : every_kind) {
            const bool may_be = kind == AgencyKind::police || kind == AgencyKind::not_known;
            const auto needed = is_below && may_be ? NoticeNeeded::yes : NoticeNeeded::no;
            EXPECT_EQ(police_notice_for(tests::small_pack(), route, kind), needed)
                << route << " " << static_cast<int>(kind);
        }
}

TEST(PoliceNotice, ComesBeforeAnOfficerWhoIsToldElsewhere)
{
    Desk desk;
    desk.open();
    for (const auto kind : {AgencyKind::police, AgencyKind::not_known}) {
        const CaseRefusal first{CaseRefused::police_notice_first, {"notice"}};
        EXPECT_EQ(desk.refused(told(kind)), first);
        EXPECT_EQ(desk.refused(asked(kind)), first);
        EXPECT_EQ(desk.refused(told(kind, PoliceNotice::not_needed)), first) << "nobody waives it";
        desk.must(told(kind, PoliceNotice::shown_and_confirmed));
        desk.must(asked(kind, PoliceNotice::shown_and_confirmed));
    }
    EXPECT_EQ(desk.now().referrals.back().police_notice, PoliceNotice::shown_and_confirmed);
    EXPECT_EQ(desk.now().consultations.back().police_notice, PoliceNotice::shown_and_confirmed);
    EXPECT_TRUE(tasks_to_do(desk.now()).empty());
}

TEST(PoliceNotice, IsAskedOfNobodyElse)
{
    Desk desk;
    desk.open();
    for (const auto kind : {AgencyKind::school, AgencyKind::social_care, AgencyKind::local_authority,
                            AgencyKind::other, AgencyKind::lado}) {
        desk.must(told(kind, PoliceNotice::shown_and_confirmed));
        EXPECT_EQ(desk.now().referrals.back().police_notice, std::nullopt) << "it says nothing of them";
    }
}

TEST(PoliceNotice, IsNotNeededWhereTheAdviceIsToReferAtOnce)
{
    Desk desk;
    desk.open().with_two_children().answered({{"coercion", "yes"}});
    ASSERT_EQ(desk.route(), "REFER_IMMEDIATE");
    desk.must(told(AgencyKind::police));
    EXPECT_EQ(desk.now().referrals.back().police_notice, PoliceNotice::not_needed);
}

TEST(PoliceNotice, DoesNotKeepOutWhatWasToldBeforeAnybodyKnew)
{
    Desk desk;
    desk.open();
    desk.must(asked(AgencyKind::police, PoliceNotice::told_before));
    ASSERT_EQ(tasks_to_do(desk.now()).size(), 1U) << "what follows is to be done";
    auto unheard = said();
    unheard.about = std::nullopt;
    unheard.recorded_as = RecordedAs::not_said;
    unheard.told_child = unheard.told_parents = unheard.outcome = "";
    unheard.outcome_on = std::nullopt;
    unheard.crime_recorded = Answer::unknown;
    desk.must(KeepRecord{unheard});
    EXPECT_EQ(tasks_to_do(desk.now()).size(), 1U) << "not known is no answer";
    unheard.crime_recorded = Answer::yes;
    desk.must(KeepRecord{unheard});
    EXPECT_TRUE(tasks_to_do(desk.now()).empty());
}

TEST(PoliceNotice, GoesByNotKnownWhereANameIsAnOfficers)
{
    for (const auto kind : every_kind) {
        const bool may_be = may_be_police(kind);
        EXPECT_EQ(kind_for_notice(kind, {"Duty and Advice", "PC Vane"}),
                  may_be ? kind : AgencyKind::not_known);
        EXPECT_EQ(kind_for_notice(kind, {"Duty and Advice", "Di Vane"}), kind);
        EXPECT_EQ(kind_for_notice(kind, {}), kind);
    }
}

TEST(PoliceNotice, CannotBePassedByAnotherKindBesideAnOfficersName)
{
    Desk desk;
    desk.open();
    const CaseRefusal first{CaseRefused::police_notice_first, {"notice"}};
    for (const auto kind : {AgencyKind::social_care, AgencyKind::school, AgencyKind::other}) {
        auto to = told(kind);
        to.referral.to = "Safer Schools";
        auto person = told(kind);
        person.referral.their_person = "Sgt Vane";
        auto with = asked(kind);
        with.consulted.with = "The police";
        auto whom = asked(kind);
        whom.consulted.person = "PC Vane";
        for (const CaseCommand& command :
             {CaseCommand{to}, CaseCommand{person}, CaseCommand{with}, CaseCommand{whom}})
            EXPECT_EQ(desk.refused(command), first);
        to.referral.police_notice = PoliceNotice::shown_and_confirmed;
        desk.must(to);
        EXPECT_EQ(desk.now().referrals.back().kind, kind) << "what was chosen is kept";
        EXPECT_EQ(desk.now().referrals.back().police_notice, PoliceNotice::shown_and_confirmed);
        whom.consulted.police_notice = PoliceNotice::told_before;
        desk.must(whom);
        EXPECT_EQ(desk.now().consultations.back().police_notice, PoliceNotice::told_before);
    }
}

TEST(PoliceNotice, CannotBePassedByNotSayingWhoItWas)
{
    Desk desk;
    desk.open();
    const CaseRefusal unsaid{CaseRefused::no_reason, {"kind"}};
    EXPECT_EQ(desk.refused(told(std::nullopt)), unsaid);
    EXPECT_EQ(desk.refused(asked(std::nullopt)), unsaid);
}

TEST(PoliceSaid, IsKeptOfEachChildWithWhatTheyWereTold)
{
    Desk desk;
    desk.open().with_two_children();
    desk.must(KeepRecord{said()});
    const auto kept = kept_in<PoliceSaid>(desk.now());
    ASSERT_EQ(kept.size(), 1U);
    EXPECT_EQ(*kept.front().it, said());
}

TEST(PoliceSaid, NamesTheChildItIsAbout)
{
    Desk desk;
    desk.open().with_two_children();
    auto nobody = said();
    nobody.about = std::nullopt;
    EXPECT_EQ(desk.refused(KeepRecord{nobody}), (CaseRefusal{CaseRefused::no_reason, {"about"}}));
    nobody.recorded_as = RecordedAs::not_said;
    EXPECT_EQ(desk.refused(KeepRecord{nobody}), (CaseRefusal{CaseRefused::no_reason, {"about"}}))
        << "what a child was told is theirs";
    nobody.told_child = nobody.told_parents = "";
    desk.must(KeepRecord{nobody});
    auto stranger = said();
    stranger.about = CaseRef{"Z"};
    EXPECT_EQ(desk.refused(KeepRecord{stranger}).why, CaseRefused::nobody_such);
}

TEST(PoliceSaid, SaysWhyNoCrimeWasRecordedAndThenHasNoOutcome)
{
    Desk desk;
    desk.open().with_two_children();
    auto none = said();
    none.crime_recorded = Answer::no;
    EXPECT_EQ(desk.refused(KeepRecord{none}), (CaseRefusal{CaseRefused::no_reason, {"why_not"}}));
    none.why_not = "They say that it happened elsewhere.";
    EXPECT_EQ(desk.refused(KeepRecord{none}), (CaseRefusal{CaseRefused::two_things_said, {"outcome"}}));
    none.outcome = "";
    EXPECT_EQ(desk.refused(KeepRecord{none}), (CaseRefusal{CaseRefused::no_reason, {"outcome"}}))
        << "a day without an outcome";
    none.outcome_on = std::nullopt;
    desk.must(KeepRecord{none});
}

TEST(PoliceSaid, NamesTheOfficer)
{
    Desk desk;
    desk.open().with_two_children();
    auto unnamed = said();
    unnamed.officer = " ";
    EXPECT_EQ(desk.refused(KeepRecord{unnamed}), (CaseRefusal{CaseRefused::no_reason, {"officer"}}));
}

TEST(PoliceSaid, IsKeptInAClosedCaseToo)
{
    Desk desk;
    desk.open().with_two_children().answered();
    desk.keep({CaseClosed{lead, "SCHOOL_MANAGE", "The plan is done."}});
    desk.must(KeepRecord{said()});
    EXPECT_EQ(desk.now().state, CaseState::closed) << "and does not open it";
}

}  // namespace
}  // namespace safelead::record
