#pragma once

#include "record/kept_fields.h"

#include <optional>
#include <string>

namespace safelead::record {

/// What was said, in the words that were used, apart from what whoever writes it thinks of it.
struct ConversationHeld {
    PersonId by;
    std::optional<CaseRef> about;
    std::string with;
    EventTime when;
    std::string where;
    std::string present;
    std::string their_words;
    std::string writers_view;
    std::string agreed;
    bool operator==(const ConversationHeld&) const = default;
};

template <>
struct FieldsOf<ConversationHeld> {
    using E = ConversationHeld;
    static constexpr auto list = fields(
        Field{"by", &E::by}, Field{"about", &E::about}, Field{"with", &E::with}, Field{"when", &E::when},
        Field{"where", &E::where}, Field{"present", &E::present}, Field{"their_words", &E::their_words},
        Field{"writers_view", &E::writers_view}, Field{"agreed", &E::agreed});
    static constexpr std::string_view type = "conversation-held";
    static constexpr int version = 1;
};

}  // namespace safelead::record
