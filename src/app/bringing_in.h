#pragma once

// Lists that somebody of an organisation brings in by a page: its staff, or the children of a school. First
// their file is read and nothing is written; what was read of it comes back as a table, and that table is
// brought in, or not.

#include "app/actor.h"
#include "app/documents.h"
#include "app/importing.h"

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

enum class ListOf : std::uint8_t { children, staff };

/// Which column of the file is which field, where it calls it otherwise; "" leaves the field out. The fields
/// are those of exchange/import_files.h.
using ColumnsTold = std::map<std::string, std::string, std::less<>>;

struct ListRead {
    std::string table;               ///< What would be brought in, and no more. Empty if there are faults.
    std::vector<RowFault> faults;    ///< What has to be put right first.
    std::vector<std::string> first;  ///< The first few as they were read, to be looked at.
};

/// Only a school has children on a list.
[[nodiscard]] Outcome<Done> may_bring_in(Safelead& safelead, const Actor& actor, ListOf list);

/// Reads CSV, or a Common Transfer File, as every way in reads a file; nothing if too much is waiting for a
/// worker. `bytes` are copied, and the copy is wiped.
[[nodiscard]] std::optional<Later<Result<ListRead, DocumentRefused>>> read_list(Safelead& safelead,
                                                                                ListOf list,
                                                                                std::string_view bytes,
                                                                                ColumnsTold columns);

/// What a table that `read_list` gave would change, or changes it: all of it or nothing.
[[nodiscard]] Later<Outcome<Imported>> bring_in(Safelead& safelead, const Actor& actor,
                                                const CommandId& command, ListOf list, std::string_view table,
                                                Trial trial);

}  // namespace safelead::app
