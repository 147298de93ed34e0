#include "app/cases.h"
#include "app/children.h"
#include "app/concerns.h"
#include "app/escalate.h"
#include "app/keep_in_directory.h"
#include "support/failing_store.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <thread>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using test::PracticePartnership;

bool shows(const Inbox& inbox, const record::Reference& reference)
{
    return std::ranges::any_of(inbox.concerns,
                               [&](const auto& one) { return one->reported.reference == reference; });
}

TEST(Reporting, AnswersACommandSentTwiceWithTheSame)
{
    PracticePartnership at;
    const auto teacher = at.actor("teacher@fennimore.example");
    const auto command = at.command();
    auto report = at.plain_report();
    report.not_on_list.push_back({"A child from another school", "Year 9"});
    const auto before = inbox(at.safelead(), at.actor("lead@fennimore.example"))->in_all;
    const auto first = wait_for(report_concern(at.safelead(), teacher, command, report)).value();
    const auto again = wait_for(report_concern(at.safelead(), teacher, command, report)).value();
    EXPECT_EQ(again.reference, first.reference);
    EXPECT_EQ(again.concern, first.concern);
    EXPECT_EQ(again.at, first.at);
    at.restart();
    EXPECT_EQ(wait_for(report_concern(at.safelead(), teacher, command, report)).value().reference,
              first.reference);
    EXPECT_EQ(inbox(at.safelead(), at.actor("lead@fennimore.example"))->in_all, before + 1);
}

/// Others write to it, too, so whoever wants to know whether they did asks it.
class AskedStore final : public test::StoreInFront {
public:
    using StoreInFront::StoreInFront;

    [[nodiscard]] ledger::Writers writers() const override { return ledger::Writers::several; }
    ledger::LogHead head(const OrganisationId& organisation) const override
    {
        ++looks;
        return StoreInFront::head(organisation);
    }

    mutable std::atomic<int> looks = 0;
};

TEST(Reporting, AsksNobodyOnceItIsKept)
{
    PracticePartnership at;
    AskedStore store{at.entries()};
    at.restart_on(store);
    const auto teacher = at.actor("teacher@fennimore.example");
    const auto command = at.command();
    auto report = at.plain_report();
    report.staff_involved = record::StaffInvolved::lead;
    report.people_involved = {at.actor("lead@fennimore.example").person};
    auto later = report_concern(at.safelead(), teacher, command, report);
    ASSERT_FALSE(later.is_ready());
    later.gate()->wait();
    const int looks = store.looks;
    const auto reported = wait_for(std::move(later)).value();
    EXPECT_EQ(store.looks, looks) << "where it went was decided before";
    EXPECT_EQ(reported.routed_to, record::RoutedTo::head);
    const auto again = wait_for(report_concern(at.safelead(), teacher, command, report)).value();
    EXPECT_EQ(again.routed_to, record::RoutedTo::head) << "as it was kept";
    at.restart();
}

TEST(Reporting, ShowsBothWhenACommandComesAgainWithOtherContent)
{
    PracticePartnership at;
    const auto teacher = at.actor("teacher@fennimore.example");
    const auto command = at.command();
    auto report = at.plain_report();
    const auto first = wait_for(report_concern(at.safelead(), teacher, command, report)).value();
    at.clock().pass(1min);
    report.words += " And more.";
    const auto other = wait_for(report_concern(at.safelead(), teacher, command, report));
    ASSERT_FALSE(other.has_value());
    EXPECT_EQ(std::get<OtherContent>(other.error()),
              (OtherContent{first.at, std::string{first.reference.text()}}));
}

TEST(Reporting, KeepsTwoPeoplesCommandsApart)
{
    PracticePartnership at;
    const auto command = at.command();
    const auto report = at.plain_report();
    const auto one =
        wait_for(report_concern(at.safelead(), at.actor("teacher@fennimore.example"), command, report))
            .value();
    const auto other =
        wait_for(report_concern(at.safelead(), at.actor("teacher2@fennimore.example"), command, report))
            .value();
    EXPECT_NE(one.reference, other.reference);
}

