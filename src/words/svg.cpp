#include "words/drawings.h"
#include "words/noise.h"

#include <algorithm>
#include <array>
#include <optional>

namespace safelead::words {

namespace {

/// "<", also as it is escaped.
std::size_t bracket_at(std::string_view lower, std::size_t at)
{
    static constexpr LetterSet firsts{"<%&\\"};
    if (!firsts.has(lower[at])) return 0;
    if (lower[at] == '<') return 1;
    for (const std::string_view escaped : {"%3c", "&lt;", "\\u003c"})
        if (lower.substr(at, escaped.size()) == escaped) return escaped.size();
    return 0;
}

/// One tag: "<svg ", "</svg", "<ns:path ".
struct Tag {
    std::size_t begin;
    std::size_t after_name;
    std::string_view name;
    bool closes;
};

std::optional<Tag> tag_at(std::string_view lower, std::size_t at)
{
    const auto bracket = bracket_at(lower, at);
    if (bracket == 0) return std::nullopt;
    auto begin = at + bracket;
    const bool closes = lower.substr(begin, 1) == "/" || lower.substr(begin, 3) == "%2f";
    if (closes) begin += lower[begin] == '/' ? 1U : 3U;
    auto end = begin;
    while (end < lower.size() && is_letter(lower[end]) && end - begin < 24) ++end;
    if (end < lower.size() && lower[end] == ':') {
        begin = ++end;
        while (end < lower.size() && is_letter(lower[end]) && end - begin < 24) ++end;
    }
    return Tag{at, end, lower.substr(begin, end - begin), closes};
}

/// Behind the tag's ">", or at the next "<"; nothing if neither comes, and then no other tag does.
std::size_t tag_end(std::string_view lower, std::size_t from)
{
    static constexpr LetterSet may_stop{"<>%&\\"};
    for (std::size_t at = from; at < lower.size(); ++at) {
        if (!may_stop.has(lower[at])) continue;
        if (lower[at] == '>') return at + 1;
        if (bracket_at(lower, at) > 0) return at;
        for (const std::string_view escaped : {"%3e", "&gt;", "\\u003e"})
            if (lower.substr(at, escaped.size()) == escaped) return at + escaped.size();
    }
    return npos;
}

bool draws(std::string_view name)
{
    static constexpr auto names =
        std::to_array<std::string_view>({"path", "polygon", "polyline", "rect", "circle", "ellipse", "line",
                                         "image", "use", "feimage", "foreignobject"});
    return std::ranges::find(names, name) != names.end();
}

/// What stands right before: "data:image/svg+xml;utf8,".
std::size_t with_data(std::string_view lower, std::size_t begin)
{
    const auto from = begin > 60 ? begin - 60 : 0;
    const auto data = lower.substr(from, begin - from).rfind("data:image/svg");
    if (data == npos || std::ranges::any_of(lower.substr(from + data, begin - from - data), is_space))
        return begin;
    return from + data;
}

}  // namespace

void find_svg(std::string_view lower, std::vector<Span>& spans)
{
    std::size_t depth = 0;
    std::size_t begin = 0;
    std::vector<Span> drawing;
    for (std::size_t at = 0; at < lower.size(); ++at) {
        const auto tag = tag_at(lower, at);
        if (!tag || (tag->name != "svg" && !draws(tag->name))) continue;
        const auto end = tag_end(lower, tag->after_name);
        if (end == npos) break;
        const auto whole = lower.substr(tag->begin, end - tag->begin);
        if (draws(tag->name)) {
            if (whole.find('=') != npos) drawing.push_back({tag->begin, end, Carries::data});
        } else if (!tag->closes) {
            if (depth++ == 0) begin = with_data(lower, tag->begin);
        } else if (depth > 0 && --depth == 0 && !drawing.empty() && drawing.back().begin > begin) {
            while (!drawing.empty() && drawing.back().begin >= begin) drawing.pop_back();
            drawing.push_back({begin, end, Carries::data});
        }
        at = end - 1;
    }
    spans.insert(spans.end(), drawing.begin(), drawing.end());
}

}  // namespace safelead::words
