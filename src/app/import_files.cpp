#include "app/import_files.h"

#include "exchange/import_files.h"

#include <fmt/format.h>

namespace safelead::app {
namespace {

Later<Outcome<Imported>> at_fault(std::vector<RowFault> faults)
{
    Imported imported;
    imported.faults = std::move(faults);
    return Outcome<Imported>{std::move(imported)};
}

exchange::RowsRead rows_told(const TellFar& tell)
{
    if (!tell) return {};
    return [&tell](std::size_t rows) { tell(fmt::format("{} rows read", rows)); };
}

void tell_of_writing(std::size_t rows, const TellFar& tell)
{
    if (tell) tell(fmt::format("{} rows read; weighing and writing", rows));
}

Result<exchange::ColumnMap, std::vector<RowFault>> columns_typed(const std::vector<std::string>& typed)
{
    exchange::ColumnMap map;
    for (const auto& one : typed) {
        const auto equals = one.find('=');
        if (equals == std::string::npos || equals == 0)
            return fail(std::vector{
                RowFault{0, "",
                         "--map is written FIELD=COLUMN, for example born=DOB, or FIELD= to leave a column "
                         "out."}});
        map.insert_or_assign(one.substr(0, equals), one.substr(equals + 1));
    }
    return map;
}

}  // namespace

Later<Outcome<Imported>> import_children_file(Safelead& safelead, const CommandId& command,
                                              const OrganisationId& organisation, const PeopleFile& file,
                                              Trial trial, const TellFar& tell)
{
    const auto map = columns_typed(file.map);
    if (!map) return at_fault(map.error());
    auto children = exchange::is_xml(file.bytes)
                        ? exchange::children_of_ctf(file.bytes, rows_told(tell))
                        : exchange::children_of_csv(file.bytes, *map, rows_told(tell));
    if (!children) return at_fault(children.error());
    if (children->empty()) return at_fault({nobody_in_file()});
    tell_of_writing(children->size(), tell);
    return import_children(safelead, command, organisation, by_import(), *std::move(children), trial);
}

Later<Outcome<Imported>> import_staff_file(Safelead& safelead, const CommandId& command,
                                           const OrganisationId& organisation, const PeopleFile& file,
                                           Trial trial, const TellFar& tell)
{
    const auto map = columns_typed(file.map);
    if (!map) return at_fault(map.error());
    auto people = exchange::staff_of_csv(file.bytes, *map, rows_told(tell));
    if (!people) return at_fault(people.error());
    if (people->empty()) return at_fault({nobody_in_file()});
    tell_of_writing(people->size(), tell);
    return import_staff(safelead, command, organisation, by_import(), *std::move(people), trial);
}

Later<Outcome<Imported>> import_schools_file(Safelead& safelead, const CommandId& command,
                                             const SchoolsFile& file, Trial trial, const TellFar& tell)
{
    auto schools = exchange::schools_of_gias(file.bytes, file.authorities, rows_told(tell));
    if (!schools) return at_fault(schools.error());
    SchoolsToImport all{*std::move(schools), std::nullopt, file.area};
    if (!file.links.empty()) {
        auto successors = exchange::successors_of_gias(file.links);
        if (!successors) return at_fault(successors.error());
        all.links = *std::move(successors);
    }
    tell_of_writing(all.schools.size(), tell);
    return import_schools(safelead, command, std::move(all), trial);
}

}  // namespace safelead::app