TEST(Reporting, RefusesWithoutWordsAndWithoutAChild)
{
    PracticePartnership at;
    const auto teacher = at.actor("teacher@fennimore.example");
    auto report = at.plain_report();
    report.words = "  ";
    EXPECT_EQ(wait_for(report_concern(at.safelead(), teacher, at.command(), report)).error(),
              NotDone{record::ConcernRefusal::no_words});
    report = at.plain_report();
    report.children.clear();
    EXPECT_EQ(wait_for(report_concern(at.safelead(), teacher, at.command(), report)).error(),
              NotDone{record::ConcernRefusal::no_child});
}

TEST(Reporting, ShowsTheReporterOnlyThatItIsReadAndActedOn)
{
    PracticePartnership at;
    const auto teacher = at.actor("teacher@fennimore.example");
    const auto reported = at.report();
    EXPECT_EQ(wait_for(read_concern(at.safelead(), teacher, reported.reference)).error(),
              NotDone{NotThere{}});
    EXPECT_EQ(my_report(at.safelead(), at.actor("teacher2@fennimore.example"), reported.reference).error(),
              NotDone{NotThere{}});
    const auto mine = my_reports(at.safelead(), teacher).value();
    EXPECT_TRUE(
        std::ranges::any_of(mine, [&](const auto& one) { return one.reference == reported.reference; }));
}

TEST(Reporting, BecomesUnreadAgainWhenTheReporterIsStillWorried)
{
    PracticePartnership at;
    const auto lead = at.actor("lead@fennimore.example");
    const auto reported = at.report();
    (void)wait_for(read_concern(at.safelead(), lead, reported.reference));
    const auto unread = inbox(at.safelead(), lead)->unread;
    ASSERT_TRUE(wait_for(still_worried(at.safelead(), at.actor("teacher@fennimore.example"), at.command(),
                                       reported.reference, "Nothing has changed."))
                    .has_value());
    EXPECT_EQ(inbox(at.safelead(), lead)->unread, unread + 1);
    EXPECT_EQ(wait_for(still_worried(at.safelead(), lead, at.command(), reported.reference, "")).error(),
              NotDone{NotThere{}});
}

TEST(Access, HidesAReportFromTheLeadItIsAbout)
{
    PracticePartnership at;
    const auto lead = at.actor("lead@fennimore.example");
    const auto before = inbox(at.safelead(), lead).value();
    const auto cases_before = list_cases(at.safelead(), lead)->in_all;
    const auto reported = at.report([&](Report& report) {
        report.staff_involved = record::StaffInvolved::lead;
        report.people_involved = {lead.person};
    });
    EXPECT_EQ(reported.routed_to, record::RoutedTo::head);
    const auto after = inbox(at.safelead(), lead).value();
    EXPECT_EQ(after.concerns.size(), before.concerns.size());
    EXPECT_EQ(after.unread, before.unread);
    EXPECT_FALSE(
        shows(inbox(at.safelead(), at.actor("deputy@fennimore.example")).value(), reported.reference));
    EXPECT_TRUE(shows(inbox(at.safelead(), at.actor("head@fennimore.example")).value(), reported.reference));

    const auto head = at.actor("head@fennimore.example");
    const auto opened = wait_for(open_case(at.safelead(), head, at.command(), {reported.reference})).value();
    EXPECT_EQ(wait_for(view_case(at.safelead(), lead, opened.reference)).error(), NotDone{NotThere{}});
    EXPECT_EQ(list_cases(at.safelead(), lead)->in_all, cases_before);
    EXPECT_TRUE(wait_for(view_case(at.safelead(), head, opened.reference)).has_value());
}

/// Two who read there give the head the lead's post, too.
void make_the_head_a_lead(PracticePartnership& at)
{
    const auto head = at.actor("head@fennimore.example");
    const auto by = directory::by_two(at.actor("lead@fennimore.example").person,
                                      at.actor("deputy@fennimore.example").person);
    const directory::GiveRole give{head.person, head.organisation, directory::Role::dsl, by};
    if (!wait_for(keep_in_directory(at.safelead().parts(), "test", at.command(), Said{"give role"}, give)))
        throw_bug("the head did not become a lead");
}

