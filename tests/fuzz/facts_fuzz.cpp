// Any bytes as facts: refused with a fault, or advice is given. What was given once is given again.

#include "app/packs.h"
#include "decision/evaluate.h"
#include "exchange/advice_json.h"
#include "exchange/facts_reader.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace safelead;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    static const app::Packs packs =
        app::Packs::load(std::filesystem::path{SAFELEAD_SOURCE_DIR} / "guidance").value();
    const guidance::Pack& pack = packs.newest();
    const auto all = exchange::parse_facts({reinterpret_cast<const char*>(bytes), size}, pack.vocabulary());
    if (!all) {
        if (all.error().problem.empty()) std::abort();
        return 0;
    }
    for (const auto& facts : *all) {
        const std::string once = exchange::advice_to_json(decision::evaluate(pack, facts));
        if (once != exchange::advice_to_json(decision::evaluate(pack, facts))) std::abort();
    }
    return 0;
}
