#include "base/text.h"
#include "exchange/import_files.h"
#include "exchange/read_rows.h"
#include "record/upn.h"

#include <array>

namespace safelead::exchange {
namespace {

constexpr std::string_view name_field = "name";

const std::array<WantedColumn, 8> wanted_of_child{{
    {"given_name",
     {"Forename", "Legal Forename", "First name", "Given name", "given_name", "Legal first name"},
     true,
     name_field},
    {"family_name",
     {"Surname", "Legal Surname", "Last name", "Family name", "family_name", "Legal last name"},
     true,
     name_field},
    {"known_as", {"Preferred Forename", "Chosen forename", "Known as", "Preferred first name", "known_as"}},
    {"born", {"DOB", "Date of birth", "Birth date", "born"}},
    {"upn", {"UPN", "Unique Pupil Number"}},
    {"former_upn", {"Former UPN", "FormerUPN", "former_upn"}},
    {"year_group", {"Year group", "Year", "NC year", "Year taught in", "year_group"}},
    {name_field, {"Name", "Full name", "Pupil name", "Student name", "Pupil", "Student"}},
}};

/// "Surname, Forename" at the comma; else "Forename Surname" at the last blank: more children have two first
/// names than two family names without a hyphen. One word alone is what they are called.
record::NameDivided take_whole_name(std::string_view whole, record::Identity& identity)
{
    using enum record::NameDivided;
    if (const auto comma = whole.find(','); comma != std::string_view::npos) {
        identity.family_name = trim(whole.substr(0, comma));
        identity.given_name = trim(whole.substr(comma + 1));
        return in_the_file;
    }
    const auto blank = whole.find_last_of(" \t");
    if (blank != std::string_view::npos) identity.family_name = whole.substr(blank + 1);
    identity.given_name = trim(whole.substr(0, blank));
    return by_guess;
}

}  // namespace

RowsOrFaults<record::ImportedChild> children_of_csv(std::string_view bytes, const ColumnMap& map,
                                                    const RowsRead& tell)
{
    std::vector<record::ImportedChild> children;
    SL_TRY(read_rows(
        bytes, {wanted_of_child, say_which}, map, tell,
        [&](const auto& row, const Columns& columns, RowPlace place, auto& faults) {
            const auto text = [&](std::string_view field) { return std::string{columns.of(row, field)}; };
            record::ImportedChild child{place.number,
                                        {},
                                        record::tidy_upn(text("former_upn")),
                                        place.at,
                                        record::NameDivided::in_the_file};
            auto& identity = child.identity;
            identity.given_name = text("given_name");
            identity.family_name = text("family_name");
            if (!columns.has("given_name") && !columns.has("family_name"))
                child.name = take_whole_name(columns.of(row, name_field), identity);
            identity.known_as = text("known_as");
            identity.upn = record::tidy_upn(text("upn"));
            identity.year_group = text("year_group");
            const auto born = columns.of(row, "born");
            identity.born = date_in_table(born);
            if (!born.empty() && !identity.born)
                faults.push_back({place.number, columns.title("born"),
                                  "This is no date: write it like 01/09/2012 or 2012-09-01.", place.at});
            children.push_back(std::move(child));
        }));
    return children;
}

}  // namespace safelead::exchange