bool can_see(PracticePartnership& at, std::string_view who, const record::Reference& reference)
{
    return shows(inbox(at.safelead(), at.actor(who)).value(), reference);
}

TEST(Access, TakesAReportPastAHeadWhoIsTheLeadToo)
{
    PracticePartnership at;
    make_the_head_a_lead(at);
    const auto reported =
        at.report([](Report& report) { report.staff_involved = record::StaffInvolved::lead; });
    EXPECT_EQ(reported.routed_to, record::RoutedTo::chair);
    for (const auto* who : {"lead@fennimore.example", "head@fennimore.example"})
        EXPECT_FALSE(can_see(at, who, reported.reference)) << who;
    EXPECT_TRUE(can_see(at, "chair@fennimore.example", reported.reference));
}

TEST(Access, KeepsAReportFromAHeadWhoBecomesTheLeadAfterItAndPassesItUpUnread)
{
    PracticePartnership at;
    const auto reported = at.report([](Report& report) {
        report.staff_involved = record::StaffInvolved::lead;
        report.danger_now = record::Answer::yes;
    });
    EXPECT_TRUE(can_see(at, "head@fennimore.example", reported.reference));
    make_the_head_a_lead(at);
    const auto head = at.actor("head@fennimore.example");
    EXPECT_FALSE(can_see(at, "head@fennimore.example", reported.reference));
    EXPECT_EQ(wait_for(read_concern(at.safelead(), head, reported.reference)).error(), NotDone{NotThere{}});
    at.clock().pass(60min);
    EXPECT_GE(wait_for(escalate_unread(at.safelead())).reports, 1U);
    EXPECT_TRUE(can_see(at, "chair@fennimore.example", reported.reference));
}

TEST(Access, AnswersAnotherSchoolAsIfThereWereNothing)
{
    PracticePartnership at;
    const auto other = at.actor("lead@littlewendle.example");
    const auto reported = at.report();
    const auto opened = wait_for(open_case(at.safelead(), at.actor("lead@fennimore.example"), at.command(),
                                           {reported.reference}))
                            .value();
    const record::Reference nothing{"C-0000-0000"};
    EXPECT_EQ(wait_for(view_case(at.safelead(), other, opened.reference)).error(),
              wait_for(view_case(at.safelead(), other, nothing)).error());
    EXPECT_EQ(wait_for(read_concern(at.safelead(), other, reported.reference)).error(),
              wait_for(read_concern(at.safelead(), other, nothing)).error());
    EXPECT_EQ(wait_for(change_case(at.safelead(), other, at.command(), opened.reference,
                                   record::AnswerFacts{PersonId{""}, {{"medium", "image"}}, ""}))
                  .error(),
              NotDone{NotThere{}});
}

TEST(Access, LetsATeacherNeitherOpenTheInboxNorACase)
{
    PracticePartnership at;
    const auto teacher = at.actor("teacher@fennimore.example");
    EXPECT_FALSE(inbox(at.safelead(), teacher).has_value());
    EXPECT_FALSE(wait_for(open_case(at.safelead(), teacher, at.command(), {})).has_value());
    EXPECT_FALSE(
        wait_for(open_case(at.safelead(), teacher, at.command(), {at.report().reference})).has_value());
}

TEST(Escalation, PassesUnreadDangerUpAtAnyHourUntilSomebodyReadsIt)
{
    PracticePartnership at;
    at.clock().set(*parse_instant("2026-12-25T03:00:00Z"));
    const auto reported = at.report([](Report& report) { report.danger_now = record::Answer::yes; });
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 0U);
    at.clock().pass(15min);
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 1U);
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 0U);
    at.restart();
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 0U);
    at.clock().pass(15min);
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 1U);

    const auto chair = at.actor("chair@fennimore.example");
    EXPECT_FALSE(shows(inbox(at.safelead(), chair).value(), reported.reference));
    at.clock().pass(15min);
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 1U);
    EXPECT_TRUE(shows(inbox(at.safelead(), chair).value(), reported.reference));

    const auto read = wait_for(read_concern(at.safelead(), chair, reported.reference)).value();
    const std::vector<PersonId> upwards{at.actor("deputy@fennimore.example").person,
                                        at.actor("head@fennimore.example").person, chair.person};
    EXPECT_EQ(read.it->escalated_to, upwards);
    at.clock().pass(60min);
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 0U);
}

