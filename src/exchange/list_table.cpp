#include "exchange/list_table.h"

#include <initializer_list>
#include <string_view>

namespace safelead::exchange {
namespace {

void add_row(std::string& table, std::initializer_list<std::string_view> cells)
{
    bool is_first = true;
    for (const auto cell : cells) {
        if (!is_first) table += ',';
        is_first = false;
        table += '"';
        for (const char letter : cell) {
            if (letter == '"') table += '"';
            table += letter;
        }
        table += '"';
    }
    table += '\n';
}

std::string names_of(directory::Roles roles)
{
    std::string names;
    for (const auto role : roles.list()) {
        if (!names.empty()) names += ';';
        names += directory::role_name(role);
    }
    return names;
}

}  // namespace

std::string table_of(const std::vector<record::ImportedChild>& children)
{
    std::string table;
    add_row(table, {"Forename", "Surname", "Known as", "DOB", "UPN", "Former UPN", "Year group"});
    for (const auto& child : children) {
        const auto& who = child.identity;
        add_row(table, {who.given_name, who.family_name, who.known_as, who.born ? to_text(*who.born) : "",
                        who.upn, child.former_upn, who.year_group});
    }
    return table;
}

std::string table_of(const std::vector<directory::ImportedPerson>& people)
{
    std::string table;
    add_row(table, {"Name", "Email", "Roles"});
    for (const auto& person : people) add_row(table, {person.name, person.email, names_of(person.roles)});
    return table;
}

}  // namespace safelead::exchange
