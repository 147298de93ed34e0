#include "support/case_builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::lead;
using tests::on;

const PersonDescribed& described(const Desk& desk)
{
    return *desk.now().people.front().described;
}

Desk with_child()
{
    Desk desk;
    desk.open();
    desk.must(AddPerson{lead, ChildId{"child-1"}, ""});
    return desk;
}

DescribePerson describe()
{
    return {lead, CaseRef{"A"}, {"subject"}, {}, {}, {}, {}, "", "this_school"};
}

TEST(CasePeople, AreNamedByLettersThatAreNeverUsedAgain)
{
    Desk desk;
    desk.open();
    for (int i = 0; i < 28; ++i) desk.must(AddPerson{lead, std::nullopt, "an adult, not named"});
    EXPECT_EQ(desk.now().people.front().ref, CaseRef{"A"});
    EXPECT_EQ(desk.now().people[25].ref, CaseRef{"Z"});
    EXPECT_EQ(desk.now().people.back().ref, CaseRef{"AB"});
    desk.must(TakePersonOut{lead, CaseRef{"AB"}, "Entered twice."});
    desk.must(AddPerson{lead, ChildId{"child-1"}, ""});
    EXPECT_EQ(desk.now().people.back().ref, CaseRef{"AC"});
}

TEST(CasePeople, AreEachInTheCaseOnce)
{
    Desk desk = with_child();
    EXPECT_EQ(desk.refused(AddPerson{lead, ChildId{"child-1"}, ""}).why, CaseRefused::already_in_case);
    EXPECT_EQ(desk.refused(AddPerson{lead, std::nullopt, " "}),
              (CaseRefusal{CaseRefused::no_reason, {"called"}}));
    EXPECT_EQ(desk.refused(TakePersonOut{lead, CaseRef{"B"}, "x"}).why, CaseRefused::nobody_such);
}

TEST(CasePeople, HaveAgesByBirthdayWhereTheDaysAreKnown)
{
    Desk desk = with_child();
    auto told = describe();
    told.born = on("2013-11-24");
    told.acted_on = on("2026-11-22");
    told.age_basis = "claimed";
    desk.must(told);
    EXPECT_EQ(described(desk).age_at_event, 12);
    EXPECT_EQ(described(desk).age, 12);
    EXPECT_EQ(described(desk).age_basis, "known");

    told.born = on("2013-11-22");
    desk.must(told);
    EXPECT_EQ(described(desk).age_at_event, 13);
}

TEST(CasePeople, KeepAClaimedAgeClaimed)
{
    Desk desk = with_child();
    auto told = describe();
    told.age_at_event = 17;
    told.age_basis = "claimed";
    desk.must(told);
    EXPECT_EQ(described(desk).age_basis, "claimed");
    told.acted_on = on("2026-11-20");
    told.born = std::nullopt;
    desk.must(told);
    EXPECT_EQ(described(desk).age_basis, "claimed");
}

TEST(CasePeople, HaveAnAgeOfTheActThatIsOnlyAsSureAsSaidWhereItsDayIsNotKnown)
{
    Desk desk = with_child();
    auto told = describe();
    told.born = on("2011-05-02");
    told.age_at_event = 14;
    told.age_basis = "claimed";
    desk.must(told);
    EXPECT_EQ(described(desk).age, 15);
    EXPECT_EQ(described(desk).age_at_event, 14);
    EXPECT_EQ(described(desk).age_basis, "claimed");
}

TEST(CasePeople, WithoutAnAgeHaveAnUnknownOne)
{
    Desk desk = with_child();
    desk.must(describe());
    EXPECT_EQ(described(desk).age_at_event, std::nullopt);
    EXPECT_EQ(described(desk).age_basis, "unknown");
    const auto& unresolved = desk.now().advice->advice.unresolved;
    EXPECT_NE(std::ranges::find(unresolved, guidance::FactId{"subject_age"}), unresolved.end());
}

TEST(CasePeople, HaveAgesThatCanBe)
{
    Desk desk = with_child();
    const auto refused_for = [&](auto change) {
        auto told = describe();
        change(told);
        const CaseRefusal refusal = desk.refused(told);
        EXPECT_EQ(refusal.why, CaseRefused::bad_age);
        return refusal.about.empty() ? std::string{} : refusal.about.front();
    };
    EXPECT_EQ(refused_for([](DescribePerson& told) { told.age = -1; }), "age");
    EXPECT_EQ(refused_for([](DescribePerson& told) { told.age_at_event = 121; }), "age_at_event");
    EXPECT_EQ(refused_for([](DescribePerson& told) { told.born = on("2026-11-24"); }), "born");
    EXPECT_EQ(refused_for([](DescribePerson& told) { told.acted_on = on("2026-11-24"); }), "acted_on");
    EXPECT_EQ(refused_for([](DescribePerson& told) {
                  told.born = on("2013-01-02");
                  told.acted_on = on("2013-01-01");
              }),
              "acted_on");
    EXPECT_EQ(refused_for([](DescribePerson& told) {
                  told.age = 14;
                  told.age_at_event = 15;
              }),
              "age_at_event");
}

TEST(CasePeople, AreDescribedInTheWordsOfTheRules)
{
    Desk desk = with_child();
    auto told = describe();
    told.roles = {"sharer", "onlooker"};
    EXPECT_EQ(desk.refused(told), (CaseRefusal{CaseRefused::unknown_value, {"roles"}}));
    told = describe();
    told.setting = "elsewhere";
    EXPECT_EQ(desk.refused(told), (CaseRefusal{CaseRefused::unknown_value, {"setting"}}));
    told = describe();
    told.ref = CaseRef{"Q"};
    EXPECT_EQ(desk.refused(told).why, CaseRefused::nobody_such);
}

TEST(CasePeople, WhoOnlyReportedAreNotWeighed)
{
    Desk desk = with_child();
    desk.must(DescribePerson{lead, CaseRef{"A"}, {}, {}, {}, 40, {}, "known", "staff"});
    EXPECT_TRUE(facts_of(desk.now()).people().empty());
}

TEST(CaseFacts, AreThoseOfTheRules)
{
    Desk desk;
    desk.open().with_two_children().answered({{"coercion", "unknown"}});
    const auto facts = facts_of(desk.now());
    EXPECT_EQ(facts.value("medium"), "image");
    EXPECT_EQ(facts.value("coercion"), "unknown");
    ASSERT_EQ(facts.people().size(), 2U);
    EXPECT_EQ(facts.people()[0], (guidance::Person{"A",
                                                   {guidance::Role::subject, guidance::Role::sharer},
                                                   15,
                                                   15,
                                                   guidance::AgeBasis::known,
                                                   guidance::Setting::this_school}));
    EXPECT_EQ(desk.now().answers.at("coercion").told_by, "the child's form tutor");
}

TEST(CaseFacts, AreRefusedIfNoEditionKnowsThem)
{
    Desk desk;
    desk.open();
    EXPECT_EQ(desk.refused(AnswerFacts{lead, {{"weather", "yes"}}, ""}),
              (CaseRefusal{CaseRefused::unknown_fact, {"weather"}}));
    EXPECT_EQ(desk.refused(AnswerFacts{lead, {{"coercion", "perhaps"}}, ""}),
              (CaseRefusal{CaseRefused::unknown_value, {"coercion"}}));
    EXPECT_EQ(desk.refused(AnswerFacts{lead, {}, ""}).why, CaseRefused::no_reason);
}

}  // namespace
}  // namespace safelead::record
