// Who may be kept out and locked in, and what goes with the case.

#include "app/cases.h"
#include "app/children.h"
#include "app/concerns.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

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

    bool reads_concern(const Actor& actor)
    {
        return wait_for(read_concern(at.safelead(), actor, concern)).has_value();
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
