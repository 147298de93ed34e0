#include "decision/diagrams.h"

#include <algorithm>
#include <limits>

namespace safelead::decision {

namespace {

constexpr std::uint32_t nothing_to_ask = std::numeric_limits<std::uint32_t>::max();

std::uint64_t mix(std::uint64_t hash, std::uint64_t value)
{
    hash = (hash ^ value) * 0x9E3779B97F4A7C15U;
    return hash ^ (hash >> 29U);
}

}  // namespace

Diagrams::Diagrams(std::vector<std::uint8_t> answers) : answers_{std::move(answers)}
{
    parts_.push_back({nothing_to_ask, 0, yes});
    parts_.push_back({nothing_to_ask, 0, no});
}

Diagrams::Function Diagrams::branch(std::uint32_t question, const std::vector<Function>& branches)
{
    if (std::ranges::all_of(branches, [&](Function f) { return f == branches.front(); }))
        return branches.front();
    std::uint64_t hash = question;
    for (const Function f : branches) hash = mix(hash, f);
    const auto [begin, end] = unique_.equal_range(hash);
    for (auto found = begin; found != end; ++found) {
        const Part& part = parts_[found->second];
        if (part.question == question && std::equal(branches.begin(), branches.end(), &branches_[part.first]))
            return found->second;
    }
    const auto made = static_cast<Function>(parts_.size());
    parts_.push_back({question, static_cast<std::uint32_t>(branches_.size()), 0});
    branches_.insert(branches_.end(), branches.begin(), branches.end());
    unique_.emplace(hash, made);
    return made;
}

Diagrams::Function Diagrams::answered(std::size_t question, const std::bitset<most_answers>& answers)
{
    std::vector<Function> branches(answers_[question]);
    for (std::size_t i = 0; i < branches.size(); ++i) branches[i] = answers[i] ? yes : no;
    return branch(static_cast<std::uint32_t>(question), branches);
}

Diagrams::Function Diagrams::both(Function a, Function b)
{
    if (a == no || b == no) return no;
    if (a == yes || a == b) return b;
    if (b == yes) return a;
    if (a > b) std::swap(a, b);
    const std::uint64_t key = (std::uint64_t{a} << 32U) | b;
    if (const auto known = both_.find(key); known != both_.end()) return known->second;

    const std::uint32_t question = std::min(parts_[a].question, parts_[b].question);
    std::vector<Function> results(answers_[question]);
    for (std::size_t i = 0; i < results.size(); ++i) {
        const Function left = parts_[a].question == question ? branches(a)[i] : a;
        const Function right = parts_[b].question == question ? branches(b)[i] : b;
        results[i] = both(left, right);
    }
    const Function result = branch(question, results);
    both_.emplace(key, result);
    return result;
}

Diagrams::Function Diagrams::opposite(Function a)
{
    if (a == no) return yes;
    if (a == yes) return no;
    if (parts_[a].opposite != 0) return parts_[a].opposite;
    const std::uint32_t question = parts_[a].question;
    std::vector<Function> results(answers_[question]);
    for (std::size_t i = 0; i < results.size(); ++i) results[i] = opposite(branches(a)[i]);
    const Function result = branch(question, results);
    parts_[a].opposite = result;
    parts_[result].opposite = a;
    return result;
}

void Diagrams::mark_questions(Function function, std::vector<bool>& questions) const
{
    std::vector<bool> seen(parts_.size());
    std::vector<Function> waiting{function};
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
