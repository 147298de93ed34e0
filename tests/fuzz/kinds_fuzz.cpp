// Any bytes under any ending: a kind or a refusal; as a text: valid UTF-8 or nothing.

#include "base/text.h"
#include "words/kinds.h"
#include "words/letters.h"

#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace safelead;
using namespace safelead::words;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    const auto kind = kind_of(text, text.substr(0, 12));
    if (kind && begins_as_file(text)) std::abort();
    for (const std::string_view name : {"", "a.txt", "a.csv", "a.docx", "a.pdf", "a.eml", "a.jpg"})
        (void)kind_of(text, name);
    if (const auto letters = text_of_file(text); letters && !is_utf8(*letters)) std::abort();
    return 0;
}
