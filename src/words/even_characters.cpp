// Bytes may be written in any letters, or in emoji: base64 in kana, base32 in Cyrillic. The skeleton has none
// of those, so they are looked at as they are. How far the limits are from what people write: ADR 0268.

#include "words/even.h"
#include "words/histogram.h"
#include "words/noise.h"
#include "words/scripts.h"
#include "words/skeleton.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <unordered_map>
#include <unordered_set>

namespace safelead::words {

namespace {

enum class Of { any, alphabets, others };

/// A window of so many characters is data if they are of so many kinds, those that come less often than
/// `least_times` left out; want no more than `slack` of the bits that so many kinds can carry; and stand next
/// to each other in at least `pairs` of as many ways as they would in no order. Syllables and ideographs are
/// many, and lists of names can be even in them: but there each has its place.
struct Reach {
    Of of;
    std::size_t size;
    std::size_t least_kinds;
    std::size_t most_kinds;
    std::uint32_t least_times;
    double slack;
    double pairs;
};
constexpr std::array reaches{Reach{Of::any, 720, 8, 40, 3, 0.1, 0.7},
                             Reach{Of::alphabets, 400, 41, 128, 2, 0.1, 0.9},
                             Reach{Of::others, 1280, 41, 300, 2, 0.1, 0.95}};
constexpr std::size_t shortest = std::ranges::min(reaches, {}, &Reach::size).size;
constexpr std::size_t longest = std::ranges::max(reaches, {}, &Reach::size).size;

/// Neither Latin letters nor digits, in whatever dress: even.cpp reads those.
bool is_in_stream(char32_t point)
{
    if (!may_stand_for_byte(point) || script_of(point) == 1) return false;
    return in(point, 0x0370, 0x052F) || !is_alphanumeric(letter_for(point));
}

struct Stream {
    std::vector<std::size_t> places;    ///< Of each character, among all.
    std::vector<std::uint32_t> kinds;   ///< Of each, in the order in which they came first.
    std::vector<bool> are_of_alphabet;  ///< Of each kind.
};

Stream stream_of(std::span<const Placed> all)
{
    Stream stream;
    std::unordered_map<char32_t, std::uint32_t> kind_of;
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (!is_in_stream(all[i].point)) continue;
        const auto next = static_cast<std::uint32_t>(kind_of.size());
        stream.places.push_back(i);
        const auto [kind, is_new] = kind_of.try_emplace(all[i].point, next);
        if (is_new) stream.are_of_alphabet.push_back(is_of_alphabet(all[i].point));
        stream.kinds.push_back(kind->second);
    }
    return stream;
}

const std::array<double, longest + 1>& logarithms()
{
    static const auto table = [] {
        std::array<double, longest + 1> made{};
        for (std::size_t i = 1; i < made.size(); ++i) made[i] = std::log2(static_cast<double>(i));
        return made;
    }();
    return table;
}

/// As `Histogram::is_even`, over any number of kinds.
bool is_even(std::span<const std::uint32_t> window, std::span<const std::uint32_t> times, const Reach& reach)
{
    const auto& log_of = logarithms();
    std::size_t kept = 0;
    double kinds = 0;
    double sum = 0;
    for (const auto kind : window) {
        const auto count = times[kind];
        if (count < reach.least_times) continue;
        ++kept;
        kinds += 1.0 / count;
        sum += log_of[count];
    }
    if (kept * 100 < window.size() * 94 || kinds < static_cast<double>(reach.least_kinds) - 0.5 ||
        kinds > static_cast<double>(reach.most_kinds) + 0.5)
        return false;
    const auto all = static_cast<double>(kept);
    return log_of[kept] - sum / all >= std::log2(kinds) - reach.slack - (kinds - 1) / (1.386 * all);
}

/// Whether any follows any: in words some never stand next to each other, and some always do.
bool are_in_no_order(std::span<const std::uint32_t> window, double share)
{
    std::unordered_set<std::uint64_t> pairs;
    std::unordered_set<std::uint32_t> kinds{window.front()};
    for (std::size_t i = 1; i < window.size(); ++i) {
        pairs.insert(std::uint64_t{window[i - 1]} << 32U | window[i]);
        kinds.insert(window[i]);
    }
    const auto possible = static_cast<double>(kinds.size() * kinds.size());
    const auto expected = possible * (1 - std::exp(-static_cast<double>(window.size()) / possible));
    return static_cast<double>(pairs.size()) >= share * expected;
}

bool is_of(std::span<const std::uint32_t> window, const Stream& stream, Of of)
{
    if (of == Of::any) return true;
    const auto letters = static_cast<std::size_t>(
        std::ranges::count_if(window, [&](std::uint32_t kind) { return stream.are_of_alphabet[kind]; }));
    return (letters * 2 >= window.size()) == (of == Of::alphabets);
}

/// Rows of emoji that were copied again and again are even too.
bool repeats_itself(std::span<const std::uint32_t> window)
{
    return says_the_same(window.size(), 3, [&](std::size_t i) { return window[i]; });
}

/// Each character is looked at sixteen times.
void find_windows(std::span<const Placed> all, const Stream& stream, const Reach& reach,
                  std::vector<Span>& spans)
{
    const std::span kinds{stream.kinds};
    std::vector<std::uint32_t> times(stream.are_of_alphabet.size());
    std::size_t counted_to = 0;
    const auto look = [&](std::size_t at) {
        for (; counted_to < at + reach.size; ++counted_to) {
            ++times[kinds[counted_to]];
            if (counted_to >= reach.size) --times[kinds[counted_to - reach.size]];
        }
        const auto window = kinds.subspan(at, reach.size);
        const auto first = stream.places[at];
        const auto last = stream.places[at + reach.size - 1];
        // Ticks and faces that stand here and there in a long text are its writer's.
        if (last - first + 1 > reach.size * 2 || !is_of(window, stream, reach.of) ||
            !is_even(window, times, reach) || repeats_itself(window) || !are_in_no_order(window, reach.pairs))
            return;
        spans.push_back({all[first].begin, all[last].end, Carries::data});
    };
    std::size_t at = 0;
    for (; at + reach.size <= kinds.size(); at += reach.size / 16) look(at);
    if (at > 0) look(kinds.size() - reach.size);  // What is left at the end is shorter than a step.
}

}  // namespace

void find_even_characters(std::span<const Placed> all, std::vector<Span>& spans)
{
    const auto stream = stream_of(all);
    if (stream.kinds.size() < shortest) return;
    for (const Reach& reach : reaches) find_windows(all, stream, reach, spans);
}

}  // namespace safelead::words
