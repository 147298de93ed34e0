#pragma once

// Young people's conversations, as staff see them.

#include "record/conversation.h"
#include "web/forms/form_writer.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::web {

struct ConversationLine {
    std::string reference;
    std::string started;  ///< When, in words.
    std::string waits;    ///< Since when it waits for an answer; empty if it does not.
    bool is_unread = false;
    bool is_ended = false;
    bool to_review = false;
    std::string review_by;  ///< The day by which a second person looks at it.
    bool review_overdue = false;
};
[[nodiscard]] Html conversation_lines(const Speaker& say, const std::vector<ConversationLine>& lines);
[[nodiscard]] Html conversations_page(const Speaker& say, const std::vector<ConversationLine>& lines,
                                      bool may_set_hours);

/// Somebody who has waited longer than the school said.
struct LateTalkLine {
    std::string reference;
    std::string since;
    std::string due;  ///< Empty if nobody is set to answer.
    std::string who;  ///< Who should have answered, by name; empty if nobody.
    bool is_passed_up = false;
};
/// Nothing where nobody waits too long.
[[nodiscard]] Html late_talk_lines(const Speaker& say, const std::vector<LateTalkLine>& lines);

struct ConversationMessage {
    std::string who;  ///< Empty: the young person.
    std::string when;
    std::string words;
};

struct NameOpeningShown {
    int number;
    std::string who;
    std::string when;
    record::NameOpening opening;
    std::string reviewer;
};

struct ConversationPage {
    std::string reference;
    std::vector<ConversationMessage> messages;
    record::NameStanding name_standing;
    std::optional<std::string> name;  ///< If they have opened it.
    std::vector<NameOpeningShown> openings;
    std::vector<int> to_review;
    std::string concern;  ///< Its reference, if it became one that they may know of.
    bool is_concern = false;
    bool is_ended = false;
    bool may_answer = false;
    record::StaffInvolved staff_involved;
    std::string code_ends;
    std::vector<Choice> cases;
    std::string csrf_token;
    std::string command;
};
[[nodiscard]] Html conversation_page(const FormWriter& form, const ConversationPage& page);

}  // namespace safelead::web
