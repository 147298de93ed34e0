#include "exchange/csv_writing.h"

#include <algorithm>
#include <array>

namespace safelead::exchange {
namespace {

/// What begins a formula in one program or another, the wide forms of East Asian keyboards too.
constexpr std::array<std::string_view, 8> formula_signs{"=",
                                                        "+",
                                                        "-",
                                                        "@",
                                                        "\xEF\xBC\x9D",  // ＝
                                                        "\xEF\xBC\x8B",
                                                        "\xEF\xBC\x8D",
                                                        "\xEF\xBC\xA0"};

bool may_compute(std::string_view cell)
{
    // Blanks before it do not keep every program from computing.
    const auto first = std::ranges::find_if(cell, [](char c) { return static_cast<unsigned char>(c) > ' '; });
    if (first != cell.begin() && static_cast<unsigned char>(cell.front()) < ' ') return true;
    cell.remove_prefix(static_cast<std::size_t>(first - cell.begin()));
    return std::ranges::any_of(formula_signs,
                               [cell](std::string_view sign) { return cell.starts_with(sign); });
}

}  // namespace

std::string csv_begin(const std::vector<std::string>& columns)
{
    std::string csv = "\xEF\xBB\xBF";
    add_csv_line(csv, columns);
    return csv;
}

void add_csv_line(std::string& csv, const std::vector<std::string>& cells)
{
    bool is_first = true;
    for (const auto& cell : cells) {
        csv += is_first ? "\"" : ",\"";
        is_first = false;
        if (may_compute(cell)) csv += '\'';
        for (const char c : cell) {
            if (c == '"') csv += '"';
            csv += c;
        }
        csv += '"';
    }
    csv += "\r\n";
}

}  // namespace safelead::exchange
