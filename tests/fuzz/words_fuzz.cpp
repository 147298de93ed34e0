#include "base/text.h"
#include "words/typed.h"

#include <cstdint>
#include <cstdlib>

/// Cleaning never fails, gives valid text, and has nothing left to clean.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    if (!safelead::is_utf8(text)) return 0;
    const auto once = safelead::words::take_out_data(text);
    if (!safelead::is_utf8(once.text)) std::abort();
    if (once.is_as_typed() && once.text != text) std::abort();
    const auto twice = safelead::words::take_out_data(once.text);
    if (!twice.is_as_typed() || twice.text != once.text) std::abort();
    const auto all = safelead::words::take_out_data(text, safelead::words::Doubtful::goes);
    if (!safelead::is_utf8(all.text)) std::abort();
    return 0;
}
