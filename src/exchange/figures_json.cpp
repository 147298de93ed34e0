#include "exchange/figures_json.h"

#include "exchange/json_tree.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <set>

namespace safelead::exchange {

namespace {

using guidance::Figure;
using guidance::FigureSet;
using guidance::FigureUnit;

template <class Value>
using Read = Result<Value, FieldFault>;

constexpr std::size_t longest_value = 12;

Read<Figure> figure(const JsonTree& tree, std::string path, FigureUnit unit)
{
    auto reader = SL_TRY(MemberReader::of(tree, std::move(path)));
    Figure read;
    read.label = SL_TRY(reader.text("label"));
    read.shown = SL_TRY(reader.text("value"));
    SL_TRY(reader.nothing_else());
    const bool plain = read.shown.find_first_not_of("0123456789.") == std::string::npos &&
                       read.shown.size() <= longest_value && !read.shown.starts_with('.');
    const auto [end, error] = std::from_chars(read.shown.data(), read.shown.data() + read.shown.size(),
                                              read.size, std::chars_format::fixed);
    if (!plain || error != std::errc{} || end != read.shown.data() + read.shown.size())
        return reader.fault("value", "is not digits with at most one point");
    if (unit == FigureUnit::percent && read.size > 100) return reader.fault("value", "is more than 100%");
    return read;
}

Read<FigureSet> figure_set(const JsonTree& tree, std::string path)
{
    auto reader = SL_TRY(MemberReader::of(tree, std::move(path)));
    FigureSet read;
    read.id = SL_TRY(reader.text("id"));
    read.title = SL_TRY(reader.text("title"));
    read.base = SL_TRY(reader.text("base"));
    read.year = SL_TRY(reader.text("year"));
    const auto unit = SL_TRY(reader.text("unit"));
    const auto source = SL_TRY(reader.text("source"));
    read.note = SL_TRY(reader.text_or_empty("note"));
    const auto* values = SL_TRY(reader.array("values"));
    SL_TRY(reader.nothing_else());
    if (unit != "percent" && unit != "count") return reader.fault("unit", "is neither percent nor count");
    read.unit = unit == "percent" ? FigureUnit::percent : FigureUnit::count;
    const auto bar = source.find(" | ");
    if (bar == std::string::npos) return reader.fault("source", "is not \"tag | where\"");
    read.source = {source.substr(0, bar), source.substr(bar + 3)};
    for (std::size_t i = 0; i < values->items.size(); ++i)
        read.values.push_back(
            SL_TRY(figure(values->items[i], fmt::format("{}[{}]", reader.path_of("values"), i), read.unit)));
    if (read.values.empty()) return reader.fault("values", "has no figure");
    return read;
}

Read<std::vector<FigureSet>> all_figures(std::string_view text)
{
    const auto tree = SL_TRY(parse_json(text, {.comments = JsonLimits::Comments::allowed}));
    auto reader = SL_TRY(MemberReader::of(tree, ""));
    const auto* sets = SL_TRY(reader.array("figures"));
    SL_TRY(reader.nothing_else());
    std::vector<FigureSet> read;
    std::set<std::string> ids;
    for (std::size_t i = 0; i < sets->items.size(); ++i) {
        read.push_back(SL_TRY(figure_set(sets->items[i], fmt::format("figures[{}]", i))));
        if (!ids.insert(read.back().id).second)
            return reader.fault("figures", fmt::format("has \"{}\" twice", read.back().id));
    }
    return read;
}

}  // namespace

Result<std::vector<FigureSet>, FileFault> parse_figures(std::string_view file, std::string_view text)
{
    auto read = all_figures(text);
    if (read) return std::move(read).value();
    const auto& fault = read.error();
    return fail(FileFault{std::string{file}, fault.line, fault.field, fault.problem});
}

}  // namespace safelead::exchange
