// Any bytes as the rules of an edition: refused with a fault that names the file, or a pack that can be
// asked.

#include "decision/evaluate.h"
#include "exchange/pack_reader.h"
#include "guidance/pack_draft.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace safelead;

namespace {

exchange::PackFiles read()
{
    return exchange::read_pack_files(std::filesystem::path{SAFELEAD_SOURCE_DIR} / "guidance/ukcis-2024")
        .value();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    static const exchange::PackFiles whole = read();
    exchange::PackFiles files = whole;
    files.files.at("rules.json").content.assign(reinterpret_cast<const char*>(bytes), size);

    const auto draft = exchange::parse_pack(files, "");
    if (!draft) {
        if (draft.error().place.file.empty() || draft.error().problem.empty()) std::abort();
        return 0;
    }
    const auto pack = guidance::build_pack(*draft);
    if (pack) (void)decision::evaluate(*pack, guidance::Facts{});
    return 0;
}
