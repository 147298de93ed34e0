// What of a case is counted: nothing that tells whose it was, and each incident once.

#include "app/counted.h"

#include "app/accounts.h"
#include "app/cases.h"
#include "app/concerns.h"
#include "app/parts.h"
#include "app/practice_people.h"
#include "exchange/counted_fact.h"
#include "support/case_builders.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using insight::Counted;
using test::PracticePartnership;

constexpr std::string_view lead = "robin@moorgate.example";
constexpr std::string_view head = "alex@moorgate.example";

class ARealSchool : public ::testing::Test {
protected:
    void SetUp() override
    {
        NewOrganisation real;
        real.name = "Moorgate Vale School";
        real.phase = directory::Phase::primary;
        real.area = "leeds";
        school = wait_for(add_organisation(at.safelead(), at.command(), real)).value();
        ASSERT_TRUE(wait_for(add_person(at.safelead(), at.command(),
                                        {school,
                                         "Robin Vale",
                                         std::string{lead},
                                         {directory::Role::dsl},
                                         std::string{practice_password}})));
        ASSERT_TRUE(wait_for(add_person(at.safelead(), at.command(),
                                        {school,
                                         "Alex Vale",
                                         std::string{head},
                                         {directory::Role::headteacher},
                                         std::string{practice_password}})));
    }

    record::Reference open(std::string_view who = lead)
    {
        Report report;
        report.not_on_list.push_back({"Sam Alder", "9B"});
        report.words = "An image was shared.";
        report.danger_now = record::Answer::no;
        report.staff_involved = record::StaffInvolved::nobody;
        const auto reported =
            wait_for(report_concern(at.safelead(), at.actor(who), at.command(), report)).value();
        return wait_for(open_case(at.safelead(), at.actor(who), at.command(), {reported.reference}))
            .value()
            .reference;
    }

    record::Reference open_about_the_lead()
    {
        Report report;
        report.not_on_list.push_back({"Kim Alder", "9B"});
        report.words = "Something was said about the lead.";
        report.danger_now = record::Answer::no;
        report.staff_involved = record::StaffInvolved::lead;
        report.people_involved = {at.actor(lead).person};
        const auto reported =
            wait_for(report_concern(at.safelead(), at.actor(head), at.command(), report)).value();
        return wait_for(open_case(at.safelead(), at.actor(head), at.command(), {reported.reference}))
            .value()
            .reference;
    }

    bool change(const record::Reference& of, record::CaseCommand what)
    {
        return wait_for(change_case(at.safelead(), at.actor(lead), at.command(), of, std::move(what)))
            .has_value();
    }

    std::vector<insight::Fact> facts()
    {
        std::vector<insight::Fact> found;
        const auto read = at.safelead().parts().ledger().organisation(school).facts();
        for (const auto& bytes : read.opened) found.push_back(exchange::parse_fact(bytes).value());
        return found;
    }

    std::vector<insight::Fact> facts(Counted what)
    {
        auto found = facts();
        std::erase_if(found, [what](const insight::Fact& one) { return one.what != what; });
        return found;
    }

    PracticePartnership at;
    OrganisationId school{""};
};

TEST_F(ARealSchool, CountsACaseThatBeginsAndItsFirstDecisionOnce)
{
    const auto of = open();
    ASSERT_TRUE(change(of, record::AnswerFacts{PersonId{""}, {{"blackmail", "yes"}}, ""}));
    ASSERT_TRUE(change(of, record::MakeDecision{PersonId{""}, "REFER_IMMEDIATE", "", {}, {}, {}}));
    ASSERT_TRUE(change(of, record::MakeDecision{PersonId{""}, "POLICE_URGENT", "It got worse.", {}, {}, {}}));
    EXPECT_EQ(facts(Counted::opened).size(), 1U);
    const auto decided = facts(Counted::decided);
    ASSERT_EQ(decided.size(), 1U);
    EXPECT_EQ(decided.front().advised, "REFER_IMMEDIATE");
    EXPECT_EQ(decided.front().route, "REFER_IMMEDIATE");
    EXPECT_EQ(insight::to_text(decided.front().term), "2026-autumn");
    EXPECT_EQ(decided.front().youngest, insight::AgeBand::not_known);
}

TEST_F(ARealSchool, CountsNothingOfWhatIsMadeUpForPractice)
{
    const auto reported = at.report();
    ASSERT_TRUE(wait_for(
        open_case(at.safelead(), at.actor("lead@fennimore.example"), at.command(), {reported.reference})));
    for (const auto* one : partnership(at.safelead())->organisations())
        EXPECT_TRUE(at.safelead().parts().ledger().organisation(one->id).facts().opened.empty()) << one->name;
}

TEST_F(ARealSchool, SaysInNoFactWhoseOrWhichCaseItWas)
{
    const auto of = open();
    const auto read = at.safelead().parts().ledger().organisation(school).facts();
    ASSERT_EQ(read.opened.size(), 1U);
    const std::string said{text_of(read.opened.front())};
    for (const auto* word : {"Sam", "Alder", "9B", "Robin", "2026-11", "T10"})
        EXPECT_EQ(said.find(word), std::string::npos) << word;
    EXPECT_EQ(said.find(of.text()), std::string::npos);
}

TEST_F(ARealSchool, AloneHasNoFiguresForThePartnership)
{
    (void)open();
    const auto figures = figures_of_partnership(at.safelead());
    ASSERT_EQ(figures.terms.size(), 1U);
    EXPECT_TRUE(figures.terms.front().is_withheld);
    EXPECT_EQ(figures.not_read, 0U);
    EXPECT_NE(to_json(figures).find("\"withheld\": true"), std::string::npos);
}

TEST_F(ARealSchool, ShowsTheLeadTheSameFiguresAsTheFacts)
{
    const auto of = open();
    ASSERT_TRUE(change(of, record::AnswerFacts{PersonId{""}, {{"blackmail", "yes"}}, ""}));
    ASSERT_TRUE(change(of, record::MakeDecision{PersonId{""}, "REFER_IMMEDIATE", "", {}, {}, {}}));
    ASSERT_TRUE(change(of, record::MakeDecision{PersonId{""}, "POLICE_URGENT", "It got worse.", {}, {}, {}}));
    (void)open();
    const std::vector<std::vector<insight::Fact>> kept{facts()};
    const auto shown = wait_for(own_figures(at.safelead(), at.actor(lead))).value();
    EXPECT_EQ(shown.disclosure, insight::Disclosure::exact);
    ASSERT_EQ(shown.terms.size(), 1U);
    EXPECT_EQ(shown.terms.front().opened.number, 2U);
    EXPECT_EQ(exchange::figures_to_json(shown.terms),
              exchange::figures_to_json(insight::figures(kept, insight::Disclosure::exact)));
}

TEST_F(ARealSchool, ShowsTheLeadNothingOfACaseThatIsKeptFromThem)
{
    const auto before = to_json(wait_for(own_figures(at.safelead(), at.actor(lead))).value());
    (void)open_about_the_lead();
    EXPECT_EQ(facts(Counted::opened).size(), 1U);
    EXPECT_EQ(to_json(wait_for(own_figures(at.safelead(), at.actor(lead))).value()), before);
    EXPECT_NE(to_json(wait_for(own_figures(at.safelead(), at.actor(head))).value()), before);
}

}  // namespace
}  // namespace safelead::app
