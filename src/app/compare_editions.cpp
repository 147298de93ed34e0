#include "app/compare_editions.h"

#include "app/made_up_facts.h"
#include "decision/conclude.h"
#include "decision/smallest.h"

#include <map>
#include <utility>

namespace safelead::app {

namespace {

using guidance::Facts;
using guidance::Pack;
using guidance::Rule;

bool says_the_same(const Rule& a, const Rule& b)
{
    return a.gives == b.gives && a.when == b.when && a.standing == b.standing;
}

std::string answer_of(const Pack& pack, const Facts& facts)
{
    const auto now = decision::conclude(pack, facts);
    const auto& codes = pack.program().codes;
    return codes[now.category] + ", " + codes[now.route];
}

}  // namespace

std::vector<RuleChange> rule_changes(const Pack& before, const Pack& after)
{
    std::vector<RuleChange> changes;
    for (const auto& table : after.tables()) {
        for (const Rule& rule : table.rules) {
            const Rule* was = before.rule(rule.id.text());
            const std::string id{rule.id.text()};
            if (was == nullptr) {
                changes.push_back({id, std::nullopt, rule});
            } else if (!says_the_same(*was, rule)) {
                changes.push_back({id, *was, rule});
            }
        }
    }
    for (const auto& table : before.tables()) {
        for (const Rule& rule : table.rules) {
            if (after.rule(rule.id.text()) == nullptr)
                changes.push_back({std::string{rule.id.text()}, rule, std::nullopt});
        }
    }
    return changes;
}

std::vector<OtherAnswer> other_answers(const Pack& before, const Pack& after, std::uint64_t cases,
                                       std::uint64_t seed)
{
    Numbers numbers{seed};
    std::map<std::pair<std::string, std::string>, Facts> seen;
    for (std::uint64_t i = 0; i < cases; ++i) {
        Facts facts = made_up_facts(after.vocabulary(), numbers);
        std::string was = answer_of(before, facts);
        std::string is = answer_of(after, facts);
        if (was != is) seen.try_emplace({std::move(was), std::move(is)}, std::move(facts));
    }
    std::vector<OtherAnswer> answers;
    for (const auto& [both, facts] : seen) {
        Facts small = decision::smallest(facts, [&both, &before, &after](const Facts& tried) {
            return answer_of(before, tried) == both.first && answer_of(after, tried) == both.second;
        });
        answers.push_back({std::move(small), both.first, both.second});
    }
    return answers;
}

}  // namespace safelead::app
