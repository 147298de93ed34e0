// What holds of a young person's conversation whatever is asked of it, and in whatever order.

#include "exchange/conversation_events.h"
#include "record/conversation.h"
#include "record/talk_code.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <array>

namespace safelead {
namespace {

using namespace record;

int up_to(int most)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, most + 1));
}

PersonId somebody()
{
    return PersonId{*rc::gen::element<std::string>("lead", "head", "deputy")};
}

std::string some_text()
{
    return *rc::gen::element<std::string>("", " ", "words", "words", "ź\"\\\n");
}

std::optional<NameAgreement> maybe_name()
{
    if (up_to(2) == 0) return std::nullopt;
    return up_to(1) == 0 ? NameAgreement::ask_first : NameAgreement::may_open;
}

ConversationCommand any_command()
{
    switch (up_to(9)) {
        case 0:
            return StartConversation{ConversationId{"c"}, Reference{"T"}, some_text(),
                                     static_cast<StaffInvolved>(up_to(5)), maybe_name()};
        case 1:
            return WriteMore{some_text(), maybe_name()};
        case 2:
            return ReadConversation{somebody()};
        case 3:
            return AnswerYoungPerson{somebody(), some_text()};
        case 4:
            return AskForName{somebody(), some_text()};
        case 5:
            return AnswerAboutName{static_cast<Answer>(up_to(2))};
        case 6:
            return OpenName{somebody(), static_cast<NameBasis>(up_to(1)), some_text()};
        case 7:
            return ReviewNameOpening{up_to(4), somebody(), static_cast<OpeningFound>(up_to(1)), some_text()};
        case 8:
            return MakeConcern{somebody(), ConcernId{"concern"}};
        default:
            return EndConversation{somebody(), some_text()};
    }
}

template <class Check>
void go_anywhere(const Check& check)
{
    Conversation conversation;
    std::uint64_t position = 0;
    for (int steps = up_to(40); steps > 0; --steps) {
        const auto command = any_command();
        const auto events = decide(conversation, command);
        if (!events) continue;
        const auto before = conversation;
        for (const auto& event : *events) {
            ++position;
            conversation =
                evolve(std::move(conversation), {position, Instant{std::chrono::seconds{position}},
                                                 std::make_shared<const ConversationEvent>(event)});
        }
        check(before, *events, conversation);
    }
}

RC_GTEST_PROP(ConversationLaws, NobodySeesANameThatWasNotLeftAndOpenedByThem, ())
{
    go_anywhere([](const Conversation& before, const auto& events, const Conversation& after) {
        for (const auto& event : events) {
            const auto* opened = std::get_if<NameOpened>(&event);
            if (opened == nullptr) continue;
            RC_ASSERT(before.name != NameStanding::none);
            if (opened->basis == NameBasis::agreed) RC_ASSERT(before.name == NameStanding::may_be_opened);
            if (opened->basis == NameBasis::danger)
                RC_ASSERT(!opened->reason.empty() && opened->reason != " ");
            RC_ASSERT(after.shows_name_to(opened->by));
        }
        for (const auto* name : {"lead", "head", "deputy"}) {
            const PersonId person{name};
            const bool opened = std::ranges::any_of(after.history, [&person](const auto& happened) {
                const auto* one = std::get_if<NameOpened>(happened.event.get());
                return one != nullptr && one->by == person;
            });
            RC_ASSERT(after.shows_name_to(person) == opened);
        }
    });
}

RC_GTEST_PROP(ConversationLaws, NoOpeningIsReviewedByWhoeverMadeItOrTwice, ())
{
    go_anywhere([](const Conversation& before, const auto& events, const Conversation& after) {
        for (const auto& event : events) {
            const auto* reviewed = std::get_if<NameOpeningReviewed>(&event);
            if (reviewed == nullptr) continue;
            const auto at = static_cast<std::size_t>(reviewed->number - 1);
            RC_ASSERT(before.openings.at(at).awaits_review());
            RC_ASSERT(before.openings.at(at).opened.by != reviewed->by);
            RC_ASSERT(!after.openings.at(at).awaits_review());
        }
    });
}

RC_GTEST_PROP(ConversationLaws, WhatWaitsIsSaidUntilItIsAnswered, ())
{
    go_anywhere([](const Conversation&, const auto& events, const Conversation& after) {
        if (std::holds_alternative<YoungPersonWrote>(events.empty() ? ConversationEvent{NameGiven{}}
                                                                    : events.front()))
            RC_ASSERT(after.waits_since.has_value() && after.is_unread);
        RC_ASSERT(!after.is_unread || after.waits_since.has_value());
    });
}

RC_GTEST_PROP(ConversationLaws, EveryEventIsReadBackAsItWasWritten, ())
{
    go_anywhere([](const Conversation&, const auto& events, const Conversation&) {
        for (const auto& event : events)
            RC_ASSERT(*exchange::conversation_event(exchange::to_event_bytes(event)) == event);
    });
}

RC_GTEST_PROP(TalkCodeLaws, EveryCodeIsReadBackWhateverStandsBetweenItsWords, ())
{
    const auto random = *rc::gen::container<std::array<std::byte, bytes_for_code>>(
        rc::gen::map(rc::gen::arbitrary<unsigned char>(), [](unsigned char c) { return std::byte{c}; }));
    const auto code = talk_code(random);
    const auto between = *rc::gen::element<std::string>(" ", ", ", "\r\n", " - ", ". 7 ");
    std::string typed;
    for (const char c : code) {
        if (c == ' ')
            typed += between;
        else
            typed += static_cast<char>(up_to(1) == 0 ? c : c - 'a' + 'A');
    }
    RC_ASSERT(parse_talk_code(typed) == code);
}

}  // namespace
}  // namespace safelead
