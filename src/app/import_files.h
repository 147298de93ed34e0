#pragma once

// Files of other systems, read and imported. Faults in the file are among what was Imported, as those in its
// rows.

#include "app/importing.h"

#include <functional>

namespace safelead::app {

/// Hears now and then how far it is: "5,000 rows read".
using TellFar = std::function<void(std::string_view)>;

struct PeopleFile {
    std::string bytes;
    std::vector<std::string> map;  ///< "FIELD=COLUMN", as typed; "FIELD=" leaves one out.
};

/// CSV, or a Common Transfer File.
[[nodiscard]] Later<Outcome<Imported>> import_children_file(Safelead& safelead, const CommandId& command,
                                                            const OrganisationId& organisation,
                                                            const PeopleFile& file, Trial trial,
                                                            const TellFar& tell);

[[nodiscard]] Later<Outcome<Imported>> import_staff_file(Safelead& safelead, const CommandId& command,
                                                         const OrganisationId& organisation,
                                                         const PeopleFile& file, Trial trial,
                                                         const TellFar& tell);

struct SchoolsFile {
    std::string bytes;
    std::string links;  ///< Empty: none.
    std::vector<std::string> authorities;
    std::string area;
};

[[nodiscard]] Later<Outcome<Imported>> import_schools_file(Safelead& safelead, const CommandId& command,
                                                           const SchoolsFile& file, Trial trial,
                                                           const TellFar& tell);

}  // namespace safelead::app
