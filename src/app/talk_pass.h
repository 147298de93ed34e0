#pragma once

#include "app/parts.h"
#include "record/words.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::app {

/// Which conversation a page of it may go on with.
struct TalkPass {
    OrganisationId school;
    record::ConversationId conversation;
};

/// A new pass, for half an hour.
[[nodiscard]] std::string give_pass(Parts& parts, const TalkPass& pass);

/// What it opens, for half an hour from now; nothing if it is over.
[[nodiscard]] std::optional<TalkPass> use_pass(Parts& parts, std::string_view token);

void end_pass(Parts& parts, std::string_view token);

}  // namespace safelead::app
