#pragma once

// What a school's own system may do with a token. One table, default no, as for people (access/permit.h).
//
// 1. A system has no role. It never reads a concern's words, a case, a conversation or a child: there is no
//    line for that, whatever its token says.
// 2. Nothing outside its organisation exists for it.
// 3. Of reports it learns what a reporter would of their own, and only of those that it sent itself.

#include "base/ids.h"
#include "base/result.h"
#include "directory/api_token.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace safelead::access {

/// Whatever asks, for the one organisation whose token it shows.
struct System {
    OrganisationId organisation;
    std::string name;
    directory::Scopes scopes;
};

enum class SystemAction : std::uint8_t {
    send_report,      ///< Report a concern on the word of somebody who may report.
    see_sent_report,  ///< That it was received, read, and whether it is being acted on.
    list_people,      ///< Who works there: names and roles.
};

/// What it is done to.
struct SystemSubject {
    OrganisationId organisation;
    std::string sent_by = {};  ///< Of a report: the system that sent it; empty: none did.
};

enum class WhyNotSystem : std::uint8_t { other_organisation, not_its_scope, not_the_sender };

/// One line of the table.
struct SystemLine {
    SystemAction action;
    directory::Scope scope;
    bool of_own_report;
    std::string_view words;
};

/// The whole table, in the order of SystemAction.
[[nodiscard]] std::span<const SystemLine> system_table();

/// Whether `system` may do `action` to `subject`, or why not. Only a missing scope is ever told of: the rest
/// is answered as what is not there.
[[nodiscard]] Result<Done, WhyNotSystem> permit(const System& system, SystemAction action,
                                                const SystemSubject& subject);

/// Its part of docs/access-table.md.
[[nodiscard]] std::string system_table_as_markdown();

}  // namespace safelead::access
