#pragma once

// A list of staff from a school's own system, laid beside the directory: what it would change. The same list
// a second time changes nothing. Roles are given, never taken, and nobody leaves because a file leaves them
// out: that is a person's to record.

#include "base/row_fault.h"
#include "directory/partnership.h"

#include <vector>

namespace safelead::directory {

inline constexpr std::size_t most_imported_staff = 2'000;

struct ImportedPerson {
    std::size_t row = 0;
    std::string name;
    std::string email;
    std::string sign_in_key;  ///< Empty where the e-mail can't be one.
    Roles roles;
    PersonId new_id{""};  ///< Who they become if they are not there.
};

struct StaffImport {
    std::vector<Event> events;
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t not_in_file = 0;
    std::vector<std::string> notes;  ///< For a person to look at.
};

/// What `rows` would change in `organisation`, or every row that has to be put right first. People are known
/// again by the e-mail they sign in with; whoever may be one of them under a new address is a fault. On the
/// operator's word roles that take two people are given only while the organisation is being set up; on the
/// word of somebody there they are asked for, and wait for a second person.
[[nodiscard]] Result<StaffImport, std::vector<RowFault>> plan_import(const Partnership& state,
                                                                     const OrganisationId& organisation,
                                                                     const std::vector<ImportedPerson>& rows,
                                                                     const Authority& word);

}  // namespace safelead::directory
