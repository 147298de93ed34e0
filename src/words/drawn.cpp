// Pictures drawn in characters: lines of signs or of squares, one under the other, or a long row of squares
// and circles. Rules, blank forms, borders and bars say the same line after line; lists of ticks have spaces
// or cells between; small drawings are no pictures of anything.

#include "words/characters.h"
#include "words/drawings.h"
#include "words/histogram.h"
#include "words/noise.h"
#include "words/scripts.h"
#include "words/tokens.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_set>

namespace safelead::words {

namespace {

constexpr std::size_t least_lines = 16;
constexpr std::size_t least_different = 12;
constexpr std::size_t shortest_line = 40;
constexpr std::size_t most_kinds_in_line = 10;
constexpr std::size_t most_kinds = 12;

// --- lines ---

struct Line {
    std::size_t begin;
    std::size_t end;
    std::u32string signs;
};

bool parts_cells(char32_t point)
{
    return point == ' ' || point == '\t' || point == ',' || point == ';' || point == '|';
}

/// Of a line that may be one of a drawing, what is seen of it; else nothing.
std::u32string signs_of(std::string_view line)
{
    if (line.size() < shortest_line || std::ranges::any_of(line, is_alphanumeric)) return {};
    std::u32string signs;
    std::set<char32_t> kinds;
    for (std::size_t at = 0; at < line.size();) {
        const auto [point, length] = character_at(line, at);
        at += length;
        if (is_invisible(point)) continue;
        if (!parts_words(point) && !is_unwritten(point)) return {};
        kinds.insert(point);
        if (kinds.size() > most_kinds_in_line) return {};
        signs += point;
    }
    return signs.size() >= shortest_line && kinds.size() > 1 ? signs : std::u32string{};
}

/// Lines that follow one another, as far as they are of nearly one length and of the same few signs.
class Block {
public:
    [[nodiscard]] bool takes(const Line& line) const
    {
        if (lines_.empty()) return true;
        auto kinds = kinds_;
        kinds.insert(line.signs.begin(), line.signs.end());
        return kinds.size() <= most_kinds && line.signs.size() * 2 >= longest_ &&
               line.signs.size() <= 2 * shortest_;
    }
    void add(Line line)
    {
        kinds_.insert(line.signs.begin(), line.signs.end());
        longest_ = std::max(longest_, line.signs.size());
        shortest_ = std::min(lines_.empty() ? line.signs.size() : shortest_, line.signs.size());
        lines_.push_back(std::move(line));
    }
    void close(std::vector<Span>& spans)
    {
        if (is_drawing()) spans.push_back({lines_.front().begin, lines_.back().end, Carries::data});
        *this = {};
    }

private:
    [[nodiscard]] bool is_drawing() const
    {
        if (lines_.size() < least_lines || are_rules()) return false;
        std::set<std::u32string_view> different;
        std::size_t changes = 0;
        std::size_t signs = 0;
        std::size_t joined = 0;
        for (const Line& line : lines_) {
            different.insert(line.signs);
            for (std::size_t i = 0; i + 1 < line.signs.size(); ++i) {
                changes += line.signs[i] != line.signs[i + 1] ? 1U : 0U;
                if (parts_cells(line.signs[i])) continue;
                ++signs;
                joined += parts_cells(line.signs[i + 1]) ? 0U : 1U;
            }
        }
        return different.size() >= least_different && different.size() * 2 >= lines_.size() &&
               changes >= 2 * lines_.size() && joined * 3 >= signs * 2;
    }
    /// Nothing but blanks to be filled in, or rows of dots.
    [[nodiscard]] bool are_rules() const
    {
        constexpr std::u32string_view rules = U"_-=.\u00B7\u2013\u2014\u2026\u2500\u2501";
        return std::ranges::count_if(kinds_, [](char32_t point) { return !parts_cells(point); }) < 2 &&
               std::ranges::any_of(kinds_, [&](char32_t p) { return rules.find(p) != rules.npos; });
    }

