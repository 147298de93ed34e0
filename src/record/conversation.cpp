#include "record/conversation.h"

#include "base/overloaded.h"
#include "record/text_limits.h"

#include <algorithm>

namespace safelead::record {

namespace {

void write(Conversation& conversation, std::optional<PersonId> by, const std::string& words, Instant at)
{
    conversation.messages.push_back({at, std::move(by), words});
    conversation.newest_at = at;
}

void hear(Conversation& conversation, const std::string& words, Instant at)
{
    write(conversation, std::nullopt, words, at);
    conversation.state = ConversationState::open;
    conversation.is_unread = true;
    if (!conversation.waits_since) conversation.waits_since = at;
}

// Whoever answers has read it, whether or not the page that shows it said so first.
void mark_read(Conversation& conversation, Instant at)
{
    conversation.is_unread = false;
    conversation.read_at = at;
}

void apply(Conversation& conversation, const ConversationStarted& started, Instant at)
{
    conversation.started = started;
    conversation.started_at = at;
    hear(conversation, started.words, at);
}

void apply(Conversation& conversation, const YoungPersonWrote& wrote, Instant at)
{
    hear(conversation, wrote.words, at);
}

void apply(Conversation& conversation, const ConversationRead&, Instant at)
{
    mark_read(conversation, at);
}

void apply(Conversation& conversation, const ConversationAnswered& answered, Instant at)
{
    mark_read(conversation, at);
    write(conversation, answered.by, answered.words, at);
    conversation.waits_since.reset();
}

void apply(Conversation& conversation, const NameGiven& given, Instant)
{
    conversation.asked.reset();
    conversation.name =
        given.agreement == NameAgreement::may_open ? NameStanding::may_be_opened : NameStanding::sealed;
}

void apply(Conversation& conversation, const NameAskedFor& asked, Instant at)
{
    conversation.asked = asked;
    conversation.newest_at = at;
    conversation.name = NameStanding::asked_for;
}

void apply(Conversation& conversation, const NameAnswered& answered, Instant at)
{
    conversation.asked.reset();
    conversation.name = answered.agreed == Answer::yes ? NameStanding::may_be_opened : NameStanding::refused;
    conversation.is_unread = true;
    if (!conversation.waits_since) conversation.waits_since = at;
}

void apply(Conversation& conversation, const NameOpened& opened, Instant at)
{
    conversation.openings.push_back({opened, at, std::nullopt});
}

void apply(Conversation& conversation, const NameOpeningReviewed& reviewed, Instant)
{
    const auto index = static_cast<std::size_t>(reviewed.number - 1);
    if (index < conversation.openings.size()) conversation.openings[index].review = reviewed;
}

void apply(Conversation& conversation, const ConversationBecameConcern& became, Instant)
{
    conversation.concern = became.concern;
}

void apply(Conversation& conversation, const ConversationEnded& ended, Instant at)
{
    mark_read(conversation, at);
    if (!ended.words.empty()) write(conversation, ended.by, ended.words, at);
    conversation.waits_since.reset();
    conversation.state = ConversationState::ended;
}

}  // namespace

bool NameOpening::awaits_review() const
{
    return opened.basis == NameBasis::danger && !review;
}

bool Conversation::shows_name_to(const PersonId& person) const
{
    return std::ranges::any_of(openings,
                               [&](const NameOpening& opening) { return opening.opened.by == person; });
}

std::size_t Conversation::written_by_young_person() const
{
    return static_cast<std::size_t>(
        std::ranges::count_if(messages, [](const Message& message) { return !message.by; }));
}

Instant code_ends(const Conversation& conversation)
{
    return conversation.newest_at + code_lasts;
}

Conversation evolve(Conversation conversation, const Happened<ConversationEvent>& happened)
{
    std::visit([&](const auto& event) { apply(conversation, event, happened.at); }, *happened.event);
    conversation.history.push_back(happened);
    return conversation;
}

Account account_of(const Conversation& conversation)
{
    Account account;
    for (const auto& message : conversation.messages) {
        if (message.by) continue;
        auto longer = account.words;
        if (!longer.empty()) longer += "\n\n";
        longer += message.words;
        if (!fits_account(longer)) {
            account.is_all = false;
            break;
        }
        account.words = std::move(longer);
    }
    return account;
}

ConversationSummary summary_of(const Conversation& conversation)
{
    ConversationSummary summary{conversation.started.conversation,
                                conversation.started.reference,
                                conversation.started_at,
                                conversation.newest_at,
                                conversation.state,
                                conversation.started.routed_to,
                                conversation.waits_since,
                                conversation.is_unread,
                                std::nullopt,
                                {},
                                conversation.concern};
    for (const auto& opening : conversation.openings) {
        if (!opening.awaits_review()) continue;
        if (!summary.review_since) summary.review_since = opening.at;
        summary.opened_by.push_back(opening.opened.by);
    }
    return summary;
}

}  // namespace safelead::record
