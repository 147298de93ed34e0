// Any bytes as facts: refused with a fault, or advice is given. What was given once is given again.

#include "decision/evaluate.h"
#include "exchange/advice_json.h"
#include "exchange/facts_reader.h"
#include "exchange/pack_reader.h"
#include "guidance/pack.h"
#include "support/source_dir.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace safelead;

namespace {

guidance::Pack newest_pack()
{
    const auto folder = std::filesystem::path{safelead::test::source_dir()} / "guidance" / "ukcis-2024";
    const auto files = exchange::read_pack_files(folder).value();
    return guidance::build_pack(exchange::parse_pack(files, "not looked at").value()).value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    static const guidance::Pack pack = newest_pack();
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
