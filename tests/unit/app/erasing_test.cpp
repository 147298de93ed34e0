// Erasing one child, from the closed case to the certificate, and what it leaves.

#include "app/accounts.h"
#include "app/after_erasing.h"
#include "app/cases.h"
#include "app/children.h"
#include "app/concerns.h"
#include "app/conversations.h"
#include "app/disclose.h"
#include "app/drafts.h"
#include "app/erasures.h"
#include "app/parts.h"
#include "app/referrals.h"
#include "app/talk.h"
#include "app/talk_settings.h"
#include "app/tidy.h"
#include "base/unavailable.h"
#include "ledger/verify.h"
#include "record/kept_in.h"
#include "support/erasing_a_child.h"
#include "support/passing_in_front.h"
#include "support/referring.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <future>
#include <memory>

namespace safelead::app {
namespace {

class Erasing : public ErasingAChild {
public:
    using ErasingAChild::ErasingAChild;
};

TEST_F(Erasing, LeavesTheOtherChildrenReadableAlsoAfterARestart)
{
    const auto goes = new_child("Robin");
    const auto stays = new_child("Kim");
    const auto reference = open_about({goes, stays});
    close(reference);
    ASSERT_TRUE(ask(goes));
    const auto id = agree(goes);
    ASSERT_TRUE(id);

    for (const auto start : {"warm", "cold"}) {
        SCOPED_TRACE(start);
        const auto left = view(reference);
        ASSERT_EQ(left.it->people.size(), 1U);
        EXPECT_EQ(left.it->people.front().child, stays);
        EXPECT_EQ(left.it->refs_used, 2);
        EXPECT_EQ(left.names.of(stays), "Kim");
        EXPECT_EQ(left.names.of(goes), "a child whose record was erased");
        ASSERT_EQ(left.erased.size(), 1U);
        EXPECT_EQ(left.erased.front().refs, std::vector{record::CaseRef{"A"}});
        EXPECT_TRUE(find_children(at.safelead(), at.actor(lead_email), "Robin")->empty());
        EXPECT_TRUE(found("Robin").empty());
        EXPECT_EQ(found("Kim"), std::vector{reference});
        EXPECT_EQ(wait_for(view_child(at.safelead(), at.actor(lead_email), goes))->standing.erased, *id);
        const auto given = certificate(at.safelead(), at.actor(lead_email), *id);
        ASSERT_TRUE(given);
        EXPECT_EQ(given->erased.cases.front().extent, record::ErasedExtent::childs_part);
        EXPECT_EQ(given->erased.kept_concerns.size(), 1U);
        at.restart();
    }
    change(reference, record::ReopenCase{PersonId{""}, "More came to light."});
    change(reference, record::AddPerson{PersonId{""}, std::nullopt, "an adult, not named"});
    EXPECT_EQ(view(reference).it->people.back().ref.text(), "C");
}

TEST_F(Erasing, TakesAsWhatTheChildIsRecordedByThePoliceAndLeavesItOfTheOther)
{
    const auto goes = new_child("Robin");
    const auto stays = new_child("Kim");
    const auto reference = open_about({goes, stays});
    const auto lead = at.actor(lead_email);
    const auto officer = at.actor("officer@police.example");
    const std::vector both{record::CaseRef{"A"}, record::CaseRef{"B"}};
    const auto referral = test::Referring{at, lead, reference}.refer({officer.organisation, both, {}});
    record::StepSaid said{};
    said.kind = record::StepKind::received;
    ASSERT_TRUE(wait_for(answer_referral(at.safelead(), officer, at.command(), referral, said)));
    said.kind = record::StepKind::police_recorded;
    said.police = record::PoliceRecorded{};
    said.police->crime_recorded = record::Answer::yes;
    said.police->recorded_as = {{both[0], record::RecordedAs::suspect},
                                {both[1], record::RecordedAs::witness}};
    ASSERT_TRUE(wait_for(answer_referral(at.safelead(), officer, at.command(), referral, said)));
    const auto recorded = [&] {
        const auto now = sent_referral(at.safelead(), lead, reference, referral).value();
        return *now.it->last(record::StepKind::police_recorded)->said.police->recorded_as;
    };
    EXPECT_EQ(recorded(), *said.police->recorded_as) << "on the sender's side, too";
    const auto recorded_of = [&] {
        std::vector<std::optional<record::CaseRef>> of;
        const auto now = view(reference);
        for (const auto& kept : record::kept_in<record::PoliceSaid>(*now.it)) of.push_back(kept.it->about);
        return of;
    };
    EXPECT_EQ(recorded_of(), (std::vector<std::optional<record::CaseRef>>{std::nullopt, both[0], both[1]}))
        << "in the case, too";

    said = {};
    said.kind = record::StepKind::decided;
    said.words = "It was said.";
    said.decided_as = record::DecidedAs::police_enquiry;
    ASSERT_TRUE(wait_for(answer_referral(at.safelead(), officer, at.command(), referral, said)));
    said.kind = record::StepKind::closed;
    ASSERT_TRUE(wait_for(follow_referral(at.safelead(), lead, at.command(), reference, referral, said)));
    close(reference);
    ASSERT_TRUE(ask(goes));
    ASSERT_TRUE(agree(goes));
    for (const auto start : {"warm", "cold"}) {
        SCOPED_TRACE(start);
        EXPECT_EQ(recorded(), (std::vector{record::ChildRecordedAs{both[1], record::RecordedAs::witness}}));
        EXPECT_EQ(recorded_of(), (std::vector<std::optional<record::CaseRef>>{std::nullopt, both[1]}));
        at.restart();
    }
}

/// What was sent to others outside before the child was erased.
class ErasingWhatWasSent : public Erasing {
protected:
    record::Reference sent(record::CaseRef ref, const OrganisationId& to,
                           std::optional<record::Agency> outside = {})
    {
        return test::Referring{at, lead, of}.refer({to, {std::move(ref)}, {}, std::move(outside)});
    }

