#include "exchange/csv.h"

#include "base/text.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace safelead::exchange {
namespace {

std::optional<int> whole_number(std::string_view digits, std::size_t least, std::size_t most)
{
    int value = 0;
    const auto* end = digits.data() + digits.size();
    if (digits.size() < least || digits.size() > most) return std::nullopt;
    const auto read = std::from_chars(digits.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || value < 0) return std::nullopt;
    return value;
}

constexpr std::array<std::string_view, 12> month_names{"january",   "february", "march",    "april",
                                                       "may",       "june",     "july",     "august",
                                                       "september", "october",  "november", "december"};

/// "Sep", "Sept", "September", as English spreadsheets write them.
std::optional<int> month_named(std::string_view typed)
{
    constexpr std::size_t short_name = 3;
    const auto small = ascii_lower(typed);
    for (std::size_t i = 0; i < month_names.size(); ++i) {
        const auto name = month_names[i];
        if (small == name || small == name.substr(0, short_name) || (name == "september" && small == "sept"))
            return static_cast<int>(i + 1);
    }
    return std::nullopt;
}

char date_separator(std::string_view text)
{
    for (const char separator : {'/', '-'})
        if (text.find(separator) != std::string_view::npos) return separator;
    return ' ';
}

}  // namespace

RowFault CsvReader::fault(std::string_view fix) const
{
    return {row_, "", std::string{fix}};
}

bool CsvReader::skip_line_end()
{
    if (rest_.starts_with("\r\n")) {
        rest_.remove_prefix(2);
        return true;
    }
    if (!rest_.starts_with('\n') && !rest_.starts_with('\r')) return false;
    rest_.remove_prefix(1);
    return true;
}

Result<std::string, RowFault> CsvReader::quoted_field()
{
    std::string text;
    rest_.remove_prefix(1);
    for (;;) {
        const auto mark = rest_.find('"');
        if (mark == std::string_view::npos || text.size() + mark > longest_csv_field)
            return fail(
                fault("A quotation mark is never closed, or a field is longer than 32,000 characters: "
                      "export the table again."));
        text += rest_.substr(0, mark);
        rest_.remove_prefix(mark + 1);
        if (!rest_.starts_with('"')) break;
        text += '"';
        rest_.remove_prefix(1);
    }
    const bool ends =
        rest_.empty() || rest_.front() == delimiter_ || rest_.front() == '\r' || rest_.front() == '\n';
    if (!ends)
        return fail(fault("Something stands after a closing quotation mark: export the table again as CSV."));
    return text;
}

Result<std::string, RowFault> CsvReader::field()
{
    if (rest_.starts_with('"')) return quoted_field();
    const char ends[] = {delimiter_, '\r', '\n'};
    const auto end = std::min(rest_.find_first_of({ends, sizeof ends}), rest_.size());
    if (end > longest_csv_field)
        return fail(fault("A field is longer than 32,000 characters: is this a table?"));
    std::string text{rest_.substr(0, end)};
    rest_.remove_prefix(end);
    return text;
}

Result<std::optional<std::vector<std::string>>, RowFault> CsvReader::next()
{
    using Row = std::optional<std::vector<std::string>>;
    while (skip_line_end()) ++row_;
    if (rest_.empty()) return Row{};
    if (++row_ > most_csv_rows) return fail(fault("There are more than 200,000 rows: import them in parts."));
    std::vector<std::string> row;
    for (;;) {
        if (row.size() == most_csv_columns)
            return fail(fault("There are more than 500 columns: is this a table?"));
        row.emplace_back(trim(SL_TRY(field())));
        if (!rest_.starts_with(delimiter_)) break;
        rest_.remove_prefix(1);
    }
    (void)skip_line_end();
    return Row{std::move(row)};
}

std::optional<Date> date_in_table(std::string_view text)
{
    text = trim(text);
    for (const std::string_view midnight : {" 00:00:00", "T00:00:00", " 00:00"})
        if (text.ends_with(midnight)) text.remove_suffix(midnight.size());
    if (const auto date = parse_date(text)) return date;
    const char separator = date_separator(text);
    auto parts = split(text, separator);
    if (separator == ' ') std::erase(parts, std::string_view{});
    if (parts.size() != 3) return std::nullopt;
    const auto day = whole_number(parts[0], 1, 2);
    auto month = month_named(parts[1]);
    if (!month && separator != ' ') month = whole_number(parts[1], 1, 2);
    const auto year = whole_number(parts[2], 4, 4);
    if (!day || !month || !year) return std::nullopt;
    const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return date;
}

}  // namespace safelead::exchange
