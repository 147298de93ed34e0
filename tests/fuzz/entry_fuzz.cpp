// Bytes from a disk that may be damaged: an entry and a key note are read or they aren't, and what is read is
// written the same again.

#include "ledger/entry.h"
#include "ledger/key_note.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size)
{
    using namespace safelead;
    const BytesView bytes{reinterpret_cast<const std::byte*>(input), size};
    if (const auto entry = ledger::parse_entry(bytes))
        if (ledger::to_bytes(*entry) != Bytes{bytes.begin(), bytes.end()}) std::abort();
    if (const auto noted = ledger::parse_key_note(bytes))
        if (ledger::key_note(*noted) != Bytes{bytes.begin(), bytes.end()}) std::abort();
    return 0;
}
