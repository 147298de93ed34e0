#include "exchange/table_headings.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <ranges>
#include <utility>

namespace safelead::exchange {
namespace {

/// Among so many rows the headings are looked for: what stands above them is a title, a date, a school's
/// name.
constexpr std::size_t rows_looked_at = 10;

/// One column with the whole name will do, but not beside one with half of it: that may be the other half.
bool is_needed_in(const Columns& columns, const WantedTable& wanted, const WantedColumn& one)
{
    if (!one.is_needed || one.instead.empty() || !columns.has(one.instead)) return one.is_needed;
    return std::ranges::any_of(wanted.columns, [&](const auto& other) {
        return other.instead == one.instead && columns.has(other.field);
    });
}

std::vector<RowFault> faults_of(const Headings& found, const WantedTable& wanted, const ColumnMap& map)
{
    std::vector<RowFault> faults;
    const auto fault = [&](std::string_view column, std::string fix) {
        faults.push_back({found.rows.row(), std::string{column}, std::move(fix), FaultAt::headings});
    };
    for (const auto& [field, title] : map) {
        const auto known = std::ranges::find(wanted.columns, field, &WantedColumn::field);
        if (known == wanted.columns.end())
            fault("", fmt::format("There is nothing here that is called {}.", field));
        else if (title.empty() && is_needed_in(found.columns, wanted, *known))
            fault(field, "This one is needed: it can't be left out.");
        else if (!title.empty() && !found.columns.has(field))
            fault(title, fmt::format("The file has no such column: say again which one is {}.", field));
    }
    for (const auto& one : wanted.columns)
        if (is_needed_in(found.columns, wanted, one) && !found.columns.has(one.field) &&
            !map.contains(one.field))
            fault(one.field, std::string{wanted.if_missing});
    return faults;
}

/// Some of the usual titles, for somebody whose file has none of them.
std::string usual_titles(const WantedTable& wanted)
{
    std::string names;
    for (const auto& one : wanted.columns | std::views::take(4))
        names += fmt::format("{}\"{}\"", names.empty() ? "" : ", ", one.titles.front());
    return names;
}

RowFault no_headings(const Headings& found, const WantedTable& wanted)
{
    return {found.rows.row(), "",
            fmt::format("The first line must be the headings of the columns, such as {}: no such line was "
                        "found.",
                        usual_titles(wanted)),
            FaultAt::headings};
}

std::size_t cells_with_words(const std::vector<std::string>& row)
{
    return static_cast<std::size_t>(
        std::ranges::count_if(row, [](const auto& cell) { return !cell.empty(); }));
}

bool is_better(const Headings& one, const Headings& other)
{
    return std::pair{one.columns.found(), one.titles.size()} >
           std::pair{other.columns.found(), other.titles.size()};
}

struct Looked {
    std::optional<Headings> best;
    std::optional<RowFault> broken;  ///< Why it was not looked further: it may be whole by another delimiter.
};

/// The row that has most of what is wanted, of those the first; the first row if none has any of it.
Looked look(std::string_view text, char delimiter, const WantedTable& wanted, const ColumnMap& map)
{
    Looked looked;
    CsvReader rows{text, delimiter};
    for (std::size_t i = 0; i < rows_looked_at; ++i) {
        auto row = rows.next();
        if (!row) {
            looked.broken = row.error();
            break;
        }
        if (!*row) break;
        Columns columns{**row, wanted.columns, map};
        const bool is_first = !looked.best;
        if (is_first || columns.found() > looked.best->columns.found())
            looked.best.emplace(Headings{rows, std::move(**row), std::move(columns)});
    }
    return looked;
}

/// Takes the line off that tells a spreadsheet what divides the fields.
std::optional<char> take_sep_line(std::string_view& text)
{
    const auto end = std::min(text.find_first_of("\r\n"), text.size());
    auto line = text.substr(0, end);
    if (line.size() >= 2 && line.front() == '"' && line.back() == '"') line = line.substr(1, line.size() - 2);
    constexpr std::string_view sep = "sep=";
    const bool is_sep = line.size() == sep.size() + 1 && ascii_lower(line.substr(0, sep.size())) == sep &&
                        std::string_view{",;\t|"}.find(line.back()) != std::string_view::npos;
    if (!is_sep) return std::nullopt;
    const char delimiter = line.back();
    text.remove_prefix(end);
    if (text.starts_with("\r\n")) text.remove_prefix(1);
    if (!text.empty()) text.remove_prefix(1);
    return delimiter;
}

}  // namespace

Columns::Columns(const std::vector<std::string>& titles, std::span<const WantedColumn> wanted,
                 const ColumnMap& map)
{
    const auto put = [&](std::string_view field, std::string_view title) {
        const auto found = std::ranges::find_if(
            titles, [&](const auto& one) { return ascii_lower(one) == ascii_lower(title); });
        if (found == titles.end()) return false;
        places_.emplace(field, std::pair{static_cast<std::size_t>(found - titles.begin()), *found});
        return true;
    };
    for (const auto& one : wanted) {
        const auto told = map.find(one.field);
        if (told == map.end())
            (void)std::ranges::any_of(one.titles, [&](const auto title) { return put(one.field, title); });
        else if (!told->second.empty())
            (void)put(one.field, told->second);
    }
}

std::string_view Columns::of(const std::vector<std::string>& row, std::string_view field) const
{
    const auto found = places_.find(field);
    if (found == places_.end() || found->second.first >= row.size()) return {};
    return row[found->second.first];
}

std::string Columns::title(std::string_view field) const
{
    const auto found = places_.find(field);
    return found == places_.end() ? std::string{field} : found->second.second;
}

Result<Headings, std::vector<RowFault>> find_headings(std::string_view text, const WantedTable& wanted,
                                                      const ColumnMap& map)
{
    const auto told = take_sep_line(text);
    std::optional<Headings> best;
    std::optional<RowFault> broken;
    for (const char delimiter : {',', ';', '\t'}) {
        auto looked = look(text, told.value_or(delimiter), wanted, map);
        if (!broken) broken = std::move(looked.broken);
        if (looked.best && (!best || is_better(*looked.best, *best))) best = std::move(looked.best);
        if (told) break;
    }
    if (!best && broken) return fail(std::vector{*std::move(broken)});
    if (!best) return fail(std::vector{RowFault{0, "", "The file is empty: export the table again."}});
    auto faults = faults_of(*best, wanted, map);
    if (faults.empty()) return *std::move(best);
    if (best->columns.found() == 0 && map.empty()) {
        // One cell with words is a title: there is nothing whose column could be told.
        if (cells_with_words(best->titles) < 2) faults.clear();
        faults.insert(faults.begin(), no_headings(*best, wanted));
    }
    return fail(std::move(faults));
}

}  // namespace safelead::exchange
