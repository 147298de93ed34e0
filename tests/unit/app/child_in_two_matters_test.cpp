// A child who is in something that somebody may read, and in something that they may not: what they see of
// the child is what they would see without it.

#include "app/cases.h"
#include "app/child_file.h"
#include "app/children.h"
#include "app/concerns.h"
#include "app/erasures.h"
#include "app/reads.h"
#include "support/closing.h"
#include "support/practice_partnership.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

using References = std::vector<record::Reference>;

class ChildInTwoMatters : public ::testing::Test {
protected:
    Actor who(std::string_view name) { return at.actor(fmt::format("{}@fennimore.example", name)); }

    record::ChildId on_list(std::string given, std::string family)
    {
        const record::Identity identity{std::move(given), std::move(family), "", {}, "", "", ""};
        return wait_for(add_children(at.safelead(), who("lead"), at.command(), {identity})).value().front();
    }

    struct Opened {
        record::Reference reference;
        record::ChildId not_on_list;  ///< Known from this case alone.
    };

    /// A case about `child` and about somebody who is not on the list, by `opener`, whose it is.
    Opened open_about(const record::ChildId& child, std::string_view opener,
                      record::StaffInvolved involved = record::StaffInvolved::nobody)
    {
        const auto reported = at.report([&](Report& report) {
            report.children = {child};
            report.not_on_list = {{"Robin Vale", ""}};
            report.staff_involved = involved;
        });
        (void)wait_for(read_concern(at.safelead(), who(opener), reported.reference));
        const auto opened =
            wait_for(open_case(at.safelead(), who(opener), at.command(), {reported.reference})).value();
        const auto view = wait_for(view_case(at.safelead(), who(opener), opened.reference)).value();
        auto both = view.concerns.front()->reported.children;
        for (const auto& one : both)
            change(opener, opened.reference, record::AddPerson{PersonId{""}, one, ""});
        std::erase(both, child);
        return {opened.reference, both.at(0)};
    }

    void change(std::string_view name, const record::Reference& reference, record::CaseCommand what)
    {
        EXPECT_TRUE(
            wait_for(change_case(at.safelead(), who(name), at.command(), reference, std::move(what))));
    }

    void lock(std::string_view name, const record::Reference& reference, std::string_view with)
    {
        const record::CaseLocked lock{PersonId{""}, who(with).person, "Somebody on the staff is close."};
        change(name, reference, record::KeepRecord{lock});
    }

    void keep_out(std::string_view name, const record::Reference& reference, std::string_view whom)
    {
        const record::PersonKeptOut out{PersonId{""}, who(whom).person, record::TooNear::own_child,
                                        "They said so."};
        change(name, reference, record::KeepRecord{out});
    }

    Outcome<ChildView> view(std::string_view name, const record::ChildId& child)
    {
        return wait_for(view_child(at.safelead(), who(name), child));
    }

    References cases(std::string_view name, const record::ChildId& child)
    {
        References found;
        const auto seen = view(name, child);
        EXPECT_TRUE(seen) << name;
        if (seen)
            for (const auto& of : seen->cases) found.push_back(of->reference);
        std::ranges::sort(found);
        return found;
    }

    bool is_not_there(std::string_view name, const record::ChildId& child)
    {
        const auto seen = view(name, child);
        return !seen && std::holds_alternative<NotThere>(seen.error());
    }

    Outcome<std::size_t> keep(std::string_view name, const record::ChildId& child, record::ChildKeepable what)
    {
        return wait_for(keep_of_child(at.safelead(), who(name), at.command(), child, std::move(what)));
    }

    static References sorted(References references)
    {
        std::ranges::sort(references);
        return references;
    }

    test::PracticePartnership at;
};

bool has(const std::vector<std::shared_ptr<const record::Child>>& children, const record::ChildId& child)
{
    return std::ranges::find(children, child, [](const auto& one) { return one->id; }) != children.end();
}

bool has(const std::vector<MayBeSame>& records, const record::ChildId& child)
{
    return std::ranges::find(records, child, [](const auto& one) { return one.it->id; }) != records.end();
}

