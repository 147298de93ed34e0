// What one decision costs: concluding (which rules speak), the whole advice, and what to ask next. Prints
// nanoseconds and allocations for each.

#include "app/packs.h"
#include "decision/conclude.h"
#include "decision/evaluate.h"
#include "exchange/facts_reader.h"

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <new>

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

template <class Decide>
void measure(const char* what, const std::vector<guidance::Facts>& all, int rounds, Decide decide)
{
    std::size_t kept = 0;
    for (const auto& facts : all) kept += decide(facts);  // Warm.
    const std::size_t before = allocations;
    const std::clock_t start = std::clock();
    for (int i = 0; i < rounds; ++i) {
        for (const auto& facts : all) kept += decide(facts);
    }
    const double taken = static_cast<double>(std::clock() - start) * 1e9 / CLOCKS_PER_SEC;
    const double count = static_cast<double>(rounds) * static_cast<double>(all.size());
    std::printf("%-34s %10.0f ns %8.1f allocations  (%zu)\n", what, taken / count,
                static_cast<double>(allocations - before) / count, kept % 10);
}

}  // namespace

int main()
{
    const std::filesystem::path source{SAFELEAD_SOURCE_DIR};
    const auto packs = app::Packs::load(source / "guidance");
    if (!packs) return 1;
    const guidance::Pack& pack = packs->newest();
    std::ifstream file{source / "tests/data/scenarios.json"};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    const auto all = exchange::parse_facts(text, pack.vocabulary());
    if (!all) return 1;
    const std::vector<guidance::Facts> nothing(1);

    measure("conclude, the 25 scenarios", *all, 20000,
            [&](const auto& facts) { return std::size_t{decision::conclude(pack, facts).route}; });
    measure("advice without ask_next", *all, 10000, [&](const auto& facts) {
        return decision::write_down(pack, decision::conclude(pack, facts)).because.size();
    });
    measure("ask_next, the 25 scenarios", *all, 20,
            [&](const auto& facts) { return decision::ask_next(pack, facts).size(); });
    measure("ask_next, everything unknown", nothing, 50,
            [&](const auto& facts) { return decision::ask_next(pack, facts).size(); });
    measure("evaluate, the 25 scenarios", *all, 20,
            [&](const auto& facts) { return decision::evaluate(pack, facts).because.size(); });
    return 0;
}
