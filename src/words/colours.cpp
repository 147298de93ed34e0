// Colours, one after another: points of a picture as style sheets, canvases and tables of pixels have them.

#include "words/drawings.h"
#include "words/noise.h"

#include <algorithm>

namespace safelead::words {

namespace {

constexpr std::size_t least_colours = 256;

struct Colour {
    std::size_t begin;
    std::size_t end;
    bool is_beyond_doubt;  ///< And is no number of a ticket: "#102345".
};

/// "#1ab", "#1a2b3c", either with how much shines through.
std::size_t length_of_hex(std::string_view rest)
{
    std::size_t end = 1;
    while (end < rest.size() && end < 10 && is_hex(rest[end])) ++end;
    if (end < rest.size() && (is_alphanumeric(rest[end]) || rest[end] == '_')) return 0;
    return end == 4 || end == 5 || end == 7 || end == 9 ? end : 0;
}

/// "rgb(1, 2, 3)", "rgba(1 2 3 / 50%)".
std::size_t length_of_rgb(std::string_view rest)
{
    constexpr std::size_t longest = 48;
    const std::size_t open = rest.starts_with("rgba(") ? 5 : rest.starts_with("rgb(") ? 4 : 0;
    if (open == 0) return 0;
    const auto close = rest.substr(0, longest).find(')');
    if (close == npos) return 0;
    const auto within = rest.substr(open, close - open);
    const bool are_numbers = within.find_first_not_of("0123456789.,%/ ") == npos;
    return are_numbers && std::ranges::any_of(within, is_digit) ? close + 1 : 0;
}

Colour colour_at(std::string_view lower, std::size_t at)
{
    const auto rest = lower.substr(at);
    if (rest.front() == '#') {
        const auto length = length_of_hex(rest);
        return {at, at + length, std::ranges::any_of(rest.substr(0, length), is_letter)};
    }
    const bool begins_word = at == 0 || !is_alphanumeric(lower[at - 1]);
    return {at, at + (rest.front() == 'r' && begins_word ? length_of_rgb(rest) : 0), true};
}

/// A few signs and short numbers, which may be of "px": where the point stands.
bool is_between_points(std::string_view between)
{
    constexpr std::size_t longest = 60;
    constexpr std::size_t longest_number = 5;
    if (between.size() > longest) return false;
    for (std::size_t at = 0; at < between.size();) {
        if (!is_alphanumeric(between[at])) {
            ++at;
            continue;
        }
        std::size_t end = at;
        while (end < between.size() && is_digit(between[end])) ++end;
        if (end == at || end - at > longest_number) return false;
        for (const std::string_view unit : {"px", "em", "vw"})
            if (between.substr(end).starts_with(unit)) end += unit.size();
        if (end < between.size() && is_alphanumeric(between[end])) return false;
        at = end;
    }
    return true;
}

/// Colours with no words between.
class Run {
public:
    void add(const Colour& colour)
    {
        begin_ = count_ == 0 ? colour.begin : begin_;
        end_ = colour.end;
        ++count_;
        sure_ += colour.is_beyond_doubt ? 1U : 0U;
    }
    [[nodiscard]] std::size_t end() const { return end_; }
    void close(std::vector<Span>& spans)
    {
        if (count_ >= least_colours && sure_ * 8 >= count_) spans.push_back({begin_, end_, Carries::data});
        *this = {};
    }

private:
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::size_t count_ = 0;
    std::size_t sure_ = 0;
};

}  // namespace

void find_colours(std::string_view lower, std::vector<Span>& spans)
{
    constexpr std::size_t shortest_colour = 4;
    if (lower.size() < least_colours * shortest_colour) return;
    Run run;
    for (std::size_t at = lower.find_first_of("#r"); at != npos; at = lower.find_first_of("#r", at)) {
        const auto colour = colour_at(lower, at);
        if (colour.end == at) {
            ++at;
            continue;
        }
        if (!is_between_points(lower.substr(run.end(), at - run.end()))) run.close(spans);
        run.add(colour);
        at = colour.end;
    }
    run.close(spans);
}

}  // namespace safelead::words
