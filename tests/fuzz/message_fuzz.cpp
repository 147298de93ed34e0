// Whatever comes as an e-mail or as the HTML in one: no crash, valid text.

#include "base/text.h"
#include "words/html_words.h"
#include "words/message.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace safelead;
using namespace safelead::words;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    static const Charsets charsets;
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    const auto found = read_message(text, charsets);
    if (found && !is_utf8(found->text)) std::abort();
    if (is_utf8(text)) {
        Extracted page;
        read_html_words(text, page);
        if (!is_utf8(page.text)) std::abort();
    }
    return 0;
}
