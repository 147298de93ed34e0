#include "exchange/list_table.h"

#include <algorithm>
#include <charconv>
#include <initializer_list>
#include <string_view>

namespace safelead::exchange {
namespace {

// No system has columns that are called so.
constexpr std::string_view row_title = "Safelead: row";
constexpr std::string_view pupil_title = "Safelead: pupil";

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
    const bool are_pupils = !children.empty() && children.front().at == FaultAt::pupil;
    add_row(table, {are_pupils ? pupil_title : row_title, "Forename", "Surname", "Known as", "DOB", "UPN",
                    "Former UPN", "Year group"});
    for (const auto& child : children) {
        const auto& who = child.identity;
        add_row(table, {std::to_string(child.row), who.given_name, who.family_name, who.known_as,
                        who.born ? to_text(*who.born) : "", who.upn, child.former_upn, who.year_group});
    }
    return table;
}

std::string table_of(const std::vector<directory::ImportedPerson>& people)
{
    std::string table;
    add_row(table, {row_title, "Name", "Email", "Roles"});
    for (const auto& person : people)
        add_row(table, {std::to_string(person.row), person.name, person.email, names_of(person.roles)});
    return table;
}

OwnPlaces::OwnPlaces(const std::vector<std::string>& titles)
{
    for (const auto title : {row_title, pupil_title}) {
        const auto found = std::ranges::find(titles, title);
        if (found == titles.end()) continue;
        column_ = static_cast<std::size_t>(found - titles.begin());
        at_ = title == pupil_title ? FaultAt::pupil : FaultAt::row;
    }
}

RowPlace OwnPlaces::of(const std::vector<std::string>& row, std::size_t counted) const
{
    if (!column_ || *column_ >= row.size()) return {counted, FaultAt::row};
    const auto& digits = row[*column_];
    std::size_t number = 0;
    const auto* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, number);
    if (read.ec != std::errc{} || read.ptr != end || number == 0) return {counted, FaultAt::row};
    return {number, at_};
}

}  // namespace safelead::exchange
