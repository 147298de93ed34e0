#include "app/check_guidance.h"

#include "app/made_up_facts.h"
#include "app/packs.h"
#include "app/unused_guidance.h"
#include "decision/conclude.h"
#include "decision/laws.h"
#include "decision/smallest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace safelead::app {

namespace {

using decision::Conclusion;
using guidance::Facts;
using guidance::Pack;
using guidance::Step;

bool speaks(const Pack& pack, const Facts& facts, std::size_t table, std::size_t rule)
{
    return ((decision::conclude(pack, facts).spoke.at(table) >> rule) & 1U) != 0;
}

/// Tries one edition on many facts, and remembers the first that met each rule and called for each step.
class Trial {
public:
    Trial(const Pack& pack, std::vector<Pack> overlaid) : pack_{pack}, laws_{pack, std::move(overlaid)}
    {
        for (const auto& table : pack.tables()) {
            const std::size_t rules = table.rules.size();
            pending_[static_cast<std::size_t>(table.kind)] =
                rules == guidance::most_rules_of_table ? ~std::uint64_t{0} : (std::uint64_t{1} << rules) - 1;
        }
        for (const Step& step : pack.steps()) waiting_.push_back(&step);
    }

    void run(const CheckGuidance& asked)
    {
        Numbers numbers{asked.seed};
        for (std::uint64_t i = 0; i < asked.cases; ++i) {
            const Facts facts = made_up_facts(pack_.vocabulary(), numbers);
            const Conclusion now = decision::conclude(pack_, facts);
            remember_rules(facts, now);
            if (!waiting_.empty()) strike_out_steps(now);
            if (const auto broken = laws_.broken_by(facts, now, numbers.below(1'000'000)))
                remember_breach(facts, broken->law);
            if (asked.progress && i % 20'000 == 0) asked.progress(pack_.edition().text(), i);
        }
    }

    [[nodiscard]] EditionProof proof(std::uint64_t cases) const
    {
        EditionProof proof{.edition = std::string{pack_.edition().text()}, .cases = cases};
        proof.steps = pack_.steps().size();
        for (const auto& table : pack_.tables()) {
            for (std::size_t i = 0; i < table.rules.size(); ++i) add_rule(table, i, proof);
        }
        for (const Step* step : waiting_) {
            proof.shortcomings.push_back(
                {proof.edition,
                 fmt::format("The step {} was called for by none of {} cases.", step->id.text(), cases),
                 {}});
        }
        for (const auto& [law, facts] : breaches_) add_breach(law, facts, proof);
        return proof;
    }

private:
    using RuleAt = std::pair<std::size_t, std::size_t>;

    void remember_rules(const Facts& facts, const Conclusion& now)
    {
        for (std::size_t table = 0; table < guidance::table_count; ++table) {
            const std::uint64_t fresh = now.spoke[table] & pending_[table];
            if (fresh == 0) continue;
            pending_[table] &= ~fresh;
            for (std::size_t i = 0; i < guidance::most_rules_of_table; ++i) {
                if (((fresh >> i) & 1U) != 0) met_.emplace(RuleAt{table, i}, facts);
            }
        }
    }

    void strike_out_steps(const Conclusion& now)
    {
        const auto& codes = pack_.program().codes;
        const auto any = [&](const std::vector<guidance::Code>& asked) {
            return std::ranges::any_of(asked, [&](const guidance::Code& code) {
                const auto found = std::ranges::find(codes, code.text());
                return found != codes.end() && now.given[static_cast<std::size_t>(found - codes.begin())];
            });
        };
        std::erase_if(waiting_, [&](const Step* step) {
            return any(step->any_of) && (step->and_any.empty() || any(step->and_any)) && !any(step->unless);
        });
    }

    void remember_breach(const Facts& facts, decision::Law law) { breaches_.emplace(law, facts); }

    void add_rule(const guidance::Table& table, std::size_t i, EditionProof& proof) const
    {
        ++proof.rules;
        const guidance::Rule& rule = table.rules[i];
        const auto kind = static_cast<std::size_t>(table.kind);
        const auto found = met_.find({kind, i});
        if (found == met_.end()) {
            proof.shortcomings.push_back(
                {proof.edition,
                 fmt::format(
                     "The rule {}, which gives {}, spoke in none of {} cases{}.", rule.id.text(),
                     rule.gives.text(), proof.cases,
                     table.hit == guidance::Hit::first ? ": a rule before it may always speak first" : ""),
                 {}});
            return;
        }
        const Facts small = decision::smallest(
            found->second, [&](const Facts& facts) { return speaks(pack_, facts, kind, i); });
        proof.reached.push_back(
            {table.kind, std::string{rule.id.text()}, std::string{rule.gives.text()}, small});
    }

    void add_breach(decision::Law law, const Facts& facts, EditionProof& proof) const
    {
        const auto breaks = [&](const Facts& tried) {
            const auto broken = laws_.broken_by(tried);
            return broken && broken->law == law;
        };
        if (!breaks(facts)) return;  // A law before it is broken by the same facts, and is told.
        const Facts small = decision::smallest(facts, breaks);
        proof.shortcomings.push_back({proof.edition,
                                      fmt::format("{} {}", to_text(law), laws_.broken_by(small)->how),
                                      in_words(small)});
    }

    const Pack& pack_;
    decision::Laws laws_;
    std::array<std::uint64_t, guidance::table_count> pending_{};
    std::map<RuleAt, Facts> met_;
    std::vector<const Step*> waiting_;
    std::map<decision::Law, Facts> breaches_;
};

std::vector<Pack> with_each_overlay(const Packs& packs, const Pack& pack)
{
    std::vector<Pack> laid;
    for (const auto& overlay : packs.overlays()) {
        const std::vector<std::string> one{std::string{overlay.overlay.text()}};
        if (auto with = packs.with_overlays(pack.edition().text(), one)) laid.push_back(*std::move(with));
    }
    return laid;
}

std::string age_in_words(const guidance::Person& person)
{
    std::string words =
        person.age_at_event ? fmt::format("{} then", *person.age_at_event) : "age then missing";
    words += fmt::format(" ({})", to_text(person.age_basis));
    if (person.age) words += fmt::format(", {} now", *person.age);
    return words;
}

}  // namespace

bool Proof::holds() const
{
    return in_files.empty() &&
           std::ranges::all_of(editions, [](const EditionProof& one) { return one.shortcomings.empty(); });
}

Result<Proof, guidance::PackFault> check_guidance(const CheckGuidance& asked)
{
    const Packs packs = SL_TRY(Packs::load(asked.guidance));
    Proof proof{{}, unused_or_unsourced(packs.drafts())};
    for (const Pack& pack : packs.editions()) {
        Trial trial{pack, with_each_overlay(packs, pack)};
        trial.run(asked);
        proof.editions.push_back(trial.proof(asked.cases));
    }
    return proof;
}

std::vector<std::string> in_words(const Facts& facts)
{
    std::vector<std::string> lines;
    for (const auto& answer : facts.answers())
        lines.push_back(fmt::format("{}: {}", answer.fact.text(), answer.value));
    for (const guidance::Person& person : facts.people()) {
        std::string line = person.ref + ":";
        for (const guidance::Role role : person.roles.in_order()) line += fmt::format(" {}", to_text(role));
        line += "; " + age_in_words(person);
        if (person.setting != guidance::Setting::unknown)
            line += fmt::format("; setting {}", to_text(person.setting));
        lines.push_back(std::move(line));
    }
    if (lines.empty()) lines.emplace_back("nothing is known");
    return lines;
}

}  // namespace safelead::app
