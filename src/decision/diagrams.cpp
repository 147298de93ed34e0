#include "decision/diagrams.h"

#include "base/bug.h"
#include "base/unavailable.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace safelead::decision {

namespace {

constexpr std::uint32_t nothing_to_ask = std::numeric_limits<std::uint32_t>::max();

/// Asking what to ask next makes some hundreds of parts and forgets them again, so these sizes count: both
/// fit in the nearest cache, and a usual incident never outgrows them.
constexpr std::size_t first_places = 512;

/// The packs of this repository need some ten thousand at most; rules made to need more are refused in good
/// time.
constexpr std::size_t most_parts = 2'000'000;

std::uint64_t mix(std::uint64_t hash, std::uint64_t value)
{
    hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 29U);
}

}  // namespace

Diagrams::Diagrams(std::vector<std::uint8_t> answers)
    : answers_{std::move(answers)}, unique_(first_places), both_(first_places)
{
    if (std::ranges::any_of(answers_, [](std::uint8_t count) { return count > most_answers; }))
        throw_bug("a question has more answers than a diagram can tell apart");
    parts_.reserve(first_places / 2);
    branches_.reserve(first_places * 2);
    parts_.push_back({nothing_to_ask, 0, yes, 0});
    parts_.push_back({nothing_to_ask, 0, no, 0});
}

Diagrams::Function Diagrams::branch(std::uint32_t question, std::span<const Function> branches)
{
    if (std::ranges::all_of(branches, [&](Function f) { return f == branches.front(); }))
        return branches.front();
    std::uint64_t mixed = question;
    for (const Function f : branches) mixed = mix(mixed, f);
    const auto hash = static_cast<std::uint32_t>(mixed);

    if (parts_.size() * 2 > unique_.size()) make_room_for_parts();
    std::size_t place = hash & (unique_.size() - 1);
    for (; unique_[place] != 0; place = (place + 1) & (unique_.size() - 1)) {
        const Part& part = parts_[unique_[place]];
        if (part.hash == hash && part.question == question &&
            std::equal(branches.begin(), branches.end(), &branches_[part.first]))
            return unique_[place];
    }
    if (parts_.size() >= most_parts)
        throw Unavailable{"The rules are too entangled for every way of answering to be looked at."};
    const auto made = static_cast<Function>(parts_.size());
    parts_.push_back({question, static_cast<std::uint32_t>(branches_.size()), 0, hash});
    branches_.insert(branches_.end(), branches.begin(), branches.end());
    unique_[place] = made;
    return made;
}

void Diagrams::make_room_for_parts()
{
    unique_.assign(unique_.size() * 4, 0);
    for (Function f = yes + 1; f < parts_.size(); ++f) {
        std::size_t place = parts_[f].hash & (unique_.size() - 1);
        while (unique_[place] != 0) place = (place + 1) & (unique_.size() - 1);
        unique_[place] = f;
    }
}

void Diagrams::remember(Known known)
{
    if (++known_ * 2 > both_.size()) make_room_for_known();
    std::size_t place = mix(0, known.key) & (both_.size() - 1);
    while (both_[place].key != 0) place = (place + 1) & (both_.size() - 1);
    both_[place] = known;
}

void Diagrams::make_room_for_known()
{
    const std::vector<Known> before = std::exchange(both_, std::vector<Known>(both_.size() * 4));
    for (const Known& known : before) {
        if (known.key == 0) continue;
        std::size_t place = mix(0, known.key) & (both_.size() - 1);
        while (both_[place].key != 0) place = (place + 1) & (both_.size() - 1);
        both_[place] = known;
    }
}

Diagrams::Function Diagrams::answered(std::size_t question, const std::bitset<most_answers>& answers)
{
    std::array<Function, most_answers> branches;
    for (std::size_t i = 0; i < answers_[question]; ++i) branches[i] = answers[i] ? yes : no;
    return branch(static_cast<std::uint32_t>(question), {branches.data(), answers_[question]});
}

