// Any bytes as one file of an edition: refused with a fault that names a file, or a pack that can be asked.
// The first line says which file it is. The rest of the edition is small (seeds/pack), so that thousands can
// be tried a second.

#include "decision/evaluate.h"
#include "exchange/pack_reader.h"
#include "exchange/worked_examples.h"
#include "guidance/pack_draft.h"
#include "support/source_dir.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>

using namespace safelead;

namespace {

constexpr std::size_t longest = 8192;

/// Puts what follows the first line of `text` into the place that the line names, if there is one.
void put(std::string_view text, exchange::PackFiles& files)
{
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return;
    const std::string name{text.substr(0, end)};
    std::string content{text.substr(end + 1)};
    if (name == "example.md") {
        files.examples["example"] = {"small/examples/example.md", std::move(content)};
    } else {
        const auto place = files.files.find(name);
        if (place != files.files.end()) place->second.content = std::move(content);
    }
}

exchange::PackFiles read()
{
    exchange::PackFiles files;
    for (const auto& entry : std::filesystem::directory_iterator{
             std::filesystem::path{safelead::test::source_dir()} / "tests/fuzz/seeds/pack"}) {
        std::ifstream stream{entry.path()};
        const std::string name = entry.path().filename().string();
        if (name != "example.md") files.files[name] = {"small/" + name, ""};
        put(std::string{std::istreambuf_iterator<char>{stream}, {}}, files);
    }
    return files;
}

void must_say_where(const guidance::PackFault& fault)
{
    if (fault.place.file.empty() || fault.problem.empty()) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    if (size > longest) return -1;
    static const exchange::PackFiles small = read();
    exchange::PackFiles files = small;
    put({reinterpret_cast<const char*>(bytes), size}, files);

    const auto draft = exchange::parse_pack(files, "");
    if (!draft) {
        must_say_where(draft.error());
        return 0;
    }
    const auto pack = guidance::build_pack(*draft);
    if (!pack) return 0;
    (void)decision::evaluate(*pack, guidance::Facts{});
    const auto examples = exchange::parse_worked_examples(files, pack->vocabulary());
    if (!examples) must_say_where(examples.error());
    return 0;
}
