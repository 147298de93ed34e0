#pragma once

// A young person's conversation with their school. They come back with a code; nobody knows who they are
// unless they say so.

#include "base/result.h"
#include "record/conversation_events.h"
#include "record/happened.h"
#include "record/routing.h"

#include <chrono>
#include <optional>
#include <variant>
#include <vector>

namespace safelead::record {

enum class ConversationState { open, ended };

/// What was written by one of the two.
struct Message {
    Instant at;
    std::optional<PersonId> by;  ///< Nobody: the young person.
    std::string words;
    bool operator==(const Message&) const = default;
};

enum class NameStanding { none, sealed, asked_for, may_be_opened, refused };

struct NameOpening {
    NameOpened opened;
    Instant at;
    std::optional<NameOpeningReviewed> review;
    bool operator==(const NameOpening&) const = default;

    /// For danger, and nobody else has looked at it yet.
    [[nodiscard]] bool awaits_review() const;
};

/// A conversation, as its events have made it.
struct Conversation {
    ConversationStarted started{
        ConversationId{""}, Reference{""}, {}, StaffInvolved::unknown, RoutedTo::lead};
    Instant started_at{};
    Instant newest_at{};  ///< When either last wrote.
    ConversationState state = ConversationState::open;
    std::vector<Message> messages;       ///< The oldest first.
    std::optional<Instant> waits_since;  ///< Since when the young person's words have no answer.
    bool is_unread = false;              ///< Nobody has read the newest of them.
    std::optional<Instant> read_at;      ///< When somebody last read what was new.
    NameStanding name = NameStanding::none;
    std::optional<NameAskedFor> asked;  ///< While it is asked for.
    std::vector<NameOpening> openings;
    std::optional<ConcernId> concern;
    std::vector<Happened<ConversationEvent>> history;

    /// Whether this person has opened the name, and so sees it.
    [[nodiscard]] bool shows_name_to(const PersonId& person) const;

    /// How many messages the young person wrote.
    [[nodiscard]] std::size_t written_by_young_person() const;

    /// Whether a name was ever left in it.
    [[nodiscard]] bool has_name() const { return name != NameStanding::none; }
};

/// How long after either last wrote the code still opens it. Project rule (docs/adr/0121).
inline constexpr auto code_lasts = std::chrono::days{90};
[[nodiscard]] Instant code_ends(const Conversation& conversation);

struct StartConversation {
    ConversationId conversation;
    Reference reference;
    std::string words;
    StaffInvolved staff_involved;
    std::optional<NameAgreement> name;  ///< If they left one.
    LeadAndHead lead_and_head = LeadAndHead::apart;
};
struct WriteMore {
    std::string words;  ///< May be empty where a name is left.
    std::optional<NameAgreement> name;
};
struct ReadConversation {
    PersonId by;
};
struct AnswerYoungPerson {
    PersonId by;
    std::string words;
};
struct AskForName {
    PersonId by;
    std::string why;
};
struct AnswerAboutName {
    Answer agreed;
};
struct OpenName {
    PersonId by;
    NameBasis basis;
    std::string reason;  ///< Needed for danger.
};
struct ReviewNameOpening {
    int number;
    PersonId by;
    OpeningFound found;
    std::string words;
};
struct MakeConcern {
    PersonId by;
    ConcernId concern;
};
struct EndConversation {
    PersonId by;
    std::string words;
};
using ConversationCommand =
    std::variant<StartConversation, WriteMore, ReadConversation, AnswerYoungPerson, AskForName,
                 AnswerAboutName, OpenName, ReviewNameOpening, MakeConcern, EndConversation>;

enum class ConversationRefusal {
    already_started,
    not_started,
    no_words,
    text_too_long,
    too_much,  ///< More messages than one conversation holds.
    no_name,   ///< They have left none.
    not_asked,
    name_not_agreed,
    no_reason,
    own_opening,  ///< Somebody else must look at it.
    no_such_opening,
    already_reviewed,
    concern_already,
};

/// What happens if `command` is carried out, or why it cannot be. It is routed as a concern is: past whoever
/// it is said to be about.
[[nodiscard]] Result<std::vector<ConversationEvent>, ConversationRefusal> decide(
    const Conversation& conversation, const ConversationCommand& command);

[[nodiscard]] Conversation evolve(Conversation conversation, const Happened<ConversationEvent>& happened);

/// What the young person wrote, word for word, oldest first, as a concern keeps it: as many messages as fit,
/// and whether that is all of them.
struct Account {
    std::string words;
    bool is_all = true;
};
[[nodiscard]] Account account_of(const Conversation& conversation);

/// What lists are sorted by and access is asked with.
struct ConversationSummary {
    ConversationId id{""};
    Reference reference{""};
    Instant started_at{};
    Instant newest_at{};
    ConversationState state = ConversationState::open;
    RoutedTo routed_to = RoutedTo::lead;
    std::optional<Instant> waits_since;
    bool is_unread = false;
    std::optional<Instant> review_since;  ///< When the oldest opening that awaits a review was.
    std::vector<PersonId> opened_by;      ///< Those whose openings await one.
    std::optional<ConcernId> concern;     ///< What became of it.
    bool operator==(const ConversationSummary&) const = default;
};
[[nodiscard]] ConversationSummary summary_of(const Conversation& conversation);

}  // namespace safelead::record