Diagrams::Function Diagrams::both(Function a, Function b)
{
    if (a == no || b == no) return no;
    if (a == yes || a == b) return b;
    if (b == yes) return a;
    if (a > b) std::swap(a, b);
    const std::uint64_t key = (std::uint64_t{a} << 32U) | b;
    for (std::size_t place = mix(0, key) & (both_.size() - 1); both_[place].key != 0;
         place = (place + 1) & (both_.size() - 1)) {
        if (both_[place].key == key) return both_[place].result;
    }

    const std::uint32_t question = std::min(parts_[a].question, parts_[b].question);
    const std::size_t count = answers_[question];
    std::array<Function, most_answers> results;
    for (std::size_t i = 0; i < count; ++i) {
        const Function left = parts_[a].question == question ? branches(a)[i] : a;
        const Function right = parts_[b].question == question ? branches(b)[i] : b;
        results[i] = both(left, right);
    }
    const Function result = branch(question, {results.data(), count});
    remember({key, result});
    return result;
}

Diagrams::Function Diagrams::opposite(Function a)
{
    if (a == no) return yes;
    if (a == yes) return no;
    if (parts_[a].opposite != 0) return parts_[a].opposite;
    const std::uint32_t question = parts_[a].question;
    const std::size_t count = answers_[question];
    std::array<Function, most_answers> results;
    for (std::size_t i = 0; i < count; ++i) results[i] = opposite(branches(a)[i]);
    const Function result = branch(question, {results.data(), count});
    parts_[a].opposite = result;
    parts_[result].opposite = a;
    return result;
}

Diagrams::Function Diagrams::once(Function function, std::size_t question, std::uint8_t answer)
{
    std::map<Function, Function> known;
    return once(function, static_cast<std::uint32_t>(question), answer, known);
}

Diagrams::Function Diagrams::once(Function function, std::uint32_t question, std::uint8_t answer,
                                  std::map<Function, Function>& known)
{
    const std::uint32_t asked = parts_[function].question;
    if (asked == question) return branches(function)[answer];
    if (asked > question) return function;  // The question does not come up any more.
    if (const auto found = known.find(function); found != known.end()) return found->second;
    std::array<Function, most_answers> results;
    const std::size_t count = answers_[asked];
    for (std::size_t i = 0; i < count; ++i) results[i] = once(branches(function)[i], question, answer, known);
    const Function result = branch(asked, {results.data(), count});
    known.emplace(function, result);
    return result;
}

bool Diagrams::holds(Function function, std::span<const std::uint8_t> answers) const
{
    while (parts_[function].question != nothing_to_ask)
        function = branches(function)[answers[parts_[function].question]];
    return function == yes;
}

std::optional<std::vector<std::uint8_t>> Diagrams::a_way(Function function,
                                                         std::span<const std::uint8_t> rather) const
{
    if (function == no) return std::nullopt;
    std::vector<std::uint8_t> way{rather.begin(), rather.end()};
    while (function != yes) {
        // Diagrams are reduced: whatever is not "no" can become "yes".
        const std::uint32_t question = parts_[function].question;
        std::uint8_t answer = rather[question];
        for (std::uint8_t i = 0; branches(function)[answer] == no; ++i) answer = i;
        way[question] = answer;
        function = branches(function)[answer];
    }
    return way;
}

void Diagrams::mark_questions(std::span<const Function> functions, std::vector<bool>& questions) const
{
    std::vector<bool> seen(parts_.size());
    std::vector<Function> waiting{functions.begin(), functions.end()};
    while (!waiting.empty()) {
        const Function next = waiting.back();
        waiting.pop_back();
        if (seen[next] || parts_[next].question == nothing_to_ask) continue;
        seen[next] = true;
        questions[parts_[next].question] = true;
        for (std::size_t i = 0; i < answers_[parts_[next].question]; ++i)
            waiting.push_back(branches(next)[i]);
    }
}

}  // namespace safelead::decision
