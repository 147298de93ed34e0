#pragma once

// Young people's conversations, as those whose work they are see them.

#include "app/actor.h"
#include "app/names.h"
#include "app/not_done.h"
#include "app/report_concern.h"
#include "app/safelead.h"
#include "base/later.h"

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace safelead::app {

/// Those that they may read, whoever has waited longest first.
struct Conversations {
    std::vector<record::ConversationSummary> all;
    std::vector<record::Reference> to_review;  ///< Somebody else opened a name there for danger.
};
[[nodiscard]] Outcome<Conversations> conversations(Safelead& safelead, const Actor& actor);

struct ConversationView {
    std::shared_ptr<const record::Conversation> it;
    Names names;
    bool may_answer = false;
    bool may_see_reads = false;
    std::optional<std::string> name;           ///< Only for somebody who has opened it.
    std::vector<int> to_review;                ///< Openings that they may look at as the second person.
    std::optional<record::Reference> concern;  ///< What became of it.
    std::vector<std::shared_ptr<const record::Case>>
        open_cases;  ///< It may be joined to; the newest hundred.
    Instant code_ends{};
};

/// Opens a conversation to read it. That they did is kept before it is shown, as a view, and for the young
/// person as having been read.
[[nodiscard]] Later<Outcome<ConversationView>> read_conversation(Safelead& safelead, const Actor& actor,
                                                                 const record::Reference& reference);

/// The forms on its page; what is typed in each is kept under a name of its own.
inline constexpr std::array<std::string_view, 6> conversation_forms{"answer", "ask-for-name", "open-name",
                                                                    "review", "concern",      "end"};
[[nodiscard]] std::string draft_of_conversation(std::string_view form, const record::Reference& conversation);

/// What staff do in a conversation. Who does it (`by`) is the actor, whatever the command says.
using ConversationChange = std::variant<record::AnswerYoungPerson, record::AskForName, record::OpenName,
                                        record::ReviewNameOpening, record::EndConversation>;

struct ConversationChanged {
    std::size_t taken_out = 0;
};
[[nodiscard]] Later<Outcome<ConversationChanged>> change_conversation(Safelead& safelead, const Actor& actor,
                                                                      const CommandId& command,
                                                                      const record::Reference& reference,
                                                                      ConversationChange change);

/// A concern made of what the young person wrote, word for word; their conversation says so in the same
/// append. Where a case is chosen, it is joined to that one next.
struct ConcernOfConversation {
    std::string who;  ///< Empty: not known.
    record::Answer danger_now = record::Answer::unknown;
    std::optional<record::Reference> join;
};
[[nodiscard]] Later<Outcome<Reported>> make_concern(Safelead& safelead, const Actor& actor,
                                                    const CommandId& command,
                                                    const record::Reference& reference,
                                                    ConcernOfConversation asked);

}  // namespace safelead::app
