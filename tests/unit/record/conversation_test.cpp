#include "record/conversation.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using namespace std::chrono_literals;

const PersonId lead{"lead"};
const PersonId head{"head"};
const Instant began = *parse_instant("2026-11-23T10:00:00.000Z");

/// A conversation that goes on by commands, a minute apart.
class Going {
public:
    Result<Done, ConversationRefusal> on(const ConversationCommand& command)
    {
        for (auto& event : SL_TRY(decide(it, command)))
            it = evolve(std::move(it), {++position_, at, std::make_shared<const ConversationEvent>(event)});
        at += 1min;
        return Done{};
    }

    Conversation it;
    Instant at = began;

private:
    std::uint64_t position_ = 0;
};

StartConversation start()
{
    return {ConversationId{"c-1"}, Reference{"T-7K3M-9QXD"}, "Something was shared.", StaffInvolved::unknown,
            std::nullopt};
}

Going begun(std::optional<NameAgreement> name = std::nullopt)
{
    Going going;
    auto asked = start();
    asked.name = name;
    EXPECT_TRUE(going.on(asked));
    return going;
}

ConversationRefusal refusal(Going& going, const ConversationCommand& command)
{
    const auto done = going.on(command);
    EXPECT_FALSE(done.has_value());
    return done ? ConversationRefusal::already_started : done.error();
}

TEST(Conversation, WaitsFromTheFirstWordsWithoutAnAnswer)
{
    auto going = begun();
    EXPECT_EQ(going.it.waits_since, began);
    EXPECT_TRUE(going.it.is_unread);
    ASSERT_TRUE(going.on(ReadConversation{lead}));
    EXPECT_FALSE(going.it.is_unread);
    ASSERT_TRUE(going.on(WriteMore{"It is still there.", {}}));
    EXPECT_EQ(going.it.waits_since, began) << "reading is no answer";
    EXPECT_TRUE(going.it.is_unread);
    ASSERT_TRUE(going.on(AnswerYoungPerson{lead, "Thank you."}));
    EXPECT_FALSE(going.it.waits_since);
    EXPECT_EQ(going.it.messages.size(), 3U);
    EXPECT_EQ(going.it.messages.back().by, lead);
}

TEST(Conversation, IsRoutedPastWhoeverItIsAbout)
{
    for (const auto& [about, to] : {std::pair{StaffInvolved::unknown, RoutedTo::lead},
                                    {StaffInvolved::someone, RoutedTo::lead},
                                    {StaffInvolved::lead, RoutedTo::head},
                                    {StaffInvolved::head, RoutedTo::chair},
                                    {StaffInvolved::lead_and_head, RoutedTo::chair}}) {
        Going going;
        auto asked = start();
        asked.staff_involved = about;
        ASSERT_TRUE(going.on(asked));
        EXPECT_EQ(going.it.started.routed_to, to);
    }
}

TEST(Conversation, AboutALeadWhoIsTheHeadTooIsRoutedPastThem)
{
    Going going;
    auto asked = start();
    asked.staff_involved = StaffInvolved::lead;
    asked.lead_and_head = LeadAndHead::in_one;
    ASSERT_TRUE(going.on(asked));
    EXPECT_EQ(going.it.started.routed_to, RoutedTo::chair);
}

TEST(Conversation, RefusesWhatSaysNothing)
{
    Going going;
    auto asked = start();
    asked.words = "  \n";
    EXPECT_EQ(refusal(going, asked), ConversationRefusal::no_words);
    EXPECT_EQ(refusal(going, AnswerYoungPerson{lead, "Hello"}), ConversationRefusal::not_started);
    ASSERT_TRUE(going.on(start()));
    EXPECT_EQ(refusal(going, start()), ConversationRefusal::already_started);
    EXPECT_EQ(refusal(going, WriteMore{"", {}}), ConversationRefusal::no_words);
    EXPECT_TRUE(going.on(WriteMore{"", NameAgreement::ask_first})) << "a name alone is something";
}

TEST(Conversation, HoldsNoMoreThanFiveHundredMessagesOfOnePerson)
{
    auto going = begun();
    for (int i = 0; i < 499; ++i) ASSERT_TRUE(going.on(WriteMore{"more", {}}));
    EXPECT_EQ(refusal(going, WriteMore{"more", {}}), ConversationRefusal::too_much);
    EXPECT_TRUE(going.on(AnswerYoungPerson{lead, "We can still answer."}));
}

