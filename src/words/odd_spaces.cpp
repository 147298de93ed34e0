#include "words/look_alikes.h"
#include "words/scripts.h"

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>

namespace safelead::words {

namespace {

constexpr std::size_t least = 24;

}  // namespace

void find_odd_spaces(std::span<const Placed> all, std::vector<Span>& spans)
{
    constexpr std::size_t least_kinds = 3;
    constexpr std::size_t least_of_kind = 4;
    const auto is_odd = [](char32_t point) {
        return in(point, 0x2000, 0x200A) || point == 0x202F || point == 0x3000;
    };
    std::map<char32_t, std::size_t> times;
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < all.size(); ++i)
        if (is_odd(all[i].point)) {
            ++times[all[i].point];
            places.push_back(i);
        }
    const auto kinds =
        std::ranges::count_if(times, [](const auto& kind) { return kind.second >= least_of_kind; });
    if (places.size() < least || static_cast<std::size_t>(kinds) < least_kinds) return;
    for (const auto i : places)
        spans.push_back(
            {all[i].begin, all[i].end, i == places.front() ? Carries::data : Carries::look_alike});
}

void find_marks_in_twos(std::span<const Placed> all, std::vector<Span>& spans)
{
    constexpr std::size_t least_kinds = 12;  // Vietnamese has eight, old Greek seven.
    const auto are_two = [](const Placed& one, const Placed& next) {
        return is_accent(one.point) && is_accent(next.point);
    };
    if (std::ranges::adjacent_find(all, are_two) == all.end()) return;
    std::unordered_set<char32_t> kinds;
    std::unordered_set<std::u32string_view> forms;
    std::vector<std::size_t> places;
    std::u32string points;
    points.reserve(all.size());
    for (const Placed& one : all) points += one.point;
    for (std::size_t i = 0; i < points.size();) {
        std::size_t end = i + 1;
        while (end < points.size() && is_accent(points[end])) ++end;
        if (end - i > 2) {
            forms.insert(std::u32string_view{points}.substr(i, end - i));
            for (std::size_t mark = i + 1; mark < end; ++mark) {
                kinds.insert(points[mark]);
                places.push_back(mark);
            }
        }
        i = end;
    }
    if (forms.size() < least || kinds.size() < least_kinds) return;
    for (const auto i : places)
        spans.push_back({all[i].begin, all[i].end, i == places.front() ? Carries::data : Carries::nothing});
}

}  // namespace safelead::words
