// Whatever stands in a text's file: no crash, and no telephone number that is not the directory's.

#include "exchange/open_text_reader.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace safelead;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    static const directory::Contacts contacts;
    static const std::vector<directory::PastContact> history;
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    const exchange::TextPlace place{
        .file = "a.md", .area = "england", .shelf = "guides", .language = "en", .name = "a"};
    const auto read = exchange::parse_open_text(place, text, {contacts, history});
    if (!read) return 0;
    for (const auto& block : read->blocks)
        for (const auto& line : block.lines)
            for (const auto& run : line)
                if (exchange::has_telephone_number(run.words)) std::abort();
    return 0;
}
