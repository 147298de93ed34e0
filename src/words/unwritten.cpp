#include "words/even.h"
#include "words/hidden.h"
#include "words/scripts.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>

namespace safelead::words {

namespace {

constexpr std::size_t longest_unwritten = 16;
constexpr std::size_t longest_mixed = 24;
constexpr std::size_t longest_without_common = 48;
constexpr std::size_t longest_of_emoji = 128;
constexpr std::size_t longest_word = 64;
constexpr std::size_t most_letters_of_word = 40;

std::size_t kinds_in(std::span<const Placed> run)
{
    std::unordered_set<char32_t> kinds;
    for (const Placed& one : run) kinds.insert(one.point);
    return kinds.size();
}

/// Marks each run of characters that are so and that, as a whole, is data.
template <class Is, class IsData>
void mark_runs(std::span<const Placed> all, Is is, IsData is_data, std::vector<Span>& spans)
{
    each_run(all, is, [&](std::size_t begin, std::size_t end) {
        if (is_data(all.subspan(begin, end - begin)))
            spans.push_back({all[begin].begin, all[end - 1].end, Carries::data});
    });
}

/// A bar of one sign, or of two ("▓▓▓▓░░"), carries nothing.
bool changes_often(std::span<const Placed> run)
{
    std::size_t changes = 0;
    for (std::size_t i = 1; i < run.size(); ++i) changes += run[i].point != run[i - 1].point ? 1U : 0U;
    return run.size() >= longest_unwritten && changes * 2 >= longest_unwritten;
}

bool is_of_mixed_scripts(std::span<const Placed> word)
{
    std::size_t changes = 0;
    char32_t script = 0;
    for (const Placed& one : word) {
        const char32_t next = script_of(one.point);
        changes += script != 0 && next != 0 && next != script ? 1U : 0U;
        script = next != 0 ? next : script;
    }
    return word.size() >= longest_mixed && changes * 5 >= word.size();
}

/// A word longer than any, of more letters than any.
bool is_no_word(std::span<const Placed> word)
{
    return word.size() > longest_word && kinds_in(word) >= most_letters_of_word;
}

/// Long runs of ideographs among which is none of the common ones; of Hangul without a space, with few of
/// them.
void find_ideographs(std::span<const Placed> all, std::vector<Span>& spans)
{
    const auto is_rare = [](char32_t point) { return is_ideograph(point) && !is_common_ideograph(point); };
    const auto is_long = [](std::span<const Placed> run) { return run.size() >= longest_without_common; };
    mark_runs(all, is_rare, is_long, spans);
    const auto has_few_common = [](std::span<const Placed> run) {
        const auto common = std::ranges::count_if(run, is_common_hangul, &Placed::point);
        return run.size() >= longest_word && static_cast<std::size_t>(common) * 5 < run.size();
    };
    mark_runs(all, is_hangul, has_few_common, spans);
}

/// One letter for each byte: no alphabet has as many as that, and no writing that has uses as many that stand
/// next to each other.
void find_large_alphabets(std::span<const Placed> all, std::vector<Span>& spans)
{
    constexpr std::size_t window = 128;
    std::vector<Placed> letters;
    std::ranges::copy_if(all, std::back_inserter(letters), may_stand_for_byte, &Placed::point);
    for (std::size_t at = 0; at + window <= letters.size(); at += window / 4) {
        const auto among = std::span{letters}.subspan(at, window);
        const bool is_alphabet = std::ranges::all_of(among, is_of_alphabet, &Placed::point);
        const auto [least, most] = std::ranges::minmax(among, {}, &Placed::point);
        const auto range = most.point - least.point;
        const auto kinds = kinds_in(among);
        if (is_alphabet ? kinds >= 72 && range < 0x180 : kinds >= 90 && range < 0x110)
            spans.push_back({among.front().begin, among.back().end, Carries::data});
    }
}

void find_emoji(std::span<const Placed> all, std::vector<Span>& spans)
{
    const auto is = [](char32_t point) { return is_emoji(point) || is_invisible(point); };
    const auto are_many = [](std::span<const Placed> run) {
        return run.size() >= longest_of_emoji && kinds_in(run) * 4 >= longest_of_emoji;
    };
    mark_runs(all, is, are_many, spans);
}

}  // namespace

void find_unwritten(std::span<const Placed> all, std::vector<Span>& spans)
{
    mark_runs(all, is_unwritten, changes_often, spans);
    mark_runs(all, [](char32_t point) { return !parts_words(point); }, is_of_mixed_scripts, spans);
    mark_runs(all, parts_by_spaces, is_no_word, spans);
    find_ideographs(all, spans);
    find_large_alphabets(all, spans);
    find_emoji(all, spans);
    find_even_characters(all, spans);
}

}  // namespace safelead::words
