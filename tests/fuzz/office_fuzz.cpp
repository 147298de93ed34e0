// Whatever comes as a Word or OpenDocument file, and whatever XML is in one: no crash, valid text, within
// limits.

#include "base/text.h"
#include "words/letters.h"
#include "words/office.h"
#include "words/xml_words.h"

#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace safelead;
using namespace safelead::words;

namespace {

void check(const Result<Extracted, Refusal>& found)
{
    if (!found) return;
    if (!is_utf8(found->text) || found->text.size() > longest_text + 65536) std::abort();
}

Meaning any_meaning(std::string_view element)
{
    constexpr int count = static_cast<int>(Meaning::left_out) + 1;
    return static_cast<Meaning>(static_cast<unsigned char>(element.back()) % count);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size)
{
    const std::string_view text{reinterpret_cast<const char*>(bytes), size};
    check(read_docx(text));
    check(read_odt(text));
    Extracted found;
    const auto read = read_xml_words(text, any_meaning, found);
    if (read && !is_utf8(without_controls(found.text))) std::abort();
    return 0;
}
