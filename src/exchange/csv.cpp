#include "exchange/csv.h"

#include "base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

namespace safelead::exchange {
namespace {

constexpr char16_t not_a_letter = 0xFFFD;

// What Windows-1252 has from 0x80 to 0x9F, where Latin-1 has control characters.
constexpr std::array<char16_t, 32> windows_1252{
    0x20AC,       not_a_letter, 0x201A, 0x0192, 0x201E, 0x2026,       0x2020, 0x2021,
    0x02C6,       0x2030,       0x0160, 0x2039, 0x0152, not_a_letter, 0x017D, not_a_letter,
    not_a_letter, 0x2018,       0x2019, 0x201C, 0x201D, 0x2022,       0x2013, 0x2014,
    0x02DC,       0x2122,       0x0161, 0x203A, 0x0153, not_a_letter, 0x017E, 0x0178};

void append(std::string& text, char16_t point)
{
    if (point < 0x80) {
        text += static_cast<char>(point);
    } else if (point < 0x800) {
        text += static_cast<char>(0xC0 | (point >> 6));
        text += static_cast<char>(0x80 | (point & 0x3F));
    } else {
        text += static_cast<char>(0xE0 | (point >> 12));
        text += static_cast<char>(0x80 | ((point >> 6) & 0x3F));
        text += static_cast<char>(0x80 | (point & 0x3F));
    }
}

std::string from_windows_1252(std::string_view bytes)
{
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 50);
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        const bool is_special = byte >= 0x80 && byte < 0xA0;
        append(text, is_special ? windows_1252.at(byte - 0x80U) : static_cast<char16_t>(byte));
    }
    return text;
}

std::optional<int> whole_number(std::string_view digits, std::size_t least, std::size_t most)
{
    int value = 0;
    const auto* end = digits.data() + digits.size();
    if (digits.size() < least || digits.size() > most) return std::nullopt;
    const auto read = std::from_chars(digits.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end || value < 0) return std::nullopt;
    return value;
}

}  // namespace

std::string text_of_table(std::string_view bytes)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byte_order_mark)) bytes.remove_prefix(byte_order_mark.size());
    return is_utf8(bytes) ? std::string{bytes} : from_windows_1252(bytes);
}

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
    const bool ends = rest_.empty() || rest_.front() == ',' || rest_.front() == '\r' || rest_.front() == '\n';
    if (!ends)
        return fail(fault("Something stands after a closing quotation mark: export the table again as CSV."));
    return text;
}

Result<std::string, RowFault> CsvReader::field()
{
    if (rest_.starts_with('"')) return quoted_field();
    const auto end = std::min(rest_.find_first_of(",\r\n"), rest_.size());
    if (end > longest_csv_field)
        return fail(fault("A field is longer than 32,000 characters: is this a table?"));
    std::string text{rest_.substr(0, end)};
    rest_.remove_prefix(end);
    return text;
}

Result<std::optional<std::vector<std::string>>, RowFault> CsvReader::next()
{
    using Row = std::optional<std::vector<std::string>>;
    while (skip_line_end()) {
    }
    if (rest_.empty()) return Row{};
    if (++row_ > most_csv_rows) return fail(fault("There are more than 200,000 rows: import them in parts."));
    std::vector<std::string> row;
    for (;;) {
        if (row.size() == most_csv_columns)
            return fail(fault("There are more than 500 columns: is this a table?"));
        row.emplace_back(trim(SL_TRY(field())));
        if (!rest_.starts_with(',')) break;
        rest_.remove_prefix(1);
    }
    (void)skip_line_end();
    return Row{std::move(row)};
}

Result<Columns, std::vector<RowFault>> Columns::find(const std::vector<std::string>& titles,
                                                     std::span<const WantedColumn> wanted,
                                                     const ColumnMap& map)
{
    Columns columns;
    std::vector<RowFault> faults;
    const auto place = [&](std::string_view title) {
        return std::ranges::find_if(titles,
                                    [&](const auto& one) { return ascii_lower(one) == ascii_lower(title); });
    };
    const auto put = [&](std::string_view field, std::string_view title) {
        const auto found = place(title);
        if (found == titles.end()) return false;
        columns.places_.emplace(field, std::pair{static_cast<std::size_t>(found - titles.begin()), *found});
        return true;
    };
    for (const auto& [field, title] : map) {
        const bool known = std::ranges::any_of(wanted, [&](const auto& one) { return one.field == field; });
        if (!known)
            faults.push_back({1, "", fmt::format("There is nothing here that is called {}.", field)});
        else if (!put(field, title))
            faults.push_back(
                {1, title, fmt::format("The file has no such column: say again which one is {}.", field)});
    }
    for (const auto& one : wanted) {
        if (map.contains(one.field)) continue;
        const bool found =
            std::ranges::any_of(one.titles, [&](const auto title) { return put(one.field, title); });
        if (!found && one.is_needed)
            faults.push_back(
                {1, std::string{one.field},
                 "The file has no column that is usually called so: say what it calls this one."});
    }
    if (!faults.empty()) return fail(std::move(faults));
    return columns;
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

std::optional<Date> date_in_table(std::string_view text)
{
    text = trim(text);
    for (const std::string_view midnight : {" 00:00:00", "T00:00:00", " 00:00"})
        if (text.ends_with(midnight)) text.remove_suffix(midnight.size());
    if (const auto date = parse_date(text)) return date;
    const char separator = text.find('/') != std::string_view::npos ? '/' : '-';
    const auto parts = split(text, separator);
    if (parts.size() != 3) return std::nullopt;
    const auto day = whole_number(parts[0], 1, 2);
    const auto month = whole_number(parts[1], 1, 2);
    const auto year = whole_number(parts[2], 4, 4);
    if (!day || !month || !year) return std::nullopt;
    const Date date{std::chrono::year{*year}, std::chrono::month{static_cast<unsigned>(*month)},
                    std::chrono::day{static_cast<unsigned>(*day)}};
    if (!date.ok()) return std::nullopt;
    return date;
}

}  // namespace safelead::exchange