    void follow(const record::Reference& referral, record::StepKind kind)
    {
        record::StepSaid said{};
        said.kind = kind;
        said.words = "It was said.";
        EXPECT_TRUE(wait_for(follow_referral(at.safelead(), lead, at.command(), of, referral, said)));
    }

    void answer(const record::Reference& referral, record::StepKind kind)
    {
        record::StepSaid said{};
        said.kind = kind;
        said.words = "It was said.";
        said.decided_as = record::DecidedAs::section_17;
        EXPECT_TRUE(wait_for(answer_referral(at.safelead(), worker, at.command(), referral, said)));
    }

    ErasureOutcome<Done> ask_with(std::vector<record::CopyHolder> ticked)
    {
        return wait_for(
            ask_erasure(at.safelead(), lead, at.command(), goes,
                        {record::ErasureReason::retention_ended, "The time has ended.", std::move(ticked)}));
    }

    ChildView shown() { return wait_for(view_child(at.safelead(), at.actor(head_email), goes)).value(); }

    std::vector<record::CopyHolder> named_after_agreeing()
    {
        return certificate(at.safelead(), at.actor(head_email), agree(goes).value())->erased.copies_with;
    }

    Actor lead = at.actor(lead_email);
    Actor worker = at.actor("socialworker@frontdoor.example");
    record::ChildId goes = new_child("Robin");
    record::ChildId stays = new_child("Kim");
    record::Reference of = open_about({goes, stays});
};

TEST_F(ErasingWhatWasSent, NamesWhomItWasSentToThoughNobodyTickedThem)
{
    using enum record::CopyHolder;
    const auto referral = sent(record::CaseRef{"A"}, worker.organisation);
    answer(referral, record::StepKind::received);
    answer(referral, record::StepKind::decided);
    follow(referral, record::StepKind::closed);
    close(of);
    EXPECT_EQ(shown().sent_to, std::vector{social_care});
    ASSERT_TRUE(ask_with({}));
    EXPECT_EQ(shown().would_go->copies_with, std::vector{social_care});
    EXPECT_EQ(named_after_agreeing(), std::vector{social_care});

    // The sender's copy has lost the child, and the receiver's has not.
    const auto here = sent_referral(at.safelead(), lead, of, referral).value();
    EXPECT_TRUE(here.it->children.empty());
    EXPECT_EQ(here.it->words.asked, "Please say whether you assess.");
    const auto there = wait_for(read_referral(at.safelead(), worker, referral)).value();
    ASSERT_EQ(there.it->children.size(), 1U);
    EXPECT_EQ(there.it->children.front().now, "In lessons");
}

TEST_F(ErasingWhatWasSent, NamesEachKindOnceAndNobodyWhoWasNeverSentIt)
{
    using enum record::CopyHolder;
    const auto officer = at.actor("officer@police.example");
    const auto drafted = test::Referring{at, lead, of}.begin(test::first_child_to(officer));
    ASSERT_TRUE(wait_for(
        discard_referral(at.safelead(), lead, at.command(), of, drafted, "Told by telephone instead.")));
    const record::Agency charity{OrganisationId{""}, "Moorside counselling", record::AgencyKind::other};
    follow(sent(record::CaseRef{"A"}, OrganisationId{""}, charity), record::StepKind::withdrawn);
    EXPECT_TRUE(shown().sent_to.empty());

    // It is in that organisation's record, though they withdrew it; and its words may tell of all in the
    // case.
    follow(sent(record::CaseRef{"B"}, worker.organisation), record::StepKind::withdrawn);
    close(of);
    EXPECT_EQ(shown().sent_to, std::vector{social_care});
    ASSERT_TRUE(ask_with({health, social_care}));
    EXPECT_EQ(named_after_agreeing(), (std::vector{health, social_care}));
}

TEST_F(Erasing, TakesTheWholeCaseWithTheLastOfItsChildren)
{
    const auto first = new_child("Robin");
    const auto last = new_child("Kim");
    const auto reference = open_about({first, last});
    close(reference);
    const auto concern = view(reference).concerns.front()->reported.reference;
    ASSERT_TRUE(ask(first));
    ASSERT_TRUE(agree(first));
    ASSERT_TRUE(ask(last));
    const auto id = agree(last);
    ASSERT_TRUE(id);
    const auto given = certificate(at.safelead(), at.actor(head_email), *id)->erased;
    EXPECT_EQ(given.cases.front().extent, record::ErasedExtent::whole);
    EXPECT_EQ(given.concerns.front().reference, concern);

    for (const auto start : {"warm", "cold"}) {
        SCOPED_TRACE(start);
        EXPECT_FALSE(wait_for(view_case(at.safelead(), at.actor(lead_email), reference)));
        EXPECT_FALSE(wait_for(read_concern(at.safelead(), at.actor(lead_email), concern)));
        const auto reports = my_reports(at.safelead(), at.actor("teacher@fennimore.example")).value();
        EXPECT_TRUE(std::ranges::none_of(reports, [&](const auto& one) { return one.reference == concern; }));
        EXPECT_TRUE(std::ranges::none_of(list_cases(at.safelead(), at.actor(lead_email), {})->cases,
                                         [&](const auto& one) { return one.it->reference == reference; }));
        EXPECT_EQ(inbox(at.safelead(), at.actor(lead_email))->stopped, 0U);
        at.restart();
    }
}

TEST_F(Erasing, TakesJoinedRecordsTogetherAndAHoldOnOneHoldsBoth)
{
    const auto one = new_child("Robin");
    const auto same = new_child("Robyn");
    const auto other = new_child("Kim");
    const auto reference = open_about({one, same, other});
    const auto second = open_about({same});
    close(reference);
    close(second);
    const auto keep = [&](record::ChildKeepable what) {
        return wait_for(
            keep_of_child(at.safelead(), at.actor(lead_email), at.command(), one, std::move(what)));
    };
    ASSERT_TRUE(keep(record::RecordsJoined{PersonId{""}, same, "The same date of birth"}));
    const auto seen = wait_for(view_child(at.safelead(), at.actor(lead_email), same));
    EXPECT_EQ(seen->records.size(), 2U);
    EXPECT_EQ(seen->cases.size(), 2U);

    ASSERT_TRUE(wait_for(hold_child(at.safelead(), at.actor(lead_email), at.command(), same, "An inquiry")));
    EXPECT_EQ(refusal(ask(one)), record::ErasureRefusal::held);
    ASSERT_TRUE(wait_for(lift_hold(at.safelead(), at.actor(lead_email), at.command(), one, "It is over")));

    ASSERT_TRUE(ask(one));
    EXPECT_TRUE(wait_for(view_child(at.safelead(), at.actor(head_email), same))->standing.asked);
    ASSERT_TRUE(agree(same));
    for (const auto start : {"warm", "cold"}) {
        SCOPED_TRACE(start);
        for (const auto& child : {one, same})
            EXPECT_TRUE(wait_for(view_child(at.safelead(), at.actor(lead_email), child))->standing.erased);
        EXPECT_EQ(certificates(at.safelead(), at.actor(head_email))->size(), 2U);
        EXPECT_EQ(view(reference).it->people.size(), 1U);
        EXPECT_FALSE(wait_for(view_case(at.safelead(), at.actor(lead_email), second)));
        at.restart();
    }
}

TEST_F(Erasing, TakesOneRecordAloneAfterTheyWereParted)
{
    const auto one = new_child("Robin");
    const auto another = new_child("Robyn");
    const auto keep = [&](record::ChildKeepable what) {
        return wait_for(
            keep_of_child(at.safelead(), at.actor(lead_email), at.command(), one, std::move(what)));
    };
    ASSERT_TRUE(keep(record::RecordsJoined{PersonId{""}, another, "The same name, nearly"}));
    ASSERT_TRUE(keep(record::RecordsParted{PersonId{""}, another, "Two pupils"}));
    ASSERT_TRUE(ask(one));
    ASSERT_TRUE(agree(one));
    EXPECT_FALSE(wait_for(view_child(at.safelead(), at.actor(lead_email), another))->standing.erased);
}

/// What the first stop writes a snapshot of, and the second, a few entries later, does not.
class ErasingAfterASnapshot : public Erasing {
public:
    ErasingAfterASnapshot()
        : Erasing{[] {
              auto options = test::PracticePartnership::cheap_options();
              options.snapshot_at_stop = 25;
              return options;
          }()}
    {
    }
};

TEST_F(ErasingAfterASnapshot, ForgetsWhatTheSnapshotHas)
{
    const auto [goes, stays, whole, shared] = two_closed_cases();
    const auto concern = view(whole).concerns.front()->reported.reference;
    at.restart();
    ASSERT_EQ(found("Robin").size(), 2U);
    const auto in_all = list_cases(at.safelead(), at.actor(lead_email), {})->in_all;
    ASSERT_TRUE(ask(goes));
    const auto id = agree(goes);
    ASSERT_TRUE(id);
    const auto parts =
        at.passing().list_of("snapshot", at.actor(lead_email).organisation.text(), at.clock().now());
    ASSERT_EQ(parts.size(), 1U);
    at.restart();
    // It is still the one from before.
    EXPECT_EQ(at.passing().list_of("snapshot", at.actor(lead_email).organisation.text(), at.clock().now()),
              parts);
    EXPECT_TRUE(found("Robin").empty());
    EXPECT_FALSE(wait_for(view_case(at.safelead(), at.actor(lead_email), whole)));
    EXPECT_FALSE(wait_for(read_concern(at.safelead(), at.actor(lead_email), concern)));
    const auto left = view(shared);
    ASSERT_EQ(left.it->people.size(), 1U);
    EXPECT_EQ(left.it->people.front().child, stays);
    EXPECT_EQ(left.erased.front().certificate, *id);
    EXPECT_EQ(list_cases(at.safelead(), at.actor(lead_email), {})->in_all, in_all - 1);
}

/// Young people who wrote to the school without an account, and what became of it.
class ErasingAConversation : public ErasingAfterASnapshot {
protected:
    struct Talked {
        std::string code;
        record::Reference conversation;
        record::Reference concern;
        record::ChildId about;  ///< Whom the concern is about: nobody on the list.
    };

