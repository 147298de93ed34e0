#include "app/replay.h"

#include "app/cases.h"
#include "ledger/entry_store.h"
#include "support/practice_partnership.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

constexpr std::string_view lead_email = "lead@fennimore.example";

class Replay : public ::testing::Test {
protected:
    /// A case advised under 2024 on an image said to have been made by computer, which 2020 calls otherwise.
    record::Reference case_of_ai(const record::Reference& concern)
    {
        const auto opened = wait_for(open_case(at.safelead(), lead(), at.command(), {concern})).value();
        EXPECT_TRUE(
            wait_for(change_case(at.safelead(), lead(), at.command(), opened.reference,
                                 record::AnswerFacts{
                                     PersonId{""},
                                     {{"origin", "ai_generated"}, {"blackmail", "yes"}, {"medium", "image"}},
                                     ""}))
                .has_value());
        return opened.reference;
    }
    record::Reference case_of_ai() { return case_of_ai(at.report().reference); }

    Actor lead() { return at.actor(lead_email); }

    Outcome<ReplayShown> replayed(const Actor& actor, ReplayAsked asked)
    {
        return wait_for(replay(at.safelead(), actor, std::move(asked)));
    }

    /// Where every log ends.
    std::vector<ledger::LogHead> heads()
    {
        std::vector<ledger::LogHead> heads;
        for (const auto& organisation : at.entries().organisations())
            heads.push_back(at.entries().head(organisation));
        return heads;
    }

    test::PracticePartnership at;
};

TEST_F(Replay, ShowsTheLeadWhichOfTheirCasesWouldComeOutDifferently)
{
    const auto reference = case_of_ai();
    const auto shown = replayed(lead(), {"ukcis-2020"}).value();
    EXPECT_EQ(shown.disclosure, insight::Disclosure::exact);
    EXPECT_EQ(shown.assessments.number, shown.unchanged.number + shown.changed.number);
    ASSERT_EQ(shown.categories.size(), 1U);
    EXPECT_EQ(shown.categories.front().before, "AI_GENERATED");
    EXPECT_EQ(shown.categories.front().after, "PSEUDO_NOT_ADDRESSED");
    ASSERT_EQ(shown.cases.size(), 1U);
    EXPECT_EQ(shown.cases.front().reference, reference);
    EXPECT_EQ(shown.cases.front().route_before, shown.cases.front().route_after);
}

TEST_F(Replay, ChangesNothingUnderTheEditionThatAdvised)
{
    (void)case_of_ai();
    const auto shown = replayed(lead(), {"ukcis-2024"}).value();
    EXPECT_GT(shown.unchanged.number, 0U);
    EXPECT_EQ(shown.changed.number, 0U);
    EXPECT_EQ(shown.not_whole.number, 0U);
    EXPECT_TRUE(shown.cases.empty());
}

TEST_F(Replay, LeavesTheRecordAsItIs)
{
    (void)case_of_ai();
    const auto before = heads();
    ASSERT_FALSE(before.empty());
    (void)replayed(lead(), {"ukcis-2020", {"mandatory-reporting"}}).value();
    ASSERT_TRUE(replay_everywhere(at.safelead(), {"ukccis-2016"}, {}).has_value());
    const auto after = heads();
    ASSERT_EQ(after.size(), before.size());
    for (std::size_t i = 0; i < before.size(); ++i) {
        EXPECT_EQ(after[i].position, before[i].position);
        EXPECT_EQ(after[i].time, before[i].time);
    }
}

TEST_F(Replay, NamesTheDecisionsThatTheChangeTouches)
{
    const auto reference = case_of_ai();
    ASSERT_TRUE(wait_for(change_case(at.safelead(), lead(), at.command(), reference,
                                     record::MakeDecision{PersonId{""}, "REFER_IMMEDIATE", "", {}, {}, {}}))
                    .has_value());
    const auto shown = replayed(lead(), {"ukcis-2020"}).value();
    EXPECT_EQ(shown.decisions.number, 1U);
    EXPECT_EQ(shown.decisions_touched.number, 1U);
    EXPECT_EQ(shown.cases.front().decisions, std::vector<int>{1});
}

TEST_F(Replay, IsForThoseWhoMaySeeFiguresAndNamesCasesOnlyToThoseWhoReadThem)
{
    (void)case_of_ai();
    auto governor = at.actor("chair@fennimore.example");
    governor.roles = directory::Roles{directory::Role::governor_safeguarding};
    const auto shown = replayed(governor, {"ukcis-2020"}).value();
    EXPECT_EQ(shown.disclosure, insight::Disclosure::rounded);
    EXPECT_EQ(insight::words(shown.changed), "fewer than 5");
    EXPECT_TRUE(shown.cases.empty());
    ASSERT_EQ(shown.categories.size(), 1U);
    EXPECT_EQ(shown.categories.front().before, "");  // Too rare to say from what to what.

    for (const auto* email : {"teacher@fennimore.example", "office@fennimore.example"})
        EXPECT_FALSE(replayed(at.actor(email), {"ukcis-2020"}).has_value()) << email;
    const auto other_school = replayed(at.actor("lead@littlewendle.example"), {"ukcis-2020"}).value();
    EXPECT_EQ(other_school.changed.number, 0U);
    EXPECT_TRUE(other_school.cases.empty());
}

