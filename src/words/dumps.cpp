// What od, hexdump, xxd and their like print: told by its form, whatever the numbers are.

#include "base/text.h"
#include "words/noise.h"
#include "words/tokens.h"

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

namespace safelead::words {

namespace {

constexpr std::size_t least_lines = 8;
constexpr std::size_t most_strange_lines = 2;
constexpr std::size_t least_words = 64;

/// A line, and the place in a file that it may begin with: of six digits or more, as no time of day is.
struct Line {
    std::size_t begin;  ///< Behind the marks of quoted mail.
    std::size_t end;
    std::string_view place;
    std::string_view rest;
};

Line line_of(std::string_view letters, Token line)
{
    constexpr std::size_t shortest = 6;
    constexpr std::size_t longest = 16;
    constexpr std::size_t longest_line = 8192;
    static constexpr auto quotes = sets::spaces.with(LetterSet{">"});
    auto [begin, end] = line;
    while (begin < end && quotes.has(letters[begin])) ++begin;
    const auto text = letters.substr(begin, end - begin);
    const auto digits = static_cast<std::size_t>(std::ranges::find_if_not(text, is_hex) - text.begin());
    auto rest = text.substr(digits);
    if (rest.starts_with(':')) rest.remove_prefix(1);
    const bool is_place = text.size() <= longest_line && digits >= shortest && digits <= longest &&
                          (rest.empty() || is_space(rest.front()));
    return is_place ? Line{begin, end, text.substr(0, digits), rest} : Line{begin, end, {}, text};
}

/// In what base the places are, how many bytes a line has and how many of them a column.
struct Form {
    int base = 16;
    std::uint64_t step = 0;
    std::size_t bytes = 1;
};

std::optional<std::uint64_t> place_of(const Line& line, int base)
{
    std::uint64_t place = 0;
    const auto* const end = line.place.data() + line.place.size();
    const auto [at, fault] = std::from_chars(line.place.data(), end, place, base);
    if (line.place.empty() || fault != std::errc{} || at != end) return std::nullopt;
    return place;
}

/// How many digits the largest number of so many bytes has.
std::size_t digits_of(std::size_t bytes)
{
    return bytes * 8 * 302 / 1000 + 1;
}

bool is_octal(std::string_view text)
{
    return text.find_first_not_of("01234567") == npos;
}

/// One column: a number of just so many bytes.
struct Column {
    bool is_number = false;
    bool fills_its_bytes = false;  ///< As prices and amounts beside a rising number don't.
};

Column column_of(std::string_view token, std::size_t bytes)
{
    static constexpr auto of_fractions = sets::digits.with(LetterSet{"+-.einfa"});
    const bool is_whole = (token.size() == bytes * 2 && std::ranges::all_of(token, is_hex)) ||
                          (token.size() == (bytes * 8 + 2) / 3 && is_octal(token)) ||
                          (token.size() == bytes * 8 && token.find_first_not_of("01") == npos);
    if (is_whole) return {true, true};
    const auto digits = token.substr(token.starts_with('-') ? 1 : 0);
    if (!digits.empty() && digits.size() <= digits_of(bytes) && std::ranges::all_of(digits, is_digit))
        return {true, bytes == 1 || digits.size() > digits_of(bytes - 1)};
    const bool is_fraction =
        bytes >= 4 && std::ranges::all_of(token, [](char c) { return of_fractions.has(c); });
    return {is_fraction, is_fraction && (token.size() >= 9 || token.find("e-") != npos)};
}

struct Fit {
    bool fits = false;
    std::size_t columns = 0;
    std::size_t filled = 0;
};

/// As many columns as the bytes of a line need, and no more behind them than a letter for each byte.
Fit fit_of(const Line& line, const Form& form)
{
    const auto step = static_cast<std::size_t>(form.step);
    const auto needed = step / form.bytes;
    const auto tokens = tokens_of(line.rest);
    std::size_t columns = 0;
    std::size_t filled = 0;
    for (; columns < std::min(needed, tokens.size()); ++columns) {
        const auto column = column_of(tokens[columns].in(line.rest), form.bytes);
        if (!column.is_number) break;
        filled += column.fills_its_bytes ? 1U : 0U;
    }
    if (columns == needed)
        return {trim(line.rest.substr(tokens[columns - 1].end)).size() <= step + 4, columns, filled};
    // Letters and names of controls; a space has nothing in its column.
    const bool is_letters = form.bytes == 1 && step >= 8 && tokens.size() * 4 >= step * 3 &&
                            tokens.size() <= step &&
                            std::ranges::all_of(tokens, [](const Token& token) { return token.size() <= 3; });
    return {is_letters, tokens.size(), tokens.size()};
}

/// Lines of one form whose places rise by one step. Between them may stand a "*", for lines that are all the
/// same, more of the same bytes in another way, or a stray line.
class Dump {
public:
    Dump(std::span<const Line> lines, std::size_t first, const Form& form) : lines_{lines}, form_{form}
    {
        const auto place = place_of(lines[first], form.base);
        if (!place || *place % form.step != 0 || !take(first)) return;
        place_ = *place;
        std::size_t strange = 0;
        bool belongs = true;
        for (auto at = first + 1; at < lines.size() && strange <= most_strange_lines; ++at) {
            if (follows(at, strange > 0) && take(at, belongs)) {
                place_ = *place_of(lines[at], form.base);
                strange = 0;
                belongs = true;
            } else {
                ++strange;
                belongs = belongs && belongs_to_line_before(at);
            }
        }
        // The last line has what was left over, and after it may stand how long all is.
        for (int ends = 0; ends < 2 && next() < lines.size() && ends_at(next()); ++ends)
            ++groups_.back().second;
    }

