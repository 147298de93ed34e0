// What one decision costs: concluding (which rules speak), the whole advice, and what to ask next; and how it
// grows with people and rules. Prints nanoseconds of CPU and allocations for each.

#include "app/packs.h"
#include "decision/conclude.h"
#include "decision/evaluate.h"
#include "exchange/facts_reader.h"
#include "exchange/pack_reader.h"
#include "guidance/pack_draft.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <new>
#include <string>
#include <vector>

namespace {

std::size_t allocations = 0;

}  // namespace

void* operator new(std::size_t size)
{
    ++allocations;
    if (void* memory = std::malloc(size)) return memory;
    throw std::bad_alloc{};
}

void operator delete(void* memory) noexcept
{
    std::free(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    std::free(memory);
}

namespace {

using namespace safelead;

struct Cost {
    double nanoseconds;
    double allocations;
};

/// What `decide` costs for each of `all`, over so many rounds that it takes about a fifth of a second.
template <class Decide>
Cost cost_of(const std::vector<guidance::Facts>& all, Decide decide)
{
    constexpr double long_enough = 0.2 * CLOCKS_PER_SEC;
    std::size_t kept = 0;
    for (const auto& facts : all) kept += decide(facts);  // Warm.
    const std::size_t before = allocations;
    const std::clock_t start = std::clock();
    double count = 0;
    while (static_cast<double>(std::clock() - start) < long_enough) {
        for (const auto& facts : all) kept += decide(facts);
        count += static_cast<double>(all.size());
    }
    const double taken = static_cast<double>(std::clock() - start) * 1e9 / CLOCKS_PER_SEC;
    if (kept == 0) std::puts("nothing was decided");  // So that nothing is optimised away.
    return {taken / count, static_cast<double>(allocations - before) / count};
}

struct Costs {
    Cost conclude;
    Cost advice;  ///< Concluding and writing down, without what to ask next.
    Cost ask_next;
    Cost evaluate;
};

Costs costs_of(const guidance::Pack& pack, const std::vector<guidance::Facts>& all)
{
    return {
        cost_of(all,
                [&](const auto& facts) { return 1 + std::size_t{decision::conclude(pack, facts).route}; }),
        cost_of(all,
                [&](const auto& facts) {
                    return decision::write_down(pack, decision::conclude(pack, facts)).because.size();
                }),
        cost_of(all, [&](const auto& facts) { return 1 + decision::ask_next(pack, facts).size(); }),
        cost_of(all, [&](const auto& facts) { return decision::evaluate(pack, facts).because.size(); })};
}

void print(const char* what, const Cost& cost)
{
    std::printf("  %-24s %10.0f ns %8.1f allocations\n", what, cost.nanoseconds, cost.allocations);
}

void print(const std::string& what, const Costs& costs)
{
    std::printf("%s\n", what.c_str());
    print("conclude", costs.conclude);
    print("advice without ask_next", costs.advice);
    print("ask_next", costs.ask_next);
    print("evaluate", costs.evaluate);
}

std::vector<guidance::Facts> read_facts(const std::filesystem::path& path, const guidance::Pack& pack)
{
    std::ifstream file{path};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    return exchange::parse_facts(text, pack.vocabulary()).value();
}

/// The scenarios, with people added who are known children and do nothing new.
std::vector<guidance::Facts> with_people(std::vector<guidance::Facts> all, std::size_t more)
{
    for (auto& facts : all) {
        for (std::size_t i = 0; i < more; ++i)
            (void)facts.add({"more" + std::to_string(i),
                             {guidance::Role::bystander},
                             14,
                             14,
                             guidance::AgeBasis::known,
                             guidance::Setting::this_school});
    }
    return all;
}

/// The newest edition with every rule of its "all that hold" tables and of its route so many times.
guidance::Pack with_rules(const std::filesystem::path& folder, std::size_t times)
{
    auto draft = exchange::parse_pack(exchange::read_pack_files(folder).value(), "").value();
    for (auto& table : draft.tables) {
        const auto rules = table.rules;
        const bool ends_with_always =
            table.kind == guidance::TableKind::category || table.kind == guidance::TableKind::route;
        for (std::size_t i = 1; i < times; ++i) {
            for (auto copy : rules) {
                if (table.rules.size() >= 64 || (ends_with_always && copy.item.when == "always")) continue;
                copy.item.id = guidance::RuleId{std::string{copy.item.id.text()} + "-" + std::to_string(i)};
                table.rules.insert(ends_with_always ? table.rules.end() - 1 : table.rules.end(), copy);
            }
        }
    }
    return guidance::build_pack(draft).value();
}

std::size_t rules_in(const guidance::Pack& pack)
{
    std::size_t count = 0;
    for (const auto& table : pack.tables()) count += table.rules.size();
    return count;
}

void print_growth(const std::filesystem::path& source, const guidance::Pack& pack,
                  const std::vector<guidance::Facts>& scenarios)
{
    std::printf("How concluding grows\n");
    const auto conclude = [](const guidance::Pack& by) {
        return [&by](const auto& facts) { return 1 + std::size_t{decision::conclude(by, facts).route}; };
    };
    for (const std::size_t more : {0U, 2U, 4U, 8U, 16U, 64U}) {
        const std::string what = std::to_string(more) + " people more";
        print(what.c_str(), cost_of(with_people(scenarios, more), conclude(pack)));
    }
    for (const std::size_t times : {1U, 2U, 4U}) {
        const auto larger = with_rules(source / "guidance" / std::string{pack.edition().text()}, times);
        const std::string what = std::to_string(rules_in(larger)) + " rules";
        print(what.c_str(), cost_of(scenarios, conclude(larger)));
    }
}

/// For bench/engines, which runs other engines on the same facts.
void print_json(const Costs& costs, std::size_t sets)
{
    std::printf(
        "{\"sets\": %zu, \"conclude_ns\": %.1f, \"advice_ns\": %.1f, \"ask_next_ns\": %.1f, \"evaluate_ns\": "
        "%.1f, \"conclude_allocations\": %.2f, \"advice_allocations\": %.2f}\n",
        sets, costs.conclude.nanoseconds, costs.advice.nanoseconds, costs.ask_next.nanoseconds,
        costs.evaluate.nanoseconds, costs.conclude.allocations, costs.advice.allocations);
}

}  // namespace

/// bench_decide              the scenarios, and how it grows
/// bench_decide FILE EDITION  those facts, as JSON
int main(int count, char** arguments)
{
    const std::filesystem::path source{SAFELEAD_SOURCE_DIR};
    const auto packs = app::Packs::load(source / "guidance");
    if (!packs) return 1;
    if (count == 3) {
        const guidance::Pack* asked = packs->find(arguments[2]);
        if (asked == nullptr) return 64;
        const auto all = read_facts(arguments[1], *asked);
        print_json(costs_of(*asked, all), all.size());
        return 0;
    }
    const guidance::Pack& pack = packs->newest();
    const auto scenarios = read_facts(source / "tests/data/scenarios.json", pack);
    print("The scenarios (" + std::to_string(scenarios.size()) + ")", costs_of(pack, scenarios));
    print("Everything unknown", costs_of(pack, std::vector<guidance::Facts>(1)));
    print_growth(source, pack, scenarios);
    return 0;
}