TEST_F(Replay, CountsNoCaseThatWhoeverAsksMayNotRead)
{
    const auto deputy = at.actor("deputy@fennimore.example");
    const auto before = replayed(deputy, {"ukcis-2020"}).value().assessments.number;
    const auto about_deputy = at.report([&](Report& report) { report.people_involved = {deputy.person}; });
    (void)case_of_ai(about_deputy.reference);
    const auto theirs = replayed(deputy, {"ukcis-2020"}).value();
    EXPECT_EQ(theirs.assessments.number, before);
    EXPECT_TRUE(theirs.cases.empty());
    EXPECT_GT(replayed(lead(), {"ukcis-2020"}).value().assessments.number, before);
}

TEST_F(Replay, TakesOnlyWhatWasAskedFor)
{
    (void)case_of_ai();
    const auto all = replayed(lead(), {"ukcis-2020"}).value().assessments.number;
    ASSERT_GT(all, 0U);
    EXPECT_EQ(replayed(lead(), {"ukcis-2020", {}, parse_date("2026-11-23")}).value().assessments.number, all);
    EXPECT_EQ(replayed(lead(), {"ukcis-2020", {}, parse_date("2026-11-24")}).value().assessments.number, 0U);
    EXPECT_EQ(replayed(lead(), {"ukcis-2020", {}, {}, "ukcis-2024"}).value().assessments.number, all);
    EXPECT_EQ(replayed(lead(), {"ukcis-2024", {}, {}, "ukcis-2020"}).value().assessments.number, 0U);
    EXPECT_FALSE(replayed(lead(), {"no-such-edition"}).has_value());
}

TEST_F(Replay, TellsTheOperatorFiguresAndNoCase)
{
    const auto reference = case_of_ai();
    std::size_t told = 0;
    const auto shown = replay_everywhere(at.safelead(), {"ukcis-2020"}, {}, [&](const ReplayProgress& now) {
                           ++told;
                           EXPECT_LT(now.organisations_done, now.organisations);
                       }).value();
    EXPECT_GT(told, 1U);
    EXPECT_TRUE(shown.cases.empty());
    const auto json = to_json(shown);
    EXPECT_THAT(json, Not(HasSubstr(std::string{reference.text()})));
    EXPECT_THAT(json, HasSubstr("\"is\": \"fewer than 5\""));
    EXPECT_FALSE(replay_everywhere(at.safelead(), {"ukcis-2020"}, {"nowhere"}).has_value());
    EXPECT_FALSE(replay_everywhere(at.safelead(), {"ukcis-1999"}, {}).has_value());
    const std::string other_school{at.actor("lead@littlewendle.example").organisation.text()};
    const auto elsewhere = replay_everywhere(at.safelead(), {"ukcis-2020"}, {other_school}).value();
    EXPECT_EQ(elsewhere.changed, insight::Figure{});
}

TEST_F(Replay, SaysWhatCouldNotBeWeighed)
{
    record::Case of;
    const auto happen = [&of](record::CaseEvent event) {
        of = evolve(std::move(of),
                    {1, Instant{}, std::make_shared<const record::CaseEvent>(std::move(event))});
    };
    const auto& pack = *at.safelead().packs().find("ukcis-2024");
    happen(record::FactsAnswered{PersonId{"lead"}, {{"medium", "text"}}, ""});
    happen(
        record::AdviceGiven{record::AdviceUnder::in_force, pack.imprint().digest,
                            decision::evaluate(pack, guidance::Facts{})});  // Of other facts than are there.
    auto replaying = Replaying::begin(at.safelead().packs(), at.safelead().zone(), {"ukcis-2020"}).value();
    replaying.take(of, Replaying::Opens::whole, Replaying::Keep::counts_only);
    replaying.take(of, Replaying::Opens::in_part, Replaying::Keep::counts_only);
    const auto counted = replaying.counted();
    EXPECT_EQ(counted.assessments, 2U);
    EXPECT_EQ(counted.not_whole, 1U);
    EXPECT_EQ(counted.record_closed, 1U);
    EXPECT_EQ(counted.changed + counted.unchanged, 0U);
}

}  // namespace
}  // namespace safelead::app
