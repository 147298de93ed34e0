// What is written of a child after the case began with them: corrections, after they were taken out of it,
// and by another organisation after they were erased. None of it outlives them.

#include "app/parts.h"
#include "app/referrals.h"
#include "base/bytes.h"
#include "record/kept_in.h"
#include "support/erasing_a_child.h"
#include "support/referring.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {
namespace {

/// In everything that is written of the child who goes, and in nothing else.
constexpr std::string_view marker = "Zinnia";

std::string marked(std::string_view words)
{
    return std::string{words} + " " + std::string{marker};
}

class ErasedForGood : public ErasingAChild {
protected:
    static record::EventTime today() { return {"today", {}, {}}; }

    void keep(record::Keepable record) { change(of, record::KeepRecord{std::move(record)}); }

    template <class Event>
    int entry_of()
    {
        const auto opened = view(of);
        return static_cast<int>(record::kept_in<Event>(*opened.it).back().position);
    }

    void correct(int entry)
    {
        keep(record::EntryCorrected{PersonId{""}, entry, marked("Said"), marked("Meant"), marked("Asked")});
    }

    void answer(const Actor& who, const record::Reference& referral, record::StepKind kind)
    {
        record::StepSaid said{};
        said.kind = kind;
        said.words = "It was said.";
        said.decided_as = record::DecidedAs::police_enquiry;
        if (kind == record::StepKind::police_recorded) {
            said.police = record::PoliceRecorded{};
            said.police->crime_recorded = record::Answer::yes;
            said.police->recorded_as = {{a, record::RecordedAs::witness, marked("Told")},
                                        {b, record::RecordedAs::witness, "Told the other"}};
        }
        ASSERT_TRUE(wait_for(answer_referral(at.safelead(), who, at.command(), referral, said)));
    }

    void follow(const record::Reference& referral, record::StepKind kind)
    {
        record::StepSaid said{};
        said.kind = kind;
        said.words = "It was said.";
        ASSERT_TRUE(wait_for(follow_referral(at.safelead(), lead, at.command(), of, referral, said)));
    }

    /// Entries of the school's whole log that open and have the words in them.
    std::size_t entries_saying(std::string_view words)
    {
        const auto& log = at.safelead().parts().find_workspace(lead.organisation)->log();
        std::size_t found = 0;
        for (auto after = ledger::LogPosition::start;;) {
            const auto page = log.read(after, 1000).value();
            for (const auto& entry : page.entries)
                if (text_of(entry.plaintext).find(words) != std::string_view::npos) ++found;
            if (page.reached == after) return found;
            after = page.reached;
        }
    }

    void erase()
    {
        close(of);
        ASSERT_TRUE(ask(goes));
        ASSERT_TRUE(agree(goes));
    }

    void nothing_is_left()
    {
        for (const auto start : {"warm", "cold"}) {
            SCOPED_TRACE(start);
            EXPECT_EQ(entries_saying(marker), 0U);
            EXPECT_TRUE(found(std::string{marker}).empty());
            at.restart();
        }
    }

    const record::CaseRef a{"A"};
    const record::CaseRef b{"B"};
    Actor lead = at.actor(lead_email);
    Actor officer = at.actor("officer@police.example");
    Actor worker = at.actor("socialworker@frontdoor.example");
    record::ChildId goes = new_child("Robin");
    record::ChildId stays = new_child("Kim");
    record::Reference of = open_about({goes, stays});
    test::Referring referring{at, lead, of};
};

TEST_F(ErasedForGood, IsACorrectionOfWhatWasAboutTheChildAlone)
{
    keep(record::ConversationHeld{PersonId{""}, a, "The child", today(), "", "", marked("I said"), "", ""});
    correct(entry_of<record::ConversationHeld>());
    correct(entry_of<record::EntryCorrected>());
    keep(record::ConversationHeld{PersonId{""}, b, "The other", today(), "", "", "I stay", "", ""});
    keep(record::EntryCorrected{PersonId{""}, entry_of<record::ConversationHeld>(), "I stay", "I do stay",
                                "Asked again"});
    EXPECT_EQ(entries_saying(marker), 3U);
    erase();
    EXPECT_EQ(entries_saying("I do stay"), 1U);
    nothing_is_left();
}

TEST_F(ErasedForGood, IsWhatWasWrittenOfTheChildAfterTheyWereTakenOut)
{
    keep(record::SupportPlanMade{0, PersonId{""}, a, "Safe", "", "", "Support", "", "", ""});
    change(of, record::TakePersonOut{PersonId{""}, a, marked("Not involved")});
    keep(record::SupportPlanReviewed{1, PersonId{""}, a, record::ReviewWeek::first, today(), marked("Well"),
                                     "Nothing"});
    correct(entry_of<record::SupportPlanReviewed>());
    EXPECT_EQ(entries_saying(marker), 3U);
    erase();
    nothing_is_left();
}

TEST_F(ErasedForGood, IsWhatAReferralSaysOfAChildWhoWasTakenOut)
{
    const auto referral = referring.draft({worker.organisation, {a, b}, {}});
    change(of, record::TakePersonOut{PersonId{""}, a, "Not involved"});
    referring.fill(referral, [](ReferralText& text) { text.children.front().home = marked("The lane"); });
    EXPECT_EQ(entries_saying(marker), 1U);

    const auto refused = referring.send(referral, record::Answer::yes);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error(), NotDone{(record::ReferralRefusal{record::ReferralRefused::not_in_case, "A"})});
    EXPECT_TRUE(view(of).it->referrals.empty()) << "nothing says that it was sent";

    referring.fill(referral, [](ReferralText& text) { text.children.erase(text.children.begin()); });
    ASSERT_TRUE(referring.send(referral, record::Answer::yes));
    EXPECT_EQ(wait_for(read_referral(at.safelead(), worker, referral)).value().it->children.size(), 1U);
    follow(referral, record::StepKind::withdrawn);
    erase();
    nothing_is_left();
}

TEST_F(ErasedForGood, IsWhatTheOtherSideSaysOfTheChildBeforeAndAfterwards)
{
    const auto referral = referring.refer({officer.organisation, {a, b}, {}});
    answer(officer, referral, record::StepKind::received);
    change(of, record::TakePersonOut{PersonId{""}, a, "Not involved"});
    answer(officer, referral, record::StepKind::police_recorded);
    EXPECT_EQ(entries_saying(marker), 1U) << "in the referral; in the case, of whoever is in it";
    answer(officer, referral, record::StepKind::decided);
    follow(referral, record::StepKind::closed);
    erase();
    EXPECT_EQ(entries_saying(marker), 0U);

    answer(officer, referral, record::StepKind::police_recorded);
    const auto here = sent_referral(at.safelead(), lead, of, referral).value();
    const auto* last = here.it->last(record::StepKind::police_recorded);
    ASSERT_TRUE(last != nullptr && last->said.police && last->said.police->recorded_as);
    EXPECT_EQ(*last->said.police->recorded_as,
              (std::vector{record::ChildRecordedAs{b, record::RecordedAs::witness, "Told the other"}}));
    const auto there = wait_for(read_referral(at.safelead(), officer, referral)).value();
    EXPECT_EQ(there.it->last(record::StepKind::police_recorded)->said.police->recorded_as->size(), 2U)
        << "theirs is theirs";
    nothing_is_left();
}

}  // namespace
}  // namespace safelead::app
