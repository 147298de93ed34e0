#pragma once

#include "access/permit.h"

#include <span>
#include <string>

namespace safelead::access {

/// What an action is about, and so which rules besides the roles apply.
enum class About : std::uint8_t {
    organisation,  ///< Nothing about any concern.
    own_report,    ///< Only whoever reported it.
    matter,        ///< A concern, a case or a child in one: the involved are kept out, the routing applies.
    decision,      ///< A matter, and not whoever made the decision.
    supervision,   ///< A note of a supervision: those who were there too, whatever their roles.
};

/// One line of the table: who may, as the matter was routed.
struct Line {
    Action action;
    About about;
    directory::Roles usually;
    directory::Roles past_lead;  ///< When the lead is involved.
    directory::Roles past_head;  ///< When the head is.
    std::string_view words;
    directory::Roles to_lado = {};  ///< Of a referral: when it is about somebody who works with children.
};

/// The whole table, one line for each action, in the order of Action.
[[nodiscard]] std::span<const Line> table();

/// The table as a page of Markdown: docs/access-table.md is exactly this, and a test says so.
[[nodiscard]] std::string table_as_markdown();

}  // namespace safelead::access