    std::vector<Line> lines_;
    std::set<char32_t> kinds_;
    std::size_t longest_ = 0;
    std::size_t shortest_ = 0;
};

void find_lines(std::string_view text, std::vector<Span>& spans)
{
    Block block;
    for (const Token at : lines_of(text)) {
        const auto line = at.in(text);
        // A row of the drawing may be empty.
        if (std::ranges::all_of(line, is_space)) continue;
        Line drawn{at.begin, at.end, signs_of(line)};
        if (drawn.signs.empty() || !block.takes(drawn)) block.close(spans);
        if (!drawn.signs.empty()) block.add(std::move(drawn));
    }
    block.close(spans);
}

// --- rows of squares and circles ---

bool is_shape(char32_t point)
{
    return in(point, 0x25A0, 0x25FF) || in(point, 0x2B1B, 0x2B1C) || in(point, 0x26AA, 0x26AB) ||
           in(point, 0x1F534, 0x1F535) || in(point, 0x1F7E0, 0x1F7EB) || point == 0x2B24 || point == 0x2B55;
}

struct Shape {
    char32_t point;
    std::size_t begin;
    std::size_t end;
    bool after_space;
};

/// How many stretches of eleven there are that differ: of what is set in a pattern, few.
std::size_t different_stretches(std::span<const Shape> shapes)
{
    constexpr std::size_t length = 11;
    std::u32string all;
    for (const Shape& shape : shapes) all += shape.point;
    std::unordered_set<std::u32string_view> different;
    for (std::size_t i = 0; i + length <= all.size(); ++i)
        different.insert(std::u32string_view{all}.substr(i, length));
    return different.size();
}

/// How many rows there are of shapes that touch.
std::size_t rows_of(std::span<const Shape> shapes)
{
    return 1 + static_cast<std::size_t>(std::ranges::count_if(shapes.subspan(1), &Shape::after_space));
}

/// Noughts and ones, or a few more: as even as nobody's bars and grids are, and in rows of eight or more, as
/// lights and ticks in cells are not.
bool are_bits(std::span<const Shape> shapes)
{
    std::map<char32_t, std::size_t> kinds;
    Histogram<16> histogram;
    for (const Shape& shape : shapes) {
        const auto kind = kinds.try_emplace(shape.point, kinds.size()).first->second;
        if (kind >= histogram.times.size()) return false;
        histogram.add(kind);
    }
    return kinds.size() > 1 && rows_of(shapes) * 8 <= shapes.size() + 8 && histogram.is_even(0.03) &&
           different_stretches(shapes) * 100 >= shapes.size() * 45;
}

/// A drawing all in one row, or in long ones.
bool is_drawn_in_a_row(std::span<const Shape> shapes)
{
    constexpr std::size_t least_stretches = 64;
    std::size_t changes = 0;
    for (std::size_t i = 1; i < shapes.size(); ++i)
        changes += shapes[i].point != shapes[i - 1].point ? 1U : 0U;
    return rows_of(shapes) * shortest_line <= shapes.size() && changes * 32 >= shapes.size() &&
           different_stretches(shapes) >= least_stretches;
}

void find_windows(std::span<const Shape> shapes, std::vector<Span>& spans)
{
    constexpr std::size_t window = 1024;
    constexpr std::size_t step = window / 4;
    for (std::size_t at = 0; at + window <= shapes.size(); at += step) {
        const bool is_last = at + window + step > shapes.size();
        const auto among = shapes.subspan(at, window);
        if (are_bits(among) || is_drawn_in_a_row(among))
            spans.push_back(
                {among.front().begin, is_last ? shapes.back().end : among.back().end, Carries::data});
    }
}

/// With white space between, and nothing else.
void find_shapes(std::string_view text, std::vector<Span>& spans)
{
    std::vector<Shape> shapes;
    bool after_space = false;
    for (std::size_t at = 0; at < text.size();) {
        const auto [point, length] = character_at(text, at);
        const bool is_gap = point < 0x80 && is_space(static_cast<char>(point));
        if (is_shape(point)) {
            shapes.push_back({point, at, at + length, after_space});
        } else if (!shapes.empty() && !is_gap && !is_invisible(point)) {
            find_windows(shapes, spans);
            shapes.clear();
        }
        after_space = is_gap;
        at += length;
    }
    find_windows(shapes, spans);
}

}  // namespace

void find_drawn(std::string_view text, std::vector<Span>& spans)
{
    find_lines(text, spans);
    const bool is_plain =
        std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
    if (!is_plain) find_shapes(text, spans);
}

}  // namespace safelead::words