TEST_F(ChildInTwoMatters, IsStillThereForALeadWhomTheOtherIsAbout)
{
    const auto child = on_list("Robin Vale", "Vale");
    const auto theirs = open_about(child, "lead").reference;
    const auto past_lead = open_about(child, "head", record::StaffInvolved::lead).reference;
    for (const auto start : {"warm", "cold"}) {
        SCOPED_TRACE(start);
        EXPECT_EQ(cases("lead", child), References{theirs});
        EXPECT_EQ(cases("deputy", child), References{theirs});
        EXPECT_EQ(cases("head", child), sorted({theirs, past_lead}));
        EXPECT_TRUE(is_not_there("chair", child)) << "they have no part in either";
        const auto file = wait_for(view_child_file(at.safelead(), who("lead"), child));
        EXPECT_EQ(file->cases.size(), 1U);
        at.restart();
    }
}

TEST_F(ChildInTwoMatters, IsStillThereForTheHeadAndTheChairSeesTheirOwn)
{
    const auto child = on_list("Robin Vale", "Vale");
    const auto theirs = open_about(child, "lead").reference;
    const auto past_head = open_about(child, "chair", record::StaffInvolved::head).reference;
    for (const auto name : {"lead", "deputy", "head"}) EXPECT_EQ(cases(name, child), References{theirs});
    EXPECT_EQ(cases("chair", child), References{past_head});
}

TEST_F(ChildInTwoMatters, IsStillThereWhereTheOtherIsLocked)
{
    const auto child = on_list("Robin Vale", "Vale");
    const auto theirs = open_about(child, "lead").reference;
    const auto locked = open_about(child, "lead").reference;
    EXPECT_EQ(cases("head", child), sorted({theirs, locked}));
    lock("lead", locked, "deputy");
    EXPECT_EQ(cases("head", child), References{theirs});
    EXPECT_EQ(cases("deputy", child), sorted({theirs, locked}));
}

TEST_F(ChildInTwoMatters, IsStillThereForSomebodyKeptOutOfTheOther)
{
    const auto child = on_list("Robin Vale", "Vale");
    const auto theirs = open_about(child, "lead").reference;
    const auto other = open_about(child, "lead").reference;
    keep_out("lead", other, "deputy");
    EXPECT_EQ(cases("deputy", child), References{theirs});
    EXPECT_EQ(cases("head", child), sorted({theirs, other}));
}

TEST_F(ChildInTwoMatters, ShowsNoConcernThatWentPastWhoeverLooks)
{
    const auto child = on_list("Robin Vale", "Vale");
    const auto report_about = [&](record::StaffInvolved involved) {
        return at
            .report([&](Report& report) {
                report.children = {child};
                report.staff_involved = involved;
            })
            .reference;
    };
    const auto theirs = report_about(record::StaffInvolved::nobody);
    (void)report_about(record::StaffInvolved::lead);
    const auto seen = view("lead", child);
    ASSERT_TRUE(seen);
    ASSERT_EQ(seen->concerns.size(), 1U);
    EXPECT_EQ(seen->concerns.front()->reported.reference, theirs);
    EXPECT_TRUE(seen->may_decide);
    EXPECT_EQ(view("head", child)->concerns.size(), 2U);
}

TEST_F(ChildInTwoMatters, IsThereOnTheListWhateverElse)
{
    const auto child = on_list("Robin Vale", "Vale");
    const auto hidden = open_about(child, "head", record::StaffInvolved::lead);
    EXPECT_EQ(cases("lead", child), References{});
    EXPECT_TRUE(is_not_there("lead", hidden.not_on_list)) << "known from nothing else";
    EXPECT_EQ(cases("head", hidden.not_on_list), References{hidden.reference});
}

TEST_F(ChildInTwoMatters, IsThereWithoutTheListWhereOneOfThemMayBeRead)
{
    const auto listed = on_list("Kim", "Hurst");
    const auto theirs = open_about(listed, "lead");
    const auto hidden = open_about(listed, "head", record::StaffInvolved::lead);
    change("head", hidden.reference, record::AddPerson{PersonId{""}, theirs.not_on_list, ""});
    EXPECT_EQ(cases("lead", theirs.not_on_list), References{theirs.reference});
    EXPECT_EQ(cases("head", theirs.not_on_list), sorted({theirs.reference, hidden.reference}));
}