    ErasingAConversation()
    {
        directory::TalkHours hours;
        hours.people = {lead().person};
        hours.week.at(0) = directory::Interval{std::chrono::hours{8}, std::chrono::hours{16}};
        hours.terms = {{*parse_date("2026-11-02"), *parse_date("2026-12-18")}};
        if (!wait_for(set_talk_hours(at.safelead(), lead(), at.command(), hours)))
            throw_bug("the school could not be switched on");
    }

    Actor lead() { return at.actor(lead_email); }

    /// Writes, leaves a name, and becomes a concern, which is kept or joined to a case.
    Talked talked(const std::string& words, const std::optional<record::Reference>& join = std::nullopt)
    {
        const auto started =
            wait_for(start_talk(at.safelead(), at.command(),
                                {lead().organisation, words, "Robin Vale", record::NameAgreement::ask_first,
                                 record::StaffInvolved::unknown, "192.0.2.1"}))
                .value();
        // The one that nobody has read yet.
        const auto list = conversations(at.safelead(), lead())->all;
        const auto of = std::ranges::find(list, true, &record::ConversationSummary::is_unread)->reference;
        (void)wait_for(read_conversation(at.safelead(), lead(), of)).value();
        const auto made = wait_for(
            make_concern(at.safelead(), lead(), at.command(), of, {"Robin", record::Answer::no, join}));
        const auto concern = made.value().reference;
        const auto about =
            wait_for(read_concern(at.safelead(), lead(), concern))->it->reported.children.at(0);
        if (!join) {
            EXPECT_TRUE(wait_for(keep_without_case(at.safelead(), lead(), at.command(), concern,
                                                   "Seen to by the year lead.")));
        }
        return {started.code, of, concern, about};
    }

