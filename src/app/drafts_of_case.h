#pragma once

#include "app/parts.h"

#include <string>
#include <vector>

namespace safelead::app {

/// Under what names typing about something is kept, and in which cases.
struct TypedAbout {
    std::vector<record::CaseId> cases;
    std::vector<std::string> forms;  ///< In no case.
    Instant until;                   ///< Saved until then. What is typed later is about what is left.
};

/// Removes what anybody of the organisation was typing, also who has left since: a draft may say what was
/// just erased. Where a whole case went, its drafts went with the key.
void remove_drafts(Parts& parts, const Workspace& workspace, const std::vector<TypedAbout>& all);

/// Under what names typing about a concern is kept: what the lead writes who keeps it, and what its reporter
/// adds.
[[nodiscard]] std::vector<std::string> drafts_of_concern(const record::Reference& concern);

/// Likewise about a young person's conversation: what a lead was writing to them or about them.
[[nodiscard]] std::vector<std::string> drafts_of_conversation(const record::Reference& conversation);

}  // namespace safelead::app
