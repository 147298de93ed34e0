#pragma once

#include "app/parts.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

/// Removes what anybody was typing in a case: a draft may say what was just erased. Where the whole case
/// went, its drafts went with the key.
void remove_drafts_of(Parts& parts, const Workspace& workspace, const record::CaseId& of);

/// Under what names typing about a concern is kept: what the lead writes who keeps it, and what its reporter
/// adds.
[[nodiscard]] std::vector<std::string> drafts_of_concern(const record::Reference& concern);

/// Likewise about a young person's conversation: what a lead was writing to them or about them.
[[nodiscard]] std::vector<std::string> drafts_of_conversation(const record::Reference& conversation);

/// Removes what anybody of the organisation was typing under that name, in no case.
void remove_drafts_named(Parts& parts, const OrganisationId& organisation, std::string_view form);

}  // namespace safelead::app
