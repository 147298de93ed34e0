#pragma once

// A list of children from a school's own system, laid beside the list that is kept: what it would change. The
// same list a second time changes nothing; what a list leaves empty stays as it is known, and nobody is taken
// off the list because a file leaves them out.

#include "base/row_fault.h"
#include "record/child.h"

#include <vector>

namespace safelead::record {

inline constexpr std::size_t most_imported_children = 10'000;

struct ListedChild {
    ChildId child;
    Identity identity;
};

/// Who said where a first name ends and a family name begins.
enum class NameDivided { in_the_file, by_guess };

struct ImportedChild {
    std::size_t row = 0;
    Identity identity;
    std::string former_upn = {};  ///< Under which they may be on the list.
    FaultAt at = FaultAt::row;    ///< What `row` counts.
    NameDivided name = NameDivided::in_the_file;
};

struct ChildrenImport {
    struct Correction {
        ChildId child;
        Identity identity;
        bool operator==(const Correction&) const = default;
    };
    std::vector<Identity> added;
    std::vector<Correction> corrected;
    std::size_t unchanged = 0;
    std::size_t not_in_file = 0;  ///< On the list, and left there.
};

/// What `rows` would change, or every row that has to be put right first. Somebody is known again by their
/// UPN, by the one before it, or, where one of the two has none, by name and date of birth. A UPN is borne
/// out by the date of birth, whatever the name is now, or by part of the name; and not where the name is
/// another child's on the list. A name that was divided by guess is divided as on the list. Where that leaves
/// a doubt, the row is a fault and nobody is taken for somebody else.
[[nodiscard]] Result<ChildrenImport, std::vector<RowFault>> plan_import(
    const std::vector<ListedChild>& list, const std::vector<ImportedChild>& rows, Date today);

}  // namespace safelead::record
