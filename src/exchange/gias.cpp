#include "base/text.h"
#include "exchange/import_files.h"
#include "exchange/read_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <set>
#include <utility>

namespace safelead::exchange {
namespace {

using directory::OrganisationKind;
using directory::Phase;

const std::array<WantedColumn, 10> wanted_of_school{{
    {"urn", {"URN"}, true},
    {"authority", {"LA (code)"}, true},
    {"name", {"EstablishmentName"}, true},
    {"status", {"EstablishmentStatus (name)"}, true},
    {"type", {"TypeOfEstablishment (name)"}},
    {"group", {"EstablishmentTypeGroup (name)"}},
    {"phase", {"PhaseOfEducation (name)"}, true},
    {"from_age", {"StatutoryLowAge"}},
    {"to_age", {"StatutoryHighAge"}},
    {"telephone", {"TelephoneNum"}},
}};

const std::array<WantedColumn, 3> wanted_of_link{{
    {"urn", {"URN"}, true},
    {"link_urn", {"LinkURN"}, true},
    {"type", {"LinkType"}, true},
}};

constexpr std::string_view fetch_register =
    "The file has no such column: is it the register's edubasealldata….csv? Fetch it from GIAS anew.";
constexpr std::string_view fetch_links =
    "The links file has no such column: is it links_edubasealldata….csv? Fetch it from GIAS anew.";

/// The phases that the register names. The rest ("Not applicable", blank) is told by the type and the ages.
constexpr std::array<std::pair<std::string_view, Phase>, 7> phases{{
    {"Nursery", Phase::early_years},
    {"Primary", Phase::primary},
    {"Middle deemed primary", Phase::primary},
    {"Secondary", Phase::secondary},
    {"Middle deemed secondary", Phase::secondary},
    {"16 plus", Phase::post_16},
    {"All-through", Phase::all_through},
}};

std::optional<int> age_in(std::string_view text)
{
    int age = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, age);
    if (text.empty() || read.ec != std::errc{} || read.ptr != end) return std::nullopt;
    return age;
}

Phase phase_by_ages(std::optional<int> from, std::optional<int> to)
{
    if (!from || !to) return Phase::not_a_school;
    if (*to <= 5) return Phase::early_years;
    if (*to <= 11) return Phase::primary;
    if (*from >= 16) return Phase::post_16;
    return *from >= 9 ? Phase::secondary : Phase::all_through;
}

Phase phase_of(std::string_view phase, const std::string& type, std::optional<int> from,
               std::optional<int> to)
{
    if (type.find("special") != std::string::npos) return Phase::special;
    if (type.find("alternative provision") != std::string::npos ||
        type.find("pupil referral") != std::string::npos)
        return Phase::alternative;
    const auto* named = std::ranges::find(phases, phase, &std::pair<std::string_view, Phase>::first);
    return named != phases.end() ? named->second : phase_by_ages(from, to);
}

/// The register leaves the first nought out, since spreadsheets take numbers for numbers.
std::string telephone_of(std::string_view text)
{
    const bool is_number =
        !text.empty() && std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || c == ' '; });
    if (!is_number) return {};
    const auto digits = std::ranges::count_if(text, [](char c) { return c != ' '; });
    if (digits == 10 && text.front() != '0') return '0' + std::string{text};
    return std::string{text};
}

bool is_university(std::string_view group)
{
    return ascii_lower(group) == "universities";
}

bool is_open(std::string_view status)
{
    return status == "Open" || status.starts_with("Open,");
}

/// A code that is written otherwise, or another authority's file, would bring nothing in and look like done.
std::vector<RowFault> without_rows(const std::vector<std::string>& authorities,
                                   const std::set<std::string>& with_rows)
{
    std::vector<RowFault> faults;
    for (const auto& authority : authorities)
        if (!with_rows.contains(authority))
            faults.push_back({0, "",
                              fmt::format("No school in the file has the authority code {}: give its three "
                                          "digits, as in LA (code).",
                                          authority)});
    return faults;
}

}  // namespace

RowsOrFaults<directory::RegisteredSchool> schools_of_gias(std::string_view bytes,
                                                          const std::vector<std::string>& authorities,
                                                          const RowsRead& tell)
{
    std::vector<directory::RegisteredSchool> schools;
    std::set<std::string> with_rows;
    SL_TRY(read_rows(
        bytes, {wanted_of_school, fetch_register}, {}, tell,
        [&](const auto& row, const Columns& columns, RowPlace place, auto&) {
            const auto text = [&](std::string_view field) { return std::string{columns.of(row, field)}; };
            const auto authority = text("authority");
            if (std::ranges::find(authorities, authority) == authorities.end()) return;
            with_rows.insert(authority);
            const auto type = ascii_lower(text("type") + ' ' + text("group"));
            const auto phase = phase_of(columns.of(row, "phase"), type, age_in(columns.of(row, "from_age")),
                                        age_in(columns.of(row, "to_age")));
            const bool is_college = ascii_lower(text("group")).find("college") != std::string::npos;
            schools.push_back({place.number, text("urn"), text("name"),
                               is_college ? OrganisationKind::college : OrganisationKind::school, phase,
                               telephone_of(columns.of(row, "telephone")), is_open(columns.of(row, "status")),
                               is_university(columns.of(row, "group"))});
        }));
    if (auto faults = without_rows(authorities, with_rows); !faults.empty()) return fail(std::move(faults));
    return schools;
}

RowsOrFaults<directory::UrnSuccessor> successors_of_gias(std::string_view bytes)
{
    std::vector<directory::UrnSuccessor> successors;
    SL_TRY(read_rows(bytes, {wanted_of_link, fetch_links}, {}, {},
                     [&](const auto& row, const Columns& columns, RowPlace place, auto&) {
                         const std::string urn{columns.of(row, "urn")};
                         const std::string link{columns.of(row, "link_urn")};
                         const auto type = ascii_lower(columns.of(row, "type"));
                         if (urn.empty() || link.empty()) return;
                         if (type.starts_with("successor"))
                             successors.push_back({urn, link, place.number});
                         else if (type.starts_with("predecessor"))
                             successors.push_back({link, urn, place.number});
                     }));
    return successors;
}

}  // namespace safelead::exchange