    [[nodiscard]] bool is_one() const { return count_ >= least_lines && filled_ * 8 >= columns_; }
    [[nodiscard]] std::size_t count() const { return count_; }
    /// Of one that has lines: the line after it.
    [[nodiscard]] std::size_t next() const { return groups_.back().second + 1; }
    void mark(std::vector<Span>& spans) const
    {
        for (const auto& [first, last] : groups_)
            spans.push_back({lines_[first].begin, lines_[last].end, Carries::data});
    }

private:
    bool take(std::size_t at, bool belongs = false)
    {
        const auto fit = fit_of(lines_[at], form_);
        if (!fit.fits) return false;
        ++count_;
        columns_ += fit.columns;
        filled_ += fit.filled;
        if (belongs)
            groups_.back().second = at;
        else
            groups_.emplace_back(at, at);
        return true;
    }

    [[nodiscard]] bool follows(std::size_t at, bool may_leap) const
    {
        const auto place = place_of(lines_[at], form_.base);
        if (!place || *place <= place_) return false;
        const auto rise = *place - place_;
        if (may_leap) return rise % form_.step == 0;
        return rise == form_.step && lines_[at].place.size() == lines_[at - 1].place.size();
    }

    [[nodiscard]] bool belongs_to_line_before(std::size_t at) const
    {
        const auto& line = lines_[at];
        if (line.place.empty()) return line.rest == "*" || line.rest.empty() || is_indented(at);
        return place_of(line, form_.base) == place_;
    }

    /// As far as the places are wide: od writes the same bytes in several ways so.
    [[nodiscard]] bool is_indented(std::size_t at) const
    {
        const auto line_end = lines_[at - 1].end;
        return lines_[at].begin >= line_end + 7;
    }

    [[nodiscard]] bool ends_at(std::size_t at) const
    {
        const auto place = place_of(lines_[at], form_.base);
        return place && *place > place_ && *place <= place_ + 2 * form_.step &&
               lines_[at].rest.size() <= lines_[at - 1].rest.size() + form_.step;
    }

    std::span<const Line> lines_;
    Form form_;
    std::uint64_t place_ = 0;
    std::size_t count_ = 0;
    std::size_t columns_ = 0;
    std::size_t filled_ = 0;
    std::vector<std::pair<std::size_t, std::size_t>> groups_;
};

/// The longest dump that begins at a line, in whatever form.
std::optional<Dump> dump_at(std::span<const Line> lines, std::size_t first)
{
    constexpr std::uint64_t least_step = 4;  // Lists of numbers rise by one or so.
    constexpr std::uint64_t most_step = 256;
    std::optional<Dump> longest;
    if (first + least_lines > lines.size() || lines[first].place.empty()) return longest;
    for (const int base : {16, 10, 8}) {
        const auto place = place_of(lines[first], base);
        std::optional<std::uint64_t> second;
        for (std::size_t at = first + 1; at <= first + 1 + most_strange_lines && !second; ++at)
            if (at < lines.size()) second = place_of(lines[at], base);
        if (!place || !second || *second < *place + least_step || *second > *place + most_step) continue;
        for (const std::size_t bytes : {1U, 2U, 4U, 8U, 16U}) {
            if ((*second - *place) % bytes != 0) continue;
            Dump dump{lines, first, {base, *second - *place, bytes}};
            const auto rank = [](const Dump& one) { return std::pair{one.is_one(), one.count()}; };
            if (!longest || rank(dump) > rank(*longest)) longest = std::move(dump);
        }
    }
    return longest;
}

/// "037775 036353 050222 …": two bytes each, in octal, as od writes them without places. Of numbers that
/// somebody wrote, some have an 8 or a 9 in them, or begin with more than a 1.
void find_octal_words(std::string_view letters, const std::vector<Token>& tokens, std::vector<Span>& spans)
{
    const auto is_word = [&](const Token& token) {
        const auto text = token.in(letters);
        return text.size() == 6 && text.front() <= '1' && is_octal(text);
    };
    for (std::size_t first = 0; first < tokens.size(); ++first) {
        if (!is_word(tokens[first])) continue;
        std::size_t end = first;
        std::size_t rises = 0;
        std::set<std::string_view> kinds;
        for (; end < tokens.size() && is_word(tokens[end]); ++end) {
            kinds.insert(tokens[end].in(letters));
            rises += end > first && tokens[end].in(letters) > tokens[end - 1].in(letters) ? 1U : 0U;
        }
        const auto count = end - first;
        if (count >= least_words && kinds.size() >= 16 && rises * 4 < count * 3)
            spans.push_back({tokens[first].begin, tokens[end - 1].end, Carries::data});
        first = end - 1;
    }
}

}  // namespace

void find_dumps(std::string_view letters, const std::vector<Token>& tokens, std::vector<Span>& spans)
{
    std::vector<Line> lines;
    for (const Token line : lines_of(letters)) lines.push_back(line_of(letters, line));
    for (std::size_t at = 0; at < lines.size();) {
        const auto dump = dump_at(lines, at);
        if (dump && dump->is_one()) dump->mark(spans);
        // What is long and none needn't be looked at again from each of its lines.
        at = dump && dump->count() >= least_lines ? dump->next() : at + 1;
    }
    find_octal_words(letters, tokens, spans);
}

}  // namespace safelead::words
