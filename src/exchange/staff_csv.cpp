#include "base/text.h"
#include "exchange/import_files.h"
#include "exchange/read_rows.h"

#include <array>

namespace safelead::exchange {
namespace {

constexpr std::string_view roles_field = "roles";

const std::array<WantedColumn, 5> wanted_of_staff{{
    {"name", {"Name", "Full name", "Staff name"}},
    {"given_name", {"Forename", "First name", "Given name", "Legal Forename"}},
    {"family_name", {"Surname", "Last name", "Family name", "Legal Surname"}},
    {"email", {"Email", "E-mail", "Work email", "Email address", "Main email"}, true},
    {roles_field, {"Roles", "Role", "Safelead roles"}},
}};

std::optional<directory::Role> role_typed(std::string_view typed)
{
    const auto small = ascii_lower(typed);
    if (const auto role = directory::role_from_name(small)) return role;
    for (const auto role : directory::all_roles())
        if (ascii_lower(directory::role_words(role)) == small) return role;
    return std::nullopt;
}

std::string role_names()
{
    std::string names;
    for (const auto role : directory::all_roles()) {
        if (!names.empty()) names += ", ";
        names += directory::role_name(role);
    }
    return names;
}

RowFault no_such_role(const RowPlace& place, const Columns& columns)
{
    return {place.number, columns.title(roles_field),
            "There is no such role: write " + role_names() +
                ", and divide several by semicolons; if the column holds job titles, leave it out.",
            FaultAt::row, roles_field};
}

}  // namespace

RowsOrFaults<directory::ImportedPerson> staff_of_csv(std::string_view bytes, const ColumnMap& map,
                                                     const RowsRead& tell)
{
    std::vector<directory::ImportedPerson> people;
    SL_TRY(read_rows(bytes, {wanted_of_staff, say_which}, map, tell,
                     [&](const auto& row, const Columns& columns, RowPlace place, auto& faults) {
                         directory::ImportedPerson person;
                         person.row = place.number;
                         person.name = std::string{columns.of(row, "name")};
                         if (person.name.empty())
                             person.name = std::string{trim(std::string{columns.of(row, "given_name")} + ' ' +
                                                            std::string{columns.of(row, "family_name")})};
                         person.email = std::string{columns.of(row, "email")};
                         for (const auto& typed : split(columns.of(row, roles_field), ';')) {
                             if (trim(typed).empty()) continue;
                             if (const auto role = role_typed(trim(typed)))
                                 person.roles.add(*role);
                             else
                                 faults.push_back(no_such_role(place, columns));
                         }
                         if (person.roles.is_empty()) person.roles.add(directory::Role::staff);
                         people.push_back(std::move(person));
                     }));
    return people;
}

}  // namespace safelead::exchange
