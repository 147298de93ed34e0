// Who may be kept out and locked in, and what goes with the case.

#include "app/cases.h"
#include "app/children.h"
#include "app/concerns.h"
#include "app/escalate.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

using test::PracticePartnership;

class WhoReadsACase : public ::testing::Test {
protected:
    WhoReadsACase()
    {
        concern = at.report().reference;
        of = wait_for(open_case(at.safelead(), lead, at.command(), {concern}))->reference;
    }

    Outcome<CaseChanged> keep(record::Keepable record)
    {
        return wait_for(
            change_case(at.safelead(), lead, at.command(), of, record::KeepRecord{std::move(record)}));
    }

    static record::CaseRefusal refusal(const Outcome<CaseChanged>& refused)
    {
        return std::get<record::CaseRefusal>(refused.error());
    }

    bool reads_concern(const Actor& actor) { return reads_concern(actor, concern); }
    bool reads_concern(const Actor& actor, const record::Reference& which)
    {
        return wait_for(read_concern(at.safelead(), actor, which)).has_value();
    }

    Reported report_naming_deputy()
    {
        return at.report([this](Report& report) {
            report.staff_involved = record::StaffInvolved::someone;
            report.people_involved = {deputy.person};
        });
    }

    PracticePartnership at;
    Actor lead = at.actor("lead@fennimore.example");
    Actor deputy = at.actor("deputy@fennimore.example");
    Actor head = at.actor("head@fennimore.example");
    record::Reference concern{""};
    record::Reference of{""};
};

TEST_F(WhoReadsACase, IsOnlySomebodyWhoWorksThere)
{
    const auto stranger = at.actor("lead@littlewendle.example").person;
    EXPECT_EQ(
        refusal(keep(record::PersonKeptOut{lead.person, stranger, record::TooNear::own_child, "So."})).why,
        record::CaseRefused::nobody_such);
    EXPECT_EQ(refusal(keep(record::CaseLocked{lead.person, stranger, "So."})).why,
              record::CaseRefused::nobody_such);
    const auto teacher = at.actor("teacher@fennimore.example").person;
    EXPECT_EQ(refusal(keep(record::CaseLocked{lead.person, teacher, "So."})).why,
              record::CaseRefused::nobody_such)
        << "a lock gives nobody a role";
}

TEST_F(WhoReadsACase, IsAskedBeforeItOrWorkInItIsGivenToSomebody)
{
    using record::OwnTaskSet;
    ASSERT_TRUE(
        keep(OwnTaskSet{record::TaskId{""}, lead.person, "Ring them.", {}, record::Clock::real, 1, {}}));
    const auto view = wait_for(view_case(at.safelead(), lead, of)).value();
    const auto task = view.it->tasks.back().set.task;
    const auto teacher = at.actor("teacher@fennimore.example").person;
    const auto stranger = at.actor("lead@littlewendle.example").person;
    const record::CaseRefusal to{record::CaseRefused::not_a_reader, {"to"}};
    for (const auto& person : {teacher, stranger, PersonId{"nobody"}}) {
        EXPECT_EQ(refusal(keep(record::TaskGiven{task, lead.person, person, ""})), to);
        EXPECT_EQ(refusal(keep(record::CaseHandedOver{lead.person, person, "I am away."})), to);
        EXPECT_EQ(refusal(keep(OwnTaskSet{
                      record::TaskId{""}, lead.person, "Ask.", person, record::Clock::real, 1, {}})),
                  (record::CaseRefusal{record::CaseRefused::not_a_reader, {"owner"}}));
    }
    EXPECT_TRUE(keep(record::TaskGiven{task, lead.person, deputy.person, ""}));
    EXPECT_TRUE(keep(record::CaseHandedOver{lead.person, deputy.person, "I am away."}));
}

TEST_F(WhoReadsACase, NeverLeavesItWithoutAnybodyToWorkOnIt)
{
    ASSERT_TRUE(
        keep(record::PersonKeptOut{lead.person, deputy.person, record::TooNear::own_child, "They said so."}));
    ASSERT_TRUE(keep(record::CaseHandedOver{lead.person, head.person, "It is about my family."}));
    EXPECT_EQ(refusal(keep(record::PersonKeptOut{lead.person, lead.person, record::TooNear::own_child,
                                                 "It is mine."}))
                  .why,
              record::CaseRefused::nobody_left);
}

TEST_F(WhoReadsACase, ReadsTheConcernThatItWasMadeOfAndNobodyElseDoes)
{
    EXPECT_TRUE(reads_concern(deputy));
    ASSERT_TRUE(keep(record::CaseLocked{lead.person, head.person, "Somebody close to it works here."}));
    EXPECT_FALSE(reads_concern(deputy));
    EXPECT_TRUE(reads_concern(head));
    at.restart();
    EXPECT_FALSE(reads_concern(deputy)) << "folded anew";
    ASSERT_TRUE(keep(record::CaseUnlocked{lead.person, "It is known to all."}));
    EXPECT_TRUE(reads_concern(deputy));
    ASSERT_TRUE(
        keep(record::PersonKeptOut{lead.person, deputy.person, record::TooNear::own_child, "They said so."}));
    EXPECT_FALSE(reads_concern(deputy));
}

