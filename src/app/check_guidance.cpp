#include "app/check_guidance.h"

#include "app/check_arrangements.h"
#include "app/check_examples.h"
#include "app/check_overlays.h"
#include "app/differences.h"
#include "app/made_up_facts.h"
#include "app/packs.h"
#include "app/unused_guidance.h"
#include "decision/conclude.h"
#include "decision/laws.h"
#include "decision/prove.h"
#include "decision/smallest.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <set>

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

/// Tries one edition on many facts, and remembers the first that met each rule, called for each step and
/// broke each law.
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
                breaches_.emplace(broken->law, facts);
            if (asked.progress && i % 20'000 == 0) asked.progress(pack_.edition().text(), i);
        }
    }

    [[nodiscard]] const decision::Laws& laws() const { return laws_; }
    [[nodiscard]] const std::vector<const Step*>& never_called() const { return waiting_; }
    [[nodiscard]] const std::map<decision::Law, Facts>& breaches() const { return breaches_; }
    [[nodiscard]] const Facts* met(std::size_t table, std::size_t rule) const
    {
        const auto found = met_.find({table, rule});
        return found == met_.end() ? nullptr : &found->second;
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

    const Pack& pack_;
    decision::Laws laws_;
    std::array<std::uint64_t, guidance::table_count> pending_{};
    std::map<RuleAt, Facts> met_;
    std::vector<const Step*> waiting_;
    std::map<decision::Law, Facts> breaches_;
};

/// What is told of one edition: what was proved, and where nothing could be, what was tried.
class Report {
public:
    Report(const Pack& pack, const Trial& trial, std::uint64_t cases) : pack_{pack}, trial_{trial}
    {
        told_.edition = std::string{pack.edition().text()};
        told_.cases = cases;
        told_.steps = pack.steps().size();
        for (const auto& table : pack.tables()) told_.rules += table.rules.size();
    }

    EditionProof proved(const decision::Proven& proven)
    {
        for (const auto& reach : proven.rules) {
            const guidance::Rule& rule = rule_of(reach.table, reach.rule);
            if (reach.example) {
                reached(reach.table, reach.rule, *reach.example);
            } else {
                told_.shortcomings.push_back(
                    {told_.edition,
                     fmt::format("The rule {}, which gives {}, can never speak, whatever the facts{}.",
                                 rule.id.text(), rule.gives.text(), because_of_earlier(reach.table)),
                     {}});
            }
        }
        for (const auto& reach : proven.steps) {
            if (!reach.example)
                told_.shortcomings.push_back(
                    {told_.edition,
                     fmt::format("The step {} can never be called for.", pack_.steps()[reach.step].id.text()),
                     {}});
        }
        for (const auto& two : proven.not_one)
            told_.shortcomings.push_back(
                {told_.edition,
                 fmt::format("In the table {} more or less than one rule speaks.", to_text(two.table)),
                 in_words(two.example)});
        for (const auto& [law, facts] : proven.breaches) breach(law, facts);
        tell_tried_breaches();
        return std::move(told_);
    }

    EditionProof tried(const std::string& why_not_proved)
    {
        told_.not_proved = why_not_proved;
        for (const auto& table : pack_.tables()) {
            for (std::size_t i = 0; i < table.rules.size(); ++i) {
                if (const Facts* facts = trial_.met(static_cast<std::size_t>(table.kind), i)) {
                    reached(table.kind, i, *facts);
                    continue;
                }
                told_.shortcomings.push_back(
                    {told_.edition,
                     fmt::format("The rule {}, which gives {}, spoke in none of {} cases{}.",
                                 table.rules[i].id.text(), table.rules[i].gives.text(), told_.cases,
                                 because_of_earlier(table.kind)),
                     {}});
            }
        }
        for (const Step* step : trial_.never_called()) {
            told_.shortcomings.push_back(
                {told_.edition,
                 fmt::format("The step {} was called for by none of {} cases.", step->id.text(), told_.cases),
                 {}});
        }
        tell_tried_breaches();
        return std::move(told_);
    }

private:
    [[nodiscard]] const guidance::Table& table_of(guidance::TableKind kind) const
    {
        return *std::ranges::find(pack_.tables(), kind, &guidance::Table::kind);
    }
    [[nodiscard]] const guidance::Rule& rule_of(guidance::TableKind kind, std::size_t rule) const
    {
        return table_of(kind).rules[rule];
    }

    [[nodiscard]] std::string_view because_of_earlier(guidance::TableKind kind) const
    {
        return table_of(kind).hit == guidance::Hit::first ? ": a rule before it always speaks first" : "";
    }

    void reached(guidance::TableKind kind, std::size_t rule, const Facts& facts)
    {
        const auto table = static_cast<std::size_t>(kind);
        Facts small = facts;
        if (speaks(pack_, facts, table, rule))
            small = decision::smallest(facts,
                                       [&](const Facts& tried) { return speaks(pack_, tried, table, rule); });
        const guidance::Rule& met = rule_of(kind, rule);
        told_.reached.push_back({kind, std::string{met.id.text()}, std::string{met.gives.text()}, small});
    }

    void tell_tried_breaches()
    {
        for (const auto& [law, facts] : trial_.breaches()) breach(law, facts);
    }

    /// Once for each law, with the smallest facts that break it.
    void breach(decision::Law law, const Facts& facts)
    {
        const auto breaks = [&](const Facts& tried) {
            const auto broken = trial_.laws().broken_by(tried);
            return broken && broken->law == law;
        };
        if (!breaks(facts) || !told_laws_.insert(law).second)
            return;  // The law before it, which they break too, is told.
        const Facts small = decision::smallest(facts, breaks);
        told_.shortcomings.push_back({told_.edition,
                                      fmt::format("{} {}", to_text(law), trial_.laws().broken_by(small)->how),
                                      in_words(small)});
    }

    const Pack& pack_;
    const Trial& trial_;
    EditionProof told_;
    std::set<decision::Law> told_laws_;
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
    std::ranges::move(wrong_locally(packs, asked.guidance), std::back_inserter(proof.in_files));
    for (const auto& change : words_about_nothing(packs))
        proof.in_files.push_back(
            {"pack.json",
             fmt::format("\"changes\" speak of something that did not change: {}.", change),
             {}});
    for (const Pack& pack : packs.editions()) {
        const auto overlaid = with_each_overlay(packs, pack);
        Trial trial{pack, overlaid};
        trial.run(asked);
        Report report{pack, trial, asked.cases};
        const auto proven = decision::prove(pack);
        EditionProof edition = proven ? report.proved(*proven) : report.tried(proven.error().why);
        edition.examples = packs.examples(pack.edition().text()).size();
        for (Shortcoming& one : wrong_examples(packs, pack)) edition.shortcomings.push_back(std::move(one));
        for (const Pack& laid : overlaid)
            std::ranges::move(
                wrong_once_laid(laid, proven ? proven->breaches : std::vector<decision::Breach>{}),
                std::back_inserter(edition.shortcomings));
        proof.editions.push_back(std::move(edition));
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
