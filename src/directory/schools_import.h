#pragma once

// The schools of an authority as the Department for Education's register (GIAS) has them, laid beside the
// directory: what they would change. The same register a second time changes nothing. A school whose URN
// changed (an academy conversion) stays the same organisation, with its record.

#include "base/row_fault.h"
#include "directory/partnership.h"

#include <functional>
#include <optional>
#include <vector>

namespace safelead::directory {

struct RegisteredSchool {
    std::size_t row = 0;
    std::string urn;
    std::string name;
    OrganisationKind kind = OrganisationKind::school;
    Phase phase = Phase::not_a_school;  ///< Where the register does not say.
    std::string telephone;
    bool is_open = true;
    bool is_university = false;  ///< Which the register has among its establishments, and which is no school.
};

/// From an establishment to the one that followed it.
struct UrnSuccessor {
    std::string urn;
    std::string successor;
    std::size_t row = 0;  ///< Of the links file.
};

struct SchoolsImport {
    std::vector<Event> events;
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::vector<std::string> notes;  ///< What a person has to look at: one sentence each.
};

/// Makes the id of the school with a URN: the same for the same command.
using NewOrganisationId = std::function<OrganisationId(std::string_view urn)>;

/// The file that says who followed whom; nothing if it was not given.
using Links = std::optional<std::vector<UrnSuccessor>>;

/// What `schools` would change, or every row that has to be put right first. Those that are not open are not
/// added, nor are universities, which are noted; one in the directory that has closed follows its only
/// successor, else it is left and noted. Without links one that has closed is a fault: the school that
/// followed it would be added beside it, and the two could never be joined.
[[nodiscard]] Result<SchoolsImport, std::vector<RowFault>> plan_import(
    const Partnership& state, const std::vector<RegisteredSchool>& schools, const Links& links,
    std::string_view area, const NewOrganisationId& new_id);

/// Six digits.
[[nodiscard]] bool is_urn(std::string_view urn);

}  // namespace safelead::directory
