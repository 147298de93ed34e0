#pragma once

// Schools, children and staff from other systems' files: one append for an organisation, or nothing. On the
// operator's word, or on that of somebody there (app/bringing_in.h); what is written says whose.

#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "base/row_fault.h"
#include "directory/schools_import.h"
#include "directory/staff_import.h"
#include "record/children_import.h"

#include <string>
#include <vector>

namespace safelead::app {

/// Whether it is only looked at what would change.
enum class Trial : std::uint8_t { dry_run, in_earnest };

struct Imported {
    std::size_t added = 0;
    std::size_t changed = 0;
    std::size_t unchanged = 0;
    std::size_t left_alone = 0;      ///< Here, and not in the file.
    std::vector<std::string> notes;  ///< For a person to look at.
    std::vector<RowFault> faults;    ///< If there are any, nothing was changed.
    std::size_t taken_out = 0;       ///< How often data was taken out of what was in the file.
};

/// A list without anybody in it is no list: an export that went wrong, rather than a school without children.
[[nodiscard]] inline RowFault nobody_in_file()
{
    return {0, "", "There is nobody in the file: export the list again."};
}

/// Whose word stands in the record for what the operator imports (ADR 0175).
[[nodiscard]] const PersonId& by_import();

/// `by`: whoever asks, or `by_import()`. Crowded while another list of children is taken there.
[[nodiscard]] Later<Outcome<Imported>> import_children(Safelead& safelead, const CommandId& command,
                                                       const OrganisationId& organisation, const PersonId& by,
                                                       std::vector<record::ImportedChild> children,
                                                       Trial trial);

/// Likewise.
[[nodiscard]] Later<Outcome<Imported>> import_staff(Safelead& safelead, const CommandId& command,
                                                    const OrganisationId& organisation, const PersonId& by,
                                                    std::vector<directory::ImportedPerson> people,
                                                    Trial trial);

struct SchoolsToImport {
    std::vector<directory::RegisteredSchool> schools;
    directory::Links links;
    std::string area;
};

/// Waits for the disk on this thread too: each new school's log is begun first.
[[nodiscard]] Later<Outcome<Imported>> import_schools(Safelead& safelead, const CommandId& command,
                                                      SchoolsToImport schools, Trial trial);

}  // namespace safelead::app