TEST_F(ChildInTwoMatters, IsOfferedNobodyWhoIsKnownFromTheOtherAlone)
{
    const auto child = on_list("Robin Vale", "Vale");
    const auto theirs = open_about(child, "lead");
    const auto hidden = open_about(child, "head", record::StaffInvolved::lead);
    const auto lead = view("lead", child).value();
    EXPECT_TRUE(has(lead.may_belong_together, theirs.not_on_list));
    EXPECT_TRUE(has(lead.may_be_same, theirs.not_on_list));
    EXPECT_FALSE(has(lead.may_belong_together, hidden.not_on_list));
    EXPECT_FALSE(has(lead.may_be_same, hidden.not_on_list));
    const auto head = view("head", child).value();
    EXPECT_TRUE(has(head.may_belong_together, hidden.not_on_list));
    EXPECT_TRUE(has(head.may_be_same, hidden.not_on_list));
}

TEST_F(ChildInTwoMatters, IsTiedByHandToNobodyWhoIsKnownFromTheOtherAlone)
{
    const auto child = on_list("Robin Vale", "Vale");
    (void)open_about(child, "lead");
    const auto hidden = open_about(child, "head", record::StaffInvolved::lead).not_on_list;
    const record::ChildId nobody{"nobody"};
    for (const auto& other : {hidden, nobody}) {
        const auto tied =
            keep("lead", child, record::ChildrenLinked{PersonId{""}, other, record::Tie::siblings, "X"});
        ASSERT_FALSE(tied);
        EXPECT_TRUE(std::holds_alternative<NotThere>(tied.error()));
        const auto joined = keep("lead", child, record::RecordsJoined{PersonId{""}, other, "X"});
        ASSERT_FALSE(joined);
        EXPECT_TRUE(std::holds_alternative<NotThere>(joined.error()));
    }
}

TEST_F(ChildInTwoMatters, IsTakenIntoACaseOrAReportByNobodyWhoDoesNotKnowOfThem)
{
    const auto child = on_list("Robin Vale", "Vale");
    const auto of = open_about(child, "lead");
    const auto hidden = open_about(child, "head", record::StaffInvolved::lead).not_on_list;
    const auto add = [&](const record::ChildId& other) {
        return wait_for(change_case(at.safelead(), who("lead"), at.command(), of.reference,
                                    record::AddPerson{PersonId{""}, other, ""}));
    };
    const auto report = [&](std::string_view name, const record::ChildId& about) {
        Report one;
        one.children = {about};
        one.words = "An image was shared.";
        one.danger_now = record::Answer::no;
        one.staff_involved = record::StaffInvolved::nobody;
        return wait_for(report_concern(at.safelead(), who(name), at.command(), one));
    };
    for (const auto& other : {hidden, record::ChildId{"nobody"}}) {
        const auto added = add(other);
        ASSERT_FALSE(added);
        EXPECT_TRUE(std::holds_alternative<NotThere>(added.error()));
        for (const auto* name : {"lead", "teacher"}) {
            const auto reported = report(name, other);
            ASSERT_FALSE(reported) << name;
            EXPECT_TRUE(std::holds_alternative<NotThere>(reported.error()));
        }
    }
    EXPECT_TRUE(report("teacher", child)) << "anybody reports about a child of the list";
    EXPECT_TRUE(report("lead", of.not_on_list)) << "and about whom they know of";
    EXPECT_TRUE(report("head", hidden));
}

TEST_F(ChildInTwoMatters, ShowsNoTieThatSomebodyElseMadeToThem)
{
    const auto child = on_list("Robin Vale", "Vale");
    (void)open_about(child, "lead");
    const auto hidden = open_about(child, "head", record::StaffInvolved::lead).not_on_list;
    ASSERT_TRUE(keep("head", child,
                     record::ChildrenLinked{PersonId{""}, hidden, record::Tie::siblings, "Their mother"}));
    ASSERT_TRUE(keep("head", child, record::RecordsJoined{PersonId{""}, hidden, "The office checked"}));
    const auto lead = view("lead", child).value();
    EXPECT_TRUE(lead.it->ties.empty());
    EXPECT_TRUE(lead.it->joined.empty());
    EXPECT_EQ(lead.records.size(), 1U);
    EXPECT_FALSE(lead.names.children.contains(hidden));
    const auto head = view("head", child).value();
    EXPECT_EQ(head.it->ties.size(), 1U);
    EXPECT_EQ(head.records.size(), 2U);

    for (const auto& other : {hidden, record::ChildId{"nobody"}}) {
        const auto ended = keep("lead", child, record::ChildrenUnlinked{PersonId{""}, other, "X"});
        ASSERT_FALSE(ended);
        EXPECT_EQ(std::get<record::ChildRefusal>(ended.error()), record::ChildRefusal::not_so);
    }
    EXPECT_EQ(view("head", child)->it->ties.size(), 1U);
}