TEST_F(WhoReadsACase, ReadsNoReportOfItWhereAnotherReportOfItNamesThem)
{
    const auto naming = report_naming_deputy();
    const auto other = at.report().reference;
    EXPECT_TRUE(reads_concern(deputy, other));
    const auto both =
        wait_for(open_case(at.safelead(), lead, at.command(), {naming.reference, other})).value();
    EXPECT_FALSE(reads_concern(deputy, naming.reference));
    EXPECT_FALSE(reads_concern(deputy, other));
    EXPECT_TRUE(reads_concern(lead, other));
    EXPECT_TRUE(reads_concern(head, other));
    at.restart();
    EXPECT_FALSE(reads_concern(deputy, other)) << "folded anew";

    const auto later = at.report().reference;
    EXPECT_TRUE(reads_concern(deputy, later));
    ASSERT_TRUE(wait_for(join_concern(at.safelead(), lead, at.command(), both.reference, later)));
    EXPECT_FALSE(reads_concern(deputy, later));
    EXPECT_TRUE(reads_concern(deputy, concern)) << "of another case";
}

TEST_F(WhoReadsACase, ReadsNoReportOfItThatWentPastThemWithAnother)
{
    const auto past_lead =
        at.report([](Report& report) { report.staff_involved = record::StaffInvolved::lead; });
    const auto both = wait_for(open_case(at.safelead(), head, at.command(), {past_lead.reference})).value();
    EXPECT_FALSE(reads_concern(lead, past_lead.reference));

    // Nobody reads it, so it goes up to the deputy and then to the head, who has the lead's part in it.
    const auto unread = at.report([](Report& report) { report.danger_now = record::Answer::yes; }).reference;
    for (int i = 0; i < 2; ++i) {
        at.clock().pass(std::chrono::minutes{15});
        (void)wait_for(escalate_unread(at.safelead()));
    }
    EXPECT_TRUE(reads_concern(lead, unread));
    ASSERT_TRUE(wait_for(join_concern(at.safelead(), head, at.command(), both.reference, unread)));
    EXPECT_TRUE(reads_concern(head, unread));
    EXPECT_FALSE(reads_concern(lead, unread));
    EXPECT_FALSE(reads_concern(deputy, unread));
}

TEST_F(WhoReadsACase, StillSeesTheirOwnReportWhereAnotherNamesThem)
{
    const auto naming = report_naming_deputy();
    const auto own =
        wait_for(report_concern(at.safelead(), deputy, at.command(), at.plain_report())).value().reference;
    ASSERT_TRUE(wait_for(open_case(at.safelead(), lead, at.command(), {naming.reference, own})));
    EXPECT_FALSE(reads_concern(deputy, own));
    EXPECT_TRUE(my_report(at.safelead(), deputy, own));
    const auto listed = my_reports(at.safelead(), deputy).value();
    EXPECT_EQ(std::ranges::count(listed, own, &MyReport::reference), 1);
    EXPECT_TRUE(wait_for(still_worried(at.safelead(), deputy, at.command(), own, "It goes on.")));
}

TEST_F(WhoReadsACase, FindsItInNoListWhenKeptOut)
{
    const auto listed = [&](const Actor& actor) { return list_cases(at.safelead(), actor)->in_all; };
    const auto before = listed(deputy);
    ASSERT_TRUE(
        keep(record::PersonKeptOut{lead.person, deputy.person, record::TooNear::own_child, "They said so."}));
    EXPECT_EQ(listed(deputy), before - 1);
    EXPECT_EQ(listed(lead), before);
}

TEST_F(WhoReadsACase, TakesAdviceWithoutNamesOnlyWithout)
{
    const auto view = wait_for(view_case(at.safelead(), lead, of)).value();
    const auto child = view.concerns.front()->reported.children.front();
    ASSERT_TRUE(wait_for(
        change_case(at.safelead(), lead, at.command(), of, record::AddPerson{lead.person, child, ""})));
    const auto& name = view.names.children.at(child)->identity.given_name;
    const auto nameless = record::AdviceWithoutNames{lead.person,      record::AdviserKind::social_care,
                                                     "a duty worker",  {"today", std::nullopt, std::nullopt},
                                                     "A pupil of 13.", "Speak to the mother of one of them."};
    const auto refused_in = [&](const record::AdviceWithoutNames& advice) {
        const auto why = refusal(keep(advice));
        EXPECT_EQ(why.why, record::CaseRefused::names_nobody);
        return why.about;
    };
    using Fields = std::vector<std::string>;
    auto advice = nameless;
    advice.told = name + " is in year 9.";
    EXPECT_EQ(refused_in(advice), Fields{"told"});
    advice.advised = "Speak to " + name + "’s mother.";
    EXPECT_EQ(refused_in(advice), (Fields{"told", "advised"}));
    advice = nameless;
    advice.person = "a worker who knows " + name;
    EXPECT_EQ(refused_in(advice), Fields{"person"});
    advice = nameless;
    advice.when.words = "after " + name + " had left";
    EXPECT_EQ(refused_in(advice), Fields{"when"});
    EXPECT_TRUE(keep(nameless));
}

}  // namespace
}  // namespace safelead::app
