#include "record/conversation.h"
#include "record/routing.h"
#include "record/text_limits.h"

namespace safelead::record {

namespace {

using Decided = Result<std::vector<ConversationEvent>, ConversationRefusal>;
using Events = std::vector<ConversationEvent>;

/// What one young person may write, so that nobody fills a school's record through one code. Project rule.
constexpr std::size_t most_messages = 500;

Result<Done, ConversationRefusal> is_there(const Conversation& conversation)
{
    if (conversation.history.empty()) return fail(ConversationRefusal::not_started);
    return Done{};
}

Result<Done, ConversationRefusal> are_words(const std::string& words)
{
    if (is_blank(words)) return fail(ConversationRefusal::no_words);
    if (!fits_account(words)) return fail(ConversationRefusal::text_too_long);
    return Done{};
}

Decided decided(const Conversation& conversation, const StartConversation& start)
{
    if (!conversation.history.empty()) return fail(ConversationRefusal::already_started);
    SL_TRY(are_words(start.words));
    Events events{ConversationStarted{start.conversation, start.reference, start.words, start.staff_involved,
                                      route_past(start.staff_involved, start.lead_and_head)}};
    if (start.name) events.emplace_back(NameGiven{*start.name});
    return events;
}

Decided decided(const Conversation& conversation, const WriteMore& more)
{
    SL_TRY(is_there(conversation));
    Events events;
    if (!is_blank(more.words) || !more.name) {
        SL_TRY(are_words(more.words));
        if (conversation.written_by_young_person() >= most_messages)
            return fail(ConversationRefusal::too_much);
        events.emplace_back(YoungPersonWrote{more.words});
    }
    if (more.name) events.emplace_back(NameGiven{*more.name});
    return events;
}

Decided decided(const Conversation& conversation, const ReadConversation& read)
{
    SL_TRY(is_there(conversation));
    if (!conversation.is_unread) return Events{};
    return Events{ConversationRead{read.by}};
}

Decided decided(const Conversation& conversation, const AnswerYoungPerson& answer)
{
    SL_TRY(is_there(conversation));
    SL_TRY(are_words(answer.words));
    return Events{ConversationAnswered{answer.by, answer.words}};
}

Decided decided(const Conversation& conversation, const AskForName& ask)
{
    SL_TRY(is_there(conversation));
    if (conversation.name == NameStanding::none) return fail(ConversationRefusal::no_name);
    if (is_blank(ask.why)) return fail(ConversationRefusal::no_reason);
    if (!fits_account(ask.why)) return fail(ConversationRefusal::text_too_long);
    return Events{NameAskedFor{ask.by, ask.why}};
}

Decided decided(const Conversation& conversation, const AnswerAboutName& answer)
{
    SL_TRY(is_there(conversation));
    if (conversation.name != NameStanding::asked_for || answer.agreed == Answer::unknown)
        return fail(ConversationRefusal::not_asked);
    return Events{NameAnswered{answer.agreed}};
}

// Once somebody has opened it they see it: opening again would only blur when and why.
Decided decided(const Conversation& conversation, const OpenName& open)
{
    SL_TRY(is_there(conversation));
    if (conversation.name == NameStanding::none) return fail(ConversationRefusal::no_name);
    if (conversation.shows_name_to(open.by)) return Events{};
    if (open.basis == NameBasis::agreed) {
        if (conversation.name != NameStanding::may_be_opened)
            return fail(ConversationRefusal::name_not_agreed);
    } else if (is_blank(open.reason)) {
        return fail(ConversationRefusal::no_reason);
    }
    if (!fits_account(open.reason)) return fail(ConversationRefusal::text_too_long);
    return Events{NameOpened{open.by, open.basis, open.reason}};
}

Decided decided(const Conversation& conversation, const ReviewNameOpening& review)
{
    SL_TRY(is_there(conversation));
    if (review.number < 1 || static_cast<std::size_t>(review.number) > conversation.openings.size())
        return fail(ConversationRefusal::no_such_opening);
    const auto& opening = conversation.openings[static_cast<std::size_t>(review.number - 1)];
    if (opening.opened.basis != NameBasis::danger) return fail(ConversationRefusal::no_such_opening);
    if (opening.review) return fail(ConversationRefusal::already_reviewed);
    if (opening.opened.by == review.by) return fail(ConversationRefusal::own_opening);
    if (is_blank(review.words)) return fail(ConversationRefusal::no_reason);
    if (!fits_account(review.words)) return fail(ConversationRefusal::text_too_long);
    return Events{NameOpeningReviewed{review.number, review.by, review.found, review.words}};
}

Decided decided(const Conversation& conversation, const MakeConcern& make)
{
    SL_TRY(is_there(conversation));
    if (conversation.concern) return fail(ConversationRefusal::concern_already);
    return Events{ConversationBecameConcern{make.by, make.concern}};
}

Decided decided(const Conversation& conversation, const EndConversation& end)
{
    SL_TRY(is_there(conversation));
    SL_TRY(are_words(end.words));
    return Events{ConversationEnded{end.by, end.words}};
}

}  // namespace

Result<std::vector<ConversationEvent>, ConversationRefusal> decide(const Conversation& conversation,
                                                                   const ConversationCommand& command)
{
    return std::visit([&](const auto& asked) { return decided(conversation, asked); }, command);
}

}  // namespace safelead::record