TEST_F(ChildInTwoMatters, IsReadByNobodyWhoTellsOfTheOther)
{
    const auto child = on_list("Robin Vale", "Vale");
    (void)open_about(child, "lead");
    (void)open_about(child, "chair", record::StaffInvolved::head);
    ASSERT_TRUE(view("deputy", child));
    ASSERT_TRUE(view("chair", child));
    const auto readers = [&](std::string_view name) {
        std::vector<PersonId> all;
        const auto listed = wait_for(reads_of(at.safelead(), who(name), ReadsOfChild{child}));
        for (const auto& read : listed.value()) all.push_back(read.person);
        return all;
    };
    EXPECT_EQ(readers("lead"), std::vector{who("deputy").person});
    const auto seen_by_chair = readers("chair");
    EXPECT_NE(std::ranges::find(seen_by_chair, who("chair").person), seen_by_chair.end());
    EXPECT_NE(std::ranges::find(seen_by_chair, who("deputy").person), seen_by_chair.end());
}

/// Erasing where somebody may not read all that would go.
class ErasingInTwoMatters : public ChildInTwoMatters {
protected:
    void close(const record::Reference& reference) { test::refer_and_close(at, who("lead"), reference); }

    ErasureOutcome<Done> ask(std::string_view name, const record::ChildId& child)
    {
        return wait_for(ask_erasure(at.safelead(), who(name), at.command(), child,
                                    {record::ErasureReason::retention_ended, "The time has ended."}));
    }

    ErasureOutcome<record::ErasureId> agree(std::string_view name, const record::ChildId& child)
    {
        const auto email = fmt::format("{}@fennimore.example", name);
        const auto all = practice_sign_ins();
        const auto found = std::ranges::find(all, email, &PracticeSignIn::email);
        return wait_for(agree_erasure(at.safelead(), who(name), at.command(), child, found->password));
    }

    template <class Value>
    static record::ErasureRefusal refusal(const ErasureOutcome<Value>& outcome)
    {
        EXPECT_FALSE(outcome);
        return std::get<record::ErasureRefusal>(outcome.error());
    }

    std::size_t named(std::string_view name, const record::ErasureId& id)
    {
        const auto erased = certificate(at.safelead(), who(name), id).value().erased;
        return erased.cases.size() + erased.concerns.size() + erased.kept_concerns.size();
    }
};

using enum record::ErasureRefusal;

TEST_F(ErasingInTwoMatters, AnswersTheSameWhateverItIsThatTheyMayNotRead)
{
    const auto locked_and_open = on_list("Robin", "Vale");
    lock("lead", open_about(locked_and_open, "lead").reference, "head");
    EXPECT_EQ(refusal(ask("deputy", locked_and_open)), not_all_read);
    EXPECT_EQ(refusal(ask("lead", locked_and_open)), case_open) << "who may read it";

    const auto locked_and_closed = on_list("Kim", "Vale");
    const auto closed = open_about(locked_and_closed, "lead").reference;
    lock("lead", closed, "head");
    close(closed);
    EXPECT_EQ(refusal(ask("deputy", locked_and_closed)), not_all_read);

    const auto about_lead = on_list("Sam", "Vale");
    (void)at.report([&](Report& report) {
        report.children = {about_lead};
        report.staff_involved = record::StaffInvolved::lead;
    });
    EXPECT_EQ(refusal(ask("deputy", about_lead)), not_all_read);

    const auto own = on_list("Alex", "Vale");
    keep_out("lead", open_about(own, "lead").reference, "deputy");
    EXPECT_EQ(refusal(ask("deputy", own)), not_all_read);
}

