// The whole way of one concern, as the people in it go.

#include "app/cases.h"
#include "app/children.h"
#include "app/concerns.h"
#include "app/escalate.h"
#include "app/reads.h"
#include "record/what_is_open.h"
#include "support/case_builders.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using test::PracticePartnership;

constexpr std::string_view lead_email = "lead@fennimore.example";
constexpr std::string_view head_email = "head@fennimore.example";

class Way : public ::testing::Test {
protected:
    CaseView view(const record::Reference& reference, std::string_view who = lead_email)
    {
        auto seen = wait_for(view_case(at.safelead(), at.actor(who), reference));
        EXPECT_TRUE(seen.has_value());
        return *std::move(seen);
    }

    Outcome<CaseChanged> change(const record::Reference& reference, record::CaseCommand what,
                                std::string_view who = lead_email)
    {
        return wait_for(change_case(at.safelead(), at.actor(who), at.command(), reference, std::move(what)));
    }

    PracticePartnership at;
};

TEST_F(Way, LeadsFromAReportToAClosedCase)
{
    const auto reported = at.report();
    const auto teacher = at.actor("teacher@fennimore.example");
    EXPECT_FALSE(my_report(at.safelead(), teacher, reported.reference)->read_at.has_value());

    const auto read = wait_for(read_concern(at.safelead(), at.actor(lead_email), reported.reference));
    ASSERT_TRUE(read.has_value());
    EXPECT_EQ(read->it->reported.words, "\"An image was shared.\"");
    EXPECT_TRUE(my_report(at.safelead(), teacher, reported.reference)->read_at.has_value());
    EXPECT_FALSE(my_report(at.safelead(), teacher, reported.reference)->being_acted_on);

    const auto opened =
        wait_for(open_case(at.safelead(), at.actor(lead_email), at.command(), {reported.reference}));
    ASSERT_TRUE(opened.has_value());
    const auto& reference = opened->reference;
    EXPECT_TRUE(my_report(at.safelead(), teacher, reported.reference)->being_acted_on);

    const auto child = read->it->reported.children.front();
    ASSERT_TRUE(change(reference, record::AddPerson{PersonId{""}, child, ""}));
    record::DescribePerson describe{
        PersonId{""}, record::CaseRef{"A"}, {"subject", "sharer"}, {}, {}, {}, {}, "", ""};
    describe.acted_on = parse_date("2026-11-20");
    describe.setting = "this_school";
    ASSERT_TRUE(change(reference, describe));
    const auto described = view(reference);
    EXPECT_EQ(described.it->people.front().described->age_basis, "known");  // From the child's own record.

    ASSERT_TRUE(change(reference, record::AnswerFacts{PersonId{""}, {{"blackmail", "yes"}}, "The child"}));
    const auto advised = view(reference);
    ASSERT_TRUE(advised.it->advice.has_value());
    EXPECT_EQ(advised.it->advice->advice.route.text(), "REFER_IMMEDIATE");
    EXPECT_FALSE(advised.it->tasks.empty());

    ASSERT_TRUE(change(reference, record::MakeDecision{PersonId{""}, "REFER_IMMEDIATE", "", {}, {}, {}}));
    EXPECT_FALSE(change(reference, record::CloseCase{PersonId{""}, "Done."}).has_value());
    record::RecordReferral referral{
        {PersonId{""}, "Children's social care", "telephone", {"Now", {}, {}}, "All of it", "A. Duty", "1"}};
    EXPECT_FALSE(change(reference, referral).has_value()) << "of what kind they are is not said";
    referral.referral.kind = record::AgencyKind::social_care;
    ASSERT_TRUE(change(reference, referral));
    EXPECT_FALSE(change(reference, record::CloseCase{PersonId{""}, "Done."}).has_value());
    ASSERT_TRUE(change(reference, tests::agency_answer()));
    const auto before_closing = view(reference);
    for (const auto* task : record::tasks_to_do(*before_closing.it))
        ASSERT_TRUE(change(reference, record::FinishTask{task->set.task, PersonId{""}, "Seen to."}));
    const auto closed = change(reference, record::CloseCase{PersonId{""}, "Referred and seen to."});
    ASSERT_TRUE(closed.has_value());
    EXPECT_EQ(closed->it->state, record::CaseState::closed);
}

TEST_F(Way, LowersOnlyWithAReasonAndASecondPerson)
{
    const auto opened =
        wait_for(open_case(at.safelead(), at.actor(lead_email), at.command(), {at.report().reference}));
    ASSERT_TRUE(opened.has_value());
    const auto& reference = opened->reference;
    ASSERT_TRUE(change(reference, record::AnswerFacts{PersonId{""}, {{"blackmail", "yes"}}, ""}));

    EXPECT_FALSE(
        change(reference, record::MakeDecision{PersonId{""}, "CONSULT", "", {}, {}, {}}).has_value());
    record::MakeDecision lower{PersonId{""},        "CONSULT",           "The agency asked to be rung first.",
                               record::Answer::yes, record::Answer::yes, {}};
    const auto before = view(reference);
    for (const auto& fact : record::unknowns_to_say(*before.it, *before.in_force))
        lower.still_unknown.push_back({fact, "It will be asked today."});
    const auto lowered = change(reference, lower);
    ASSERT_TRUE(lowered.has_value());
    EXPECT_EQ(lowered->it->decision()->sign_off, record::SignOff::awaited);

    const auto own = change(reference, record::SignOffDecision{1, PersonId{""}, {}});
    ASSERT_FALSE(own.has_value());
    EXPECT_EQ(std::get<NotAllowed>(own.error()).why, access::WhyNot::own_decision);
    const auto signed_off = change(reference, record::SignOffDecision{1, PersonId{""}, {}}, head_email);
    ASSERT_TRUE(signed_off.has_value());
    EXPECT_EQ(signed_off->it->decision()->signed_by, at.actor(head_email).person);
}