    void end(const record::Reference& conversation)
    {
        ASSERT_TRUE(wait_for(change_conversation(at.safelead(), lead(), at.command(), conversation,
                                                 record::EndConversation{PersonId{""}, "Thank you."})));
    }

    TalkAnswer back(const std::string& code)
    {
        return wait_for(come_back(at.safelead(), {lead().organisation, code, "192.0.2.1"}));
    }

    std::vector<record::Reference> left()
    {
        std::vector<record::Reference> references;
        const auto list = conversations(at.safelead(), lead())->all;
        for (const auto& one : list) references.push_back(one.reference);
        return references;
    }
};

TEST_F(ErasingAConversation, TakesWhatTheChildWroteWithoutAnAccountAndTheNameTheyLeft)
{
    const auto goes = talked("Something was shared, said quillfeather.");
    const auto stays = talked("Something was shared, said brindlemere.");
    EXPECT_EQ(refusal(ask(goes.about)), record::ErasureRefusal::conversation_open);
    end(goes.conversation);
    const auto pass = back(goes.code)->pass;
    ASSERT_TRUE(
        save_draft(at.safelead(), at.actor(head_email),
                   {draft_of_conversation("answer", goes.conversation), {}, {{"answer", "Robin"}}, {}}));
    at.restart();  // With a snapshot of both, from which what was erased is forgotten again.
    ASSERT_EQ(left().size(), 2U);
    ASSERT_TRUE(ask(goes.about));
    const auto would = wait_for(view_child(at.safelead(), at.actor(head_email), goes.about))->would_go;
    const auto id = agree(goes.about);
    ASSERT_TRUE(would && id);
    const auto given = certificate(at.safelead(), at.actor(head_email), *id)->erased;
    EXPECT_EQ(would->conversations, given.conversations);
    ASSERT_EQ(given.conversations->size(), 1U);
    EXPECT_EQ(given.conversations->front().reference, goes.conversation);

    for (const auto start : {"warm", "cold"}) {
        SCOPED_TRACE(start);
        EXPECT_EQ(left(), std::vector{stays.conversation});
        EXPECT_FALSE(wait_for(read_conversation(at.safelead(), lead(), goes.conversation)));
        EXPECT_EQ(back(goes.code).error(), TalkRefusal::wrong);
        EXPECT_EQ(wait_for(look_again(at.safelead(), pass)).error(), TalkRefusal::over);
        EXPECT_EQ(back(stays.code)->it->messages.front().words, "Something was shared, said brindlemere.");
        EXPECT_EQ(inbox(at.safelead(), lead())->stopped, 0U);
        EXPECT_FALSE(
            draft(at.safelead(), at.actor(head_email), draft_of_conversation("answer", goes.conversation)));
        at.restart();
    }
    std::string readable;
    const auto school = lead().organisation;
    at.while_stopped([&](ledger::Ledger& ledger) {
        const auto page = ledger.organisation(school).read(ledger::LogPosition::start, 1000);
        for (const auto& entry : page.value().entries) readable += text_of(entry.plaintext);
    });
    EXPECT_EQ(readable.find("quillfeather"), std::string::npos);
    EXPECT_NE(readable.find("brindlemere"), std::string::npos);
    const auto name = readable.find("Robin Vale");
    EXPECT_NE(name, std::string::npos) << "the other young person's name is theirs";
    EXPECT_EQ(readable.find("Robin Vale", name + 1), std::string::npos);
}

TEST_F(ErasingAConversation, TakesOneThatSomebodySaysWasTheirsAndNoOtherOfTheirCases)
{
    const auto child = new_child("Sam");
    const auto reference = open_about({child});
    const auto theirs = talked("Something was shared.", reference);
    const auto another = talked("Something was said.", reference);
    end(theirs.conversation);
    close(reference);
    const auto offered = wait_for(view_child(at.safelead(), lead(), child))->conversations;
    EXPECT_EQ(offered.size(), 2U);
    ASSERT_TRUE(wait_for(ask_erasure(at.safelead(), lead(), at.command(), child,
                                     {record::ErasureReason::agreed_request,
                                      "They asked.",
                                      {},
                                      {theirs.conversation, record::Reference{"T-NONE"}}})));
    const auto id = agree(child);
    ASSERT_TRUE(id);
    const auto given = certificate(at.safelead(), at.actor(head_email), *id)->erased;
    ASSERT_EQ(given.conversations->size(), 1U);
    EXPECT_EQ(left(), std::vector{another.conversation});
    EXPECT_EQ(back(theirs.code).error(), TalkRefusal::wrong);
    EXPECT_TRUE(back(another.code));
    EXPECT_EQ(given.cases.front().extent, record::ErasedExtent::childs_part) << "others wrote, who are in it";
}

TEST_F(ErasingAConversation, LeavesWhatAHeldChildsConcernWasMadeOf)
{
    const auto child = new_child("Sam");
    const auto reference = open_about({child});
    const auto of_another = talked("Something was shared.", reference);
    end(of_another.conversation);
    close(reference);
    const auto hold = [&](const record::ChildId& held) {
        return wait_for(hold_child(at.safelead(), lead(), at.command(), held, "An inquiry")).has_value();
    };
    const auto lift = [&](const record::ChildId& held) {
        return wait_for(lift_hold(at.safelead(), lead(), at.command(), held, "It is over")).has_value();
    };
    const auto ask_for = [&](const std::vector<record::Reference>& conversations) {
        return wait_for(
            ask_erasure(at.safelead(), lead(), at.command(), child,
                        {record::ErasureReason::agreed_request, "They asked.", {}, conversations}));
    };
    ASSERT_TRUE(hold(of_another.about));
    EXPECT_EQ(refusal(ask_for({of_another.conversation})), record::ErasureRefusal::conversation_held);
    ASSERT_TRUE(lift(of_another.about));
    ASSERT_TRUE(ask_for({of_another.conversation}));
    ASSERT_TRUE(hold(of_another.about)) << "after it was asked for";
    EXPECT_EQ(refusal(agree(child)), record::ErasureRefusal::conversation_held);
    EXPECT_EQ(left(), std::vector{of_another.conversation});

    // The record that is held is one that somebody has joined to whom the concern is about.
    ASSERT_TRUE(lift(of_another.about));
    const auto same = new_child("Robin");
    ASSERT_TRUE(wait_for(keep_of_child(at.safelead(), lead(), at.command(), of_another.about,
                                       record::RecordsJoined{PersonId{""}, same, "The same child."})));
    ASSERT_TRUE(hold(same));
    EXPECT_EQ(refusal(agree(child)), record::ErasureRefusal::conversation_held);
    EXPECT_EQ(back(of_another.code)->it->messages.front().words, "Something was shared.");

    ASSERT_TRUE(wait_for(
        refuse_erasure(at.safelead(), at.actor(head_email), at.command(), child, "Another is held.")));
    ASSERT_TRUE(ask_for({}));
    ASSERT_TRUE(agree(child)) << "without that conversation";
    EXPECT_EQ(left(), std::vector{of_another.conversation});
}

TEST_F(ErasingAConversation, OffersNoneOfACaseThatWhoeverLooksMayNotRead)
{
    const auto child = new_child("Sam");
    const auto reference = open_about({child});
    (void)talked("Something was shared.", reference);
    const auto offered_to = [&](std::string_view who) {
        return wait_for(view_child(at.safelead(), at.actor(who), child))->conversations.size();
    };
    EXPECT_EQ(offered_to("deputy@fennimore.example"), 1U);
    change(reference, record::KeepRecord{record::CaseLocked{PersonId{""}, at.actor(head_email).person,
                                                            "Somebody on the staff is close."}});
    EXPECT_EQ(offered_to("deputy@fennimore.example"), 0U);
    EXPECT_EQ(offered_to(lead_email), 1U);
}

TEST_F(Erasing, TakesTheWordsOfWhatWentOutOfTheSearch)
{
    const auto child = new_child("Robin");
    const auto reported = at.report([&](Report& report) {
        report.children = {child};
        report.not_on_list.clear();
        report.words = "Somebody said quillfeather.";
    });
    (void)wait_for(read_concern(at.safelead(), at.actor(lead_email), reported.reference));
    const auto opened =
        wait_for(open_case(at.safelead(), at.actor(lead_email), at.command(), {reported.reference}));
    change(opened->reference, record::AddPerson{PersonId{""}, child, ""});
    close(opened->reference);
    ASSERT_EQ(found("quillfeather"), std::vector{opened->reference});
    ASSERT_TRUE(ask(child));
    ASSERT_TRUE(agree(child));
    EXPECT_TRUE(found("quillfeather").empty());
}

TEST_F(Erasing, SaysBeforehandWhatWouldGo)
{
    const auto child = new_child("Robin");
    const auto reference = open_about({child, new_child("Kim")});
    close(reference);
    EXPECT_FALSE(wait_for(view_child(at.safelead(), at.actor(head_email), child))->would_go);
    ASSERT_TRUE(ask(child));
    const auto would = wait_for(view_child(at.safelead(), at.actor(head_email), child))->would_go;
    const auto id = agree(child);
    ASSERT_TRUE(would && id);
    const auto went = certificate(at.safelead(), at.actor(head_email), *id)->erased;
    EXPECT_EQ(would->cases, went.cases);
    EXPECT_EQ(would->concerns, went.concerns);
    EXPECT_EQ(would->kept_concerns, went.kept_concerns);
    EXPECT_EQ(went.copies_with, std::vector{record::CopyHolder::social_care});
}

TEST_F(Erasing, LeavesNothingOfTheChildThatCouldBeGivenAway)
{
    const auto child = new_child("Robin");
    ASSERT_TRUE(ask(child));
    ASSERT_TRUE(agree(child));
    const auto organisation = at.actor(lead_email).organisation;
    const auto entries = at.entries().read(organisation, ledger::LogPosition::start, 10'000);
    const auto theirs =
        std::ranges::find_if(entries, [&](const auto& entry) { return entry.stream == stream_of(child); });
    ASSERT_NE(theirs, entries.end());
    const auto given = wait_for(
        disclose_entry(at.safelead(), organisation, ledger::number(theirs->log_position), "For the court."));
    EXPECT_EQ(given.error(), NotDisclosed{EntryErased{}});
}

TEST_F(Erasing, LeavesARecordThatVerifiesAndKeysThatAreGone)
{
    const auto child = new_child("Robin");
    close(open_about({child}));
    ASSERT_TRUE(ask(child));
    ASSERT_TRUE(agree(child));
    const auto organisation = at.actor(lead_email).organisation;
    const auto rows = at.entries().stream_keys(organisation);
    const auto destroyed = std::ranges::count_if(rows, ledger::is_destroyed);
    EXPECT_EQ(destroyed, 5);  // Their own, what was said of erasing, their part, the case, its concern.
    EXPECT_EQ(at.entries().organisation_keys(organisation).front().epoch, ledger::KeyEpoch{2});
    at.while_stopped([&](ledger::Ledger& ledger) {
        const auto page = ledger.organisation(organisation).read(ledger::LogPosition::start, 1000);
        ASSERT_TRUE(page);
        EXPECT_GT(std::ranges::count(page->entries, ledger::Readable::erased, &ledger::OpenedEntry::readable),
                  10);
    });
}

TEST_F(Erasing, NeedsASecondPersonWhoTypesTheirPassword)
{
    const auto child = new_child("Robin");
    close(open_about({child}));
    EXPECT_EQ(refusal(agree(child)), record::ErasureRefusal::not_asked);
    ASSERT_TRUE(ask(child));
    EXPECT_EQ(refusal(agree(child, lead_email)), record::ErasureRefusal::own_request);
    const auto wrong = agree(child, head_email, "not their password");
    ASSERT_FALSE(wrong);
    EXPECT_TRUE(std::holds_alternative<WrongPassword>(wrong.error()));
    const auto teacher = agree(child, "teacher@fennimore.example");
    ASSERT_FALSE(teacher);
    EXPECT_TRUE(std::holds_alternative<NotDone>(teacher.error()));
    EXPECT_TRUE(wait_for(view_child(at.safelead(), at.actor(lead_email), child))->it != nullptr);
    EXPECT_TRUE(agree(child));
}

TEST_F(Erasing, LooksAtNoMorePasswordsAfterTooManyWrongOnes)
{
    const auto child = new_child("Robin");
    close(open_about({child}));
    ASSERT_TRUE(ask(child));
    for (unsigned i = 0; i < test::PracticePartnership::cheap_options().device_tries; ++i)
        ASSERT_FALSE(agree(child, head_email, "not their password"));
    const auto right = agree(child);
    ASSERT_FALSE(right);
    EXPECT_TRUE(std::holds_alternative<TooManyPasswords>(right.error()));
    at.clock().pass(test::PracticePartnership::cheap_options().tries_window);
    EXPECT_TRUE(agree(child));
}

TEST_F(Erasing, IsRefusedWhileARecordIsHeld)
{
    const auto child = new_child("Robin");
    close(open_about({child}));
    ASSERT_TRUE(ask(child));
    ASSERT_TRUE(wait_for(
        hold_child(at.safelead(), at.actor(lead_email), at.command(), child, "An inquiry asks for it.")));
    EXPECT_EQ(refusal(agree(child)), record::ErasureRefusal::held);
    EXPECT_EQ(refusal(ask(child)), record::ErasureRefusal::held);
    at.restart();
    EXPECT_EQ(refusal(ask(child)), record::ErasureRefusal::held);
    ASSERT_TRUE(wait_for(
        lift_hold(at.safelead(), at.actor(lead_email), at.command(), child, "The inquiry has ended.")));
    ASSERT_TRUE(ask(child));  // What was asked before the hold does not count any more.
    EXPECT_TRUE(agree(child));
}

TEST_F(Erasing, IsRefusedWhileACaseOrAConcernIsOpen)
{
    const auto child = new_child("Robin");
    (void)report_about({child});
    EXPECT_EQ(refusal(ask(child)), record::ErasureRefusal::concern_open);
    const auto other = new_child("Kim");
    (void)open_about({other});
    EXPECT_EQ(refusal(ask(other)), record::ErasureRefusal::case_open);
}

TEST_F(Erasing, RemovesWhatWasBeingTypedInTheCase)
{
    const auto goes = new_child("Robin");
    const auto reference = open_about({goes, new_child("Kim")});
    close(reference);
    ASSERT_TRUE(
        save_draft(at.safelead(), at.actor(head_email), {"note", reference, {{"note", "Robin said"}}, {}}));
    ASSERT_TRUE(ask(goes));
    ASSERT_TRUE(agree(goes));
    EXPECT_FALSE(draft(at.safelead(), at.actor(head_email), "note", reference));
}

/// While it is broken, nothing that was typed can be removed.
class KeptTyping final : public test::PassingInFront {
public:
    using PassingInFront::PassingInFront;

    void remove(std::string_view kind, std::string_view id) override
    {
        if (is_broken && kind == draft_kind) throw Unavailable{"The database is out of reach."};
        PassingInFront::remove(kind, id);
    }

    bool is_broken = true;
};

/// What is left to do after an erasure did not come to its end.
class ErasingHalfDone : public Erasing {
protected:
    void SetUp() override
    {
        close(of);
        ASSERT_TRUE(save("note", of));
        ASSERT_TRUE(save(draft_of_child(goes) + "-record"));
        ASSERT_TRUE(ask(goes));
        at.safelead().parts().passing.emplace(typing, crypto::SecretKey::random());
        EXPECT_THROW((void)agree(goes), Unavailable);
        EXPECT_EQ(drafts(), 2U);
        EXPECT_EQ(epoch(), ledger::KeyEpoch{1});
    }

    bool save(const std::string& form, const std::optional<record::Reference>& in = std::nullopt)
    {
        return save_draft(at.safelead(), at.actor(head_email), {form, in, {{"note", "Robin said"}}, {}})
            .has_value();
    }
    std::size_t drafts() { return at.passing().list(draft_kind, at.clock().now()).size(); }
    ledger::KeyEpoch epoch()
    {
        return at.entries().organisation_keys(at.actor(lead_email).organisation).front().epoch;
    }

    KeptTyping typing{at.passing()};
    record::ChildId goes = new_child("Robin");
    record::Reference of = open_about({goes, new_child("Kim")});
};

TEST_F(ErasingHalfDone, IsFinishedByWhoeverAgreesAgain)
{
    typing.is_broken = false;
    EXPECT_TRUE(agree(goes));
    EXPECT_EQ(drafts(), 0U);
    EXPECT_EQ(epoch(), ledger::KeyEpoch{2});
    at.clock().pass(std::chrono::minutes{5});
    ASSERT_TRUE(save("note", of));
    EXPECT_TRUE(agree(goes));
    EXPECT_EQ(drafts(), 1U) << "what was typed since is about the child who is left";
    EXPECT_EQ(epoch(), ledger::KeyEpoch{2}) << "rotated once";
}

TEST_F(ErasingHalfDone, IsFinishedByTheNextServer)
{
    at.restart();
    finish_erasures(at.safelead());
    EXPECT_EQ(drafts(), 0U);
    EXPECT_EQ(epoch(), ledger::KeyEpoch{2});
    finish_erasures(at.safelead());
    EXPECT_EQ(epoch(), ledger::KeyEpoch{2}) << "once";
}

/// The first time, what was removed stays in the store's files: it says so, or their disk fails.
class StayingTyping final : public test::PassingInFront {
public:
    using PassingInFront::PassingInFront;

    bool forget_removed() override
    {
        if (++times_asked > 1) return PassingInFront::forget_removed();
        if (disk_fails) throw Unavailable{"The disk is full."};
        return false;
    }

    bool disk_fails = false;
    int times_asked = 0;
};

TEST_F(Erasing, IsNotFinishedBeforeWhatWasTypedIsGoneFromTheFiles)
{
    const auto goes = new_child("Robin");
    close(open_about({goes}));
    ASSERT_TRUE(save_draft(at.safelead(), at.actor(head_email),
                           {draft_of_child(goes), {}, {{"why", "Robin said"}}, {}}));
    ASSERT_TRUE(ask(goes));
    StayingTyping typing{at.passing()};
    at.safelead().parts().passing.emplace(typing, crypto::SecretKey::random());
    ASSERT_TRUE(agree(goes));
    EXPECT_EQ(typing.times_asked, 1);
    EXPECT_EQ(at.passing().list(erasing_kind, at.clock().now()).size(), 1U);
    finish_erasures(at.safelead());
    EXPECT_EQ(typing.times_asked, 2) << "nothing was left to remove, and the files still had it";
    EXPECT_TRUE(at.passing().list(erasing_kind, at.clock().now()).empty());
    finish_erasures(at.safelead());
    EXPECT_EQ(typing.times_asked, 2);
    at.restart();
}

TEST_F(Erasing, IsFinishedLaterWhereTheDiskFailedWhileWhatWasTypedWasLeavingTheFiles)
{
    const auto goes = new_child("Robin");
    close(open_about({goes}));
    ASSERT_TRUE(ask(goes));
    StayingTyping typing{at.passing()};
    typing.disk_fails = true;
    at.safelead().parts().passing.emplace(typing, crypto::SecretKey::random());
    EXPECT_THROW((void)agree(goes), Unavailable);
    EXPECT_EQ(at.passing().list(erasing_kind, at.clock().now()).size(), 1U);
    finish_erasures(at.safelead());
    EXPECT_EQ(typing.times_asked, 2);
    EXPECT_TRUE(at.passing().list(erasing_kind, at.clock().now()).empty());
    at.restart();
}

TEST_F(Erasing, LeavesNothingToFinishWhereItWasRefused)
{
    const auto child = new_child("Robin");
    close(open_about({child}));
    EXPECT_EQ(refusal(agree(child)), record::ErasureRefusal::not_asked);
    EXPECT_TRUE(at.passing().list(erasing_kind, at.clock().now()).empty());
    ASSERT_TRUE(ask(child));
    ASSERT_TRUE(agree(child));
    EXPECT_TRUE(at.passing().list(erasing_kind, at.clock().now()).empty()) << "nor where all was done";
}

TEST_F(Erasing, RemovesWhatWasTypedBySomebodyWhoHasLeft)
{
    const auto goes = new_child("Robin");
    const auto reference = open_about({goes, new_child("Kim")});
    close(reference);
    const auto deputy = at.actor("deputy@fennimore.example");
    ASSERT_TRUE(save_draft(at.safelead(), deputy, {"note", reference, {{"note", "Robin said"}}, {}}));
    ASSERT_TRUE(save_draft(at.safelead(), deputy, {draft_of_child(goes), {}, {{"why", "Robin said"}}, {}}));
    ASSERT_TRUE(wait_for(record_left(at.safelead(), at.command(), deputy.person)));
    ASSERT_TRUE(ask(goes));
    ASSERT_TRUE(agree(goes));
    EXPECT_TRUE(at.passing().list(draft_kind, at.clock().now()).empty());
}

TEST_F(Erasing, KeepsNothingMoreThatIsTypedAboutWhatWent)
{
    const auto [goes, stays, whole, shared] = two_closed_cases();
    const auto concern_of = [&](const record::Reference& of) {
        return std::string{view(of).concerns.front()->reported.reference.text()};
    };
    const auto gone = concern_of(whole);
    const auto left = concern_of(shared);
    ASSERT_TRUE(ask(goes));
    ASSERT_TRUE(agree(goes));
    const auto save = [&](const std::string& form) {
        return save_draft(at.safelead(), at.actor(lead_email), {form, {}, {{"words", "Robin said"}}, {}});
    };
    for (const auto& form :
         {draft_of_child(goes), draft_of_child(goes) + "-belonging", "keep-" + gone, "worried-" + gone}) {
        const auto kept = save(form);
        ASSERT_FALSE(kept) << form;
        EXPECT_EQ(kept.error(), NotDone{NotThere{}}) << form;
    }
    for (const auto& form : {draft_of_child(stays), "keep-" + left, std::string{"concern"}})
        EXPECT_TRUE(save(form)) << form;
}

/// Keeps every worker busy and their queue full as long as it lives.
class BusyWorkers {
public:
    BusyWorkers(Workers& workers, unsigned threads)
    {
        const auto wait = [end = ended_.get_future().share()] {
            end.wait();
            return Done{};
        };
        // A worker that took something out of the full queue later would leave room in it, and whatever is
        // put there waits behind all of these.
        for (unsigned worker = 0; worker < threads; ++worker) {
            const auto begun = std::make_shared<std::promise<void>>();
            const auto has_begun = begun->get_future();
            const auto begin_and_wait = [begun, wait] {
                begun->set_value();
                return wait();
            };
            busy_.push_back(workers.run(begin_and_wait).value());
            has_begun.wait();
        }
        while (auto busy = workers.run(wait)) busy_.push_back(*std::move(busy));
    }
    ~BusyWorkers() { ended_.set_value(); }
    BusyWorkers(const BusyWorkers&) = delete;
    BusyWorkers& operator=(const BusyWorkers&) = delete;

private:
    std::promise<void> ended_;
    std::vector<Later<Done>> busy_;
};

TEST_F(Erasing, RemovesWhatWasBeingTypedAlsoWhileNoWorkerIsFree)
{
    const auto goes = new_child("Robin");
    const auto reference = open_about({goes, new_child("Kim")});
    close(reference);
    ASSERT_TRUE(
        save_draft(at.safelead(), at.actor(head_email), {"note", reference, {{"note", "Robin said"}}, {}}));
    ASSERT_TRUE(ask(goes));

    auto agreed =
        agree_erasure(at.safelead(), at.actor(head_email), at.command(), goes, password_of(head_email));
    agreed.gate()->wait();  // A worker checks the password.
    agreed = std::move(agreed).resume();
    const BusyWorkers busy{at.safelead().parts().workers, at.safelead().options().workers};
    ASSERT_TRUE(wait_for(std::move(agreed)));
    EXPECT_FALSE(draft(at.safelead(), at.actor(head_email), "note", reference));
}

}  // namespace
}  // namespace safelead::app