TEST_F(ErasingInTwoMatters, TellsFirstOfWhatTheyMayRead)
{
    const auto child = on_list("Robin", "Vale");
    (void)open_about(child, "lead");
    EXPECT_EQ(refusal(ask("lead", child)), case_open);
    (void)open_about(child, "head", record::StaffInvolved::lead);
    EXPECT_EQ(refusal(ask("lead", child)), case_open);
}

TEST_F(ErasingInTwoMatters, TakesTwoWhoMayReadAllOfIt)
{
    const auto child = on_list("Robin", "Vale");
    const auto reference = open_about(child, "lead").reference;
    lock("lead", reference, "head");
    close(reference);
    ASSERT_TRUE(ask("lead", child));
    const auto deputy = view("deputy", child).value();
    ASSERT_TRUE(deputy.would_go);
    EXPECT_TRUE(deputy.would_go->cases.empty());
    EXPECT_TRUE(deputy.would_go->kept_concerns.empty());
    EXPECT_EQ(refusal(agree("deputy", child)), not_all_read);
    EXPECT_TRUE(wait_for(view_case(at.safelead(), who("lead"), reference))) << "nothing went";
    ASSERT_EQ(view("head", child)->would_go->cases.size(), 1U);
    EXPECT_TRUE(agree("head", child));
}

TEST_F(ErasingInTwoMatters, TakesWhoeverAskedToBeAbleToReadWhatCameSince)
{
    const auto child = on_list("Robin", "Vale");
    close(open_about(child, "lead").reference);
    ASSERT_TRUE(ask("deputy", child));
    const auto since = at.report([&](Report& report) {
        report.children = {child};
        report.staff_involved = record::StaffInvolved::lead;
    });
    (void)wait_for(read_concern(at.safelead(), who("head"), since.reference));
    ASSERT_TRUE(wait_for(
        keep_without_case(at.safelead(), who("head"), at.command(), since.reference, "It was looked into.")));
    EXPECT_EQ(refusal(agree("head", child)), not_all_read) << "the deputy may not read it";
}

TEST_F(ErasingInTwoMatters, CertifiesToNobodyWhatTheyMayNotRead)
{
    const auto child = on_list("Robin", "Vale");
    const auto locked = open_about(child, "lead");
    lock("lead", locked.reference, "head");
    close(locked.reference);
    ASSERT_TRUE(ask("lead", child));
    const auto first = agree("head", child);
    ASSERT_TRUE(first);
    ASSERT_TRUE(ask("lead", locked.not_on_list));
    const auto whole = agree("head", locked.not_on_list);
    ASSERT_TRUE(whole);
    for (const auto start : {"warm", "cold"}) {
        SCOPED_TRACE(start);
        for (const auto& id : {*first, *whole}) {
            EXPECT_EQ(named("lead", id), 2U) << "the case and its concern";
            EXPECT_EQ(named("head", id), 2U);
            EXPECT_EQ(named("deputy", id), 0U);
            EXPECT_EQ(named("office", id), 0U);
        }
        at.restart();
    }
}

TEST_F(ErasingInTwoMatters, CertifiesToWhoeverReadsCasesWhatNobodyWasKeptFrom)
{
    const auto child = on_list("Robin", "Vale");
    const auto usual = open_about(child, "lead");
    close(usual.reference);
    ASSERT_TRUE(ask("lead", child));
    const auto first = agree("head", child);
    ASSERT_TRUE(first);
    EXPECT_EQ(named("deputy", *first), 2U) << "it is still there, for another child";
    ASSERT_TRUE(ask("lead", usual.not_on_list));
    const auto whole = agree("head", usual.not_on_list);
    ASSERT_TRUE(whole);
    EXPECT_EQ(certificate(at.safelead(), who("deputy"), *whole)->erased.cases.front().extent,
              record::ErasedExtent::whole);
    EXPECT_EQ(named("deputy", *whole), 2U);
    EXPECT_EQ(named("office", *first), 0U) << "administrators have accounts, never cases";
    EXPECT_EQ(named("office", *whole), 0U);
}

}  // namespace
}  // namespace safelead::app