TEST_F(Way, KeepsADateOfBirthInTheChildsRecordOnly)
{
    const auto opened =
        wait_for(open_case(at.safelead(), at.actor(lead_email), at.command(), {at.report().reference}));
    record::Identity identity;
    identity.given_name = "Robin";
    const auto added = wait_for(
        add_new_child(at.safelead(), at.actor(lead_email), at.command(), opened->reference, identity));
    ASSERT_TRUE(added.has_value());
    record::DescribePerson describe{PersonId{""}, record::CaseRef{"A"}, {"subject"}, {}, {}, {}, {}, "", ""};
    describe.born = parse_date("2012-03-04");
    describe.acted_on = parse_date("2026-03-03");
    const auto described = change(opened->reference, describe);
    ASSERT_TRUE(described.has_value());
    EXPECT_EQ(described->it->people.front().described->age_at_event, 13);  // The day before the birthday.
    const auto seen = view(opened->reference);
    const auto child = *seen.it->people.front().child;
    EXPECT_EQ(seen.names.children.at(child)->identity.born, parse_date("2012-03-04"));
}

TEST_F(Way, IsTheSameAfterARestart)
{
    const auto reported = at.report();
    const auto opened =
        wait_for(open_case(at.safelead(), at.actor(lead_email), at.command(), {reported.reference}));
    ASSERT_TRUE(change(opened->reference, record::AnswerFacts{PersonId{""}, {{"medium", "image"}}, ""}));
    (void)at.report();
    const auto warm = view(opened->reference);
    const auto warm_inbox = inbox(at.safelead(), at.actor(lead_email)).value();
    const auto warm_cases = list_cases(at.safelead(), at.actor(lead_email))->in_all;

    at.restart();
    const auto cold = view(opened->reference);
    const auto cold_inbox = inbox(at.safelead(), at.actor(lead_email)).value();

    EXPECT_EQ(cold.it->reference, warm.it->reference);
    EXPECT_EQ(cold.it->advice, warm.it->advice);
    ASSERT_EQ(cold.it->history.size(), warm.it->history.size());
    for (std::size_t i = 0; i < cold.it->history.size(); ++i) {
        EXPECT_EQ(cold.it->history[i].position, warm.it->history[i].position);
        EXPECT_EQ(cold.it->history[i].at, warm.it->history[i].at);
        EXPECT_EQ(*cold.it->history[i].event, *warm.it->history[i].event);
    }
    EXPECT_EQ(cold.names.staff, warm.names.staff);
    ASSERT_EQ(cold_inbox.concerns.size(), warm_inbox.concerns.size());
    for (std::size_t i = 0; i < cold_inbox.concerns.size(); ++i)
        EXPECT_EQ(cold_inbox.concerns[i]->reported, warm_inbox.concerns[i]->reported);
    EXPECT_EQ(cold_inbox.unread, warm_inbox.unread);
    EXPECT_EQ(list_cases(at.safelead(), at.actor(lead_email))->in_all, warm_cases);
}

TEST_F(Way, WritesDownEachReadingOnceInFiveMinutes)
{
    const auto opened =
        wait_for(open_case(at.safelead(), at.actor(lead_email), at.command(), {at.report().reference}));
    const auto reads = [&] {
        return wait_for(reads_of(at.safelead(), at.actor(lead_email), ReadsOfCase{opened->reference}))
            .value();
    };
    (void)view(opened->reference);
    at.clock().pass(4min);
    (void)view(opened->reference);
    EXPECT_EQ(reads().size(), 1U);
    (void)view(opened->reference, head_email);
    ASSERT_EQ(reads().size(), 2U);
    EXPECT_TRUE(reads().back().roles.has(directory::Role::headteacher));
    at.clock().pass(2min);
    (void)view(opened->reference);
    EXPECT_EQ(reads().size(), 3U);
}

TEST_F(Way, TakesOutWhatIsNotWordsAndSaysSo)
{
    auto report = at.plain_report();
    report.words =
        "She said: data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAUAAAAFCAYAAACNbyblAAAAHElEQVQI12P4 and "
        "cried";
    const auto kept =
        wait_for(report_concern(at.safelead(), at.actor("teacher@fennimore.example"), at.command(), report))
            .value();
    EXPECT_EQ(kept.taken_out, 1U);
    const auto read = wait_for(read_concern(at.safelead(), at.actor(lead_email), kept.reference)).value();
    EXPECT_EQ(read.it->reported.words.find("base64"), std::string::npos);
    EXPECT_NE(read.it->reported.words.find("and cried"), std::string::npos);
}

}  // namespace
}  // namespace safelead::app
