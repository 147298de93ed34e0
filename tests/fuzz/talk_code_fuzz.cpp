// Whatever a young person types for a code: no crash, and what is read as one is written one way only.

#include "record/danger_words.h"
#include "record/talk_code.h"

#include <cstdint>
#include <cstdlib>
#include <cstring>

using namespace safelead::record;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view typed{reinterpret_cast<const char*>(bytes), size};
    if (const auto code = parse_talk_code(typed); code && parse_talk_code(*code) != code) std::abort();
    (void)has_danger_words(typed);
    if (size >= bytes_for_code) {
        std::array<std::byte, bytes_for_code> random{};
        std::memcpy(random.data(), bytes, random.size());
        const auto code = talk_code(random);
        if (parse_talk_code(code) != code) std::abort();
    }
    return 0;
}