TEST(Escalation, NeverTurnsToWhoeverIsInvolved)
{
    PracticePartnership at;
    const auto deputy = at.actor("deputy@fennimore.example").person;
    const auto reported = at.report([&](Report& report) {
        report.danger_now = record::Answer::yes;
        report.staff_involved = record::StaffInvolved::someone;
        report.people_involved = {deputy};
    });
    at.clock().pass(15min);
    EXPECT_EQ(wait_for(escalate_unread(at.safelead())).reports, 1U);
    const auto head = at.actor("head@fennimore.example");
    const auto read = wait_for(read_concern(at.safelead(), head, reported.reference)).value();
    EXPECT_EQ(read.it->escalated_to, std::vector<PersonId>{head.person});
}

TEST(Children, AreFoundByHowTheirNamesBegin)
{
    PracticePartnership at;
    const auto teacher = at.actor("teacher@fennimore.example");
    const auto some = find_children(at.safelead(), teacher, "am").value();
    ASSERT_FALSE(some.empty());
    for (const auto& child : some) EXPECT_NE(child.name.find("Am"), std::string::npos);
    const auto whole = find_children(at.safelead(), teacher, some.front().name).value();
    EXPECT_TRUE(std::ranges::find(whole, some.front()) != whole.end());
    EXPECT_TRUE(find_children(at.safelead(), teacher, " ").value().empty());
    EXPECT_TRUE(children_by_id(at.safelead(), at.actor("teacher@littlewendle.example"), {some.front().child})
                    ->empty());
}

TEST(Hammering, LosesNothingAndCountsEveryReportOnce)
{
    PracticePartnership at;
    const auto opened = wait_for(open_case(at.safelead(), at.actor("lead@fennimore.example"), at.command(),
                                           {at.report().reference}))
                            .value();
    const auto lead = at.actor("lead@fennimore.example");
    const auto teacher = at.actor("teacher@fennimore.example");
    const auto plain = at.plain_report();
    const auto before = inbox(at.safelead(), lead)->in_all;
    constexpr int each = 40;
    std::atomic<int> noted = 0;
    const auto hammer = [&](int number) {
        for (int i = 0; i < each; ++i) {
            const CommandId command{"hammer/" + std::to_string(number) + "/" + std::to_string(i)};
            EXPECT_TRUE(wait_for(report_concern(at.safelead(), teacher, command, plain)).has_value());
            const record::AddNote note{{PersonId{""}, {"Now", {}, {}}, "A note."}};
            if (wait_for(change_case(at.safelead(), lead, command, opened.reference, note)).has_value())
                ++noted;
            EXPECT_TRUE(inbox(at.safelead(), lead).has_value());
            EXPECT_TRUE(wait_for(view_case(at.safelead(), lead, opened.reference)).has_value());
            (void)wait_for(escalate_unread(at.safelead()));
        }
    };
    std::thread one{hammer, 1};
    std::thread other{hammer, 2};
    one.join();
    other.join();
    EXPECT_EQ(noted, 2 * each);
    EXPECT_EQ(inbox(at.safelead(), lead)->in_all, before + 2 * each);
    const auto notes = [&] {
        const auto view = wait_for(view_case(at.safelead(), lead, opened.reference)).value();
        return std::ranges::count_if(view.it->history, [](const auto& one_event) {
            return std::holds_alternative<record::NoteAdded>(*one_event.event);
        });
    };
    EXPECT_EQ(notes(), 2 * each);
    at.restart();
    EXPECT_EQ(notes(), 2 * each);
}

}  // namespace
}  // namespace safelead::app