TEST(Name, IsOpenedOnlyAsAgreedOrForDanger)
{
    auto without = begun();
    EXPECT_EQ(refusal(without, OpenName{lead, NameBasis::danger, "why"}), ConversationRefusal::no_name);
    auto going = begun(NameAgreement::ask_first);
    EXPECT_EQ(refusal(going, OpenName{lead, NameBasis::agreed, ""}), ConversationRefusal::name_not_agreed);
    EXPECT_EQ(refusal(going, OpenName{lead, NameBasis::danger, " "}), ConversationRefusal::no_reason);
    EXPECT_EQ(refusal(going, AnswerAboutName{Answer::yes}), ConversationRefusal::not_asked);
    ASSERT_TRUE(going.on(AskForName{lead, "So that we can find you."}));
    EXPECT_EQ(refusal(going, AnswerAboutName{Answer::unknown}), ConversationRefusal::not_asked);
    ASSERT_TRUE(going.on(AnswerAboutName{Answer::no}));
    EXPECT_EQ(refusal(going, OpenName{lead, NameBasis::agreed, ""}), ConversationRefusal::name_not_agreed);
    ASSERT_TRUE(going.on(AskForName{lead, "Again."}));
    ASSERT_TRUE(going.on(AnswerAboutName{Answer::yes}));
    ASSERT_TRUE(going.on(OpenName{lead, NameBasis::agreed, ""}));
    EXPECT_TRUE(going.it.shows_name_to(lead));
    EXPECT_FALSE(going.it.shows_name_to(head)) << "one named person opened it";
    EXPECT_FALSE(going.it.openings.front().awaits_review());
}

TEST(Name, OpenedForDangerIsReviewedBySomebodyElse)
{
    auto going = begun(NameAgreement::ask_first);
    ASSERT_TRUE(going.on(OpenName{lead, NameBasis::danger, "They wrote that they are not safe."}));
    EXPECT_EQ(summary_of(going.it).review_since, going.at - 1min);
    EXPECT_EQ(refusal(going, ReviewNameOpening{1, lead, OpeningFound::right, "Yes."}),
              ConversationRefusal::own_opening);
    EXPECT_EQ(refusal(going, ReviewNameOpening{2, head, OpeningFound::right, "Yes."}),
              ConversationRefusal::no_such_opening);
    EXPECT_EQ(refusal(going, ReviewNameOpening{1, head, OpeningFound::right, ""}),
              ConversationRefusal::no_reason);
    ASSERT_TRUE(going.on(ReviewNameOpening{1, head, OpeningFound::right, "There was danger."}));
    EXPECT_FALSE(summary_of(going.it).review_since);
    EXPECT_EQ(refusal(going, ReviewNameOpening{1, head, OpeningFound::right, "Again."}),
              ConversationRefusal::already_reviewed);
}

TEST(Conversation, IsOpenAgainWhenTheYoungPersonWrites)
{
    auto going = begun();
    ASSERT_TRUE(going.on(EndConversation{lead, "We are here if you need us."}));
    EXPECT_EQ(going.it.state, ConversationState::ended);
    EXPECT_FALSE(going.it.waits_since);
    ASSERT_TRUE(going.on(WriteMore{"It came back.", {}}));
    EXPECT_EQ(going.it.state, ConversationState::open);
    EXPECT_TRUE(going.it.waits_since);
}

TEST(Conversation, BecomesOneConcernAndNoMore)
{
    auto going = begun();
    ASSERT_TRUE(going.on(MakeConcern{lead, ConcernId{"concern-1"}}));
    EXPECT_EQ(refusal(going, MakeConcern{lead, ConcernId{"concern-2"}}),
              ConversationRefusal::concern_already);
}

TEST(Account, IsTheYoungPersonsWordsAndNobodyElses)
{
    auto going = begun();
    ASSERT_TRUE(going.on(AnswerYoungPerson{lead, "Who is it about?"}));
    ASSERT_TRUE(going.on(WriteMore{"A friend.", {}}));
    EXPECT_EQ(account_of(going.it).words, "Something was shared.\n\nA friend.");
    EXPECT_TRUE(account_of(going.it).is_all);
    ASSERT_TRUE(going.on(WriteMore{std::string(19'990, 'x'), {}}));
    EXPECT_EQ(account_of(going.it).words, "Something was shared.\n\nA friend.");
    EXPECT_FALSE(account_of(going.it).is_all);
}

TEST(Code, EndsNinetyDaysAfterEitherLastWrote)
{
    auto going = begun();
    EXPECT_EQ(code_ends(going.it), began + std::chrono::days{90});
    ASSERT_TRUE(going.on(AnswerYoungPerson{lead, "Hello."}));
    EXPECT_EQ(code_ends(going.it), began + 1min + std::chrono::days{90});
}

}  // namespace
}  // namespace safelead::record
