#pragma once

// What schools' systems and the register of schools give us, read into what the core weighs. Whoever stands
// in a row that can't be read is a fault; none of what stands there is ever said again.

#include "directory/schools_import.h"
#include "directory/staff_import.h"
#include "exchange/table_headings.h"
#include "record/children_import.h"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::exchange {

/// Hears now and then how many rows were read.
using RowsRead = std::function<void(std::size_t)>;

template <class Row>
using RowsOrFaults = Result<std::vector<Row>, std::vector<RowFault>>;

/// A table from a management information system. Fields: given_name and family_name (or name, where neither
/// has a column), known_as, born, upn, former_upn, year_group. How it is read: docs/formats/list.md.
[[nodiscard]] RowsOrFaults<record::ImportedChild> children_of_csv(std::string_view bytes,
                                                                  const ColumnMap& map,
                                                                  const RowsRead& tell = {});

/// A Common Transfer File: XML without a document type, of at most `most_ctf_bytes`, in UTF-8, UTF-16,
/// Latin-1 or Windows-1252. Names, date of birth, UPN, the UPN before it and the year group are taken;
/// nothing else is looked at. A row is a pupil, counted from 1.
inline constexpr std::size_t most_ctf_bytes = std::size_t{64} << 20U;
[[nodiscard]] RowsOrFaults<record::ImportedChild> children_of_ctf(std::string_view bytes,
                                                                  const RowsRead& tell = {});

/// Whether bytes are XML rather than a table.
[[nodiscard]] bool is_xml(std::string_view bytes);

/// Fields: name (or given_name and family_name), email, roles (words or names of roles, divided by
/// semicolons; without the column everybody is staff). Ids and keys are for the caller.
[[nodiscard]] RowsOrFaults<directory::ImportedPerson> staff_of_csv(std::string_view bytes,
                                                                   const ColumnMap& map,
                                                                   const RowsRead& tell = {});

/// GIAS `edubasealldata….csv`: of these authorities ("383"), by their three digits. One that has no row is a
/// fault.
[[nodiscard]] RowsOrFaults<directory::RegisteredSchool> schools_of_gias(
    std::string_view bytes, const std::vector<std::string>& authorities, const RowsRead& tell = {});

/// GIAS `links_edubasealldata….csv`, of all the country: who followed whom. Whether the two are URNs is for
/// the caller, who knows which rows are about anybody here.
[[nodiscard]] RowsOrFaults<directory::UrnSuccessor> successors_of_gias(std::string_view bytes);

}  // namespace safelead::exchange
