// What a server gives a witness, a witness a server, or a file beside a key may hold: a note, a key's line,
// what the log says of its tree. Each is read or it isn't, and what is read is written the same again.

#include "ledger/checkpoint.h"
#include "ledger/tree_note.h"

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size)
{
    using namespace safelead;
    const BytesView bytes{reinterpret_cast<const std::byte*>(input), size};
    const auto text = text_of(bytes);
    if (const auto note = ledger::parse_note(text)) {
        if (ledger::to_text(*note) != text) std::abort();
        const ledger::NoteKey witness{"w", ledger::NoteKeyKind::cosignature, {}};
        (void)ledger::cosigned_at(*note, witness);
        (void)ledger::parse_checkpoint(note->text);
    }
    if (const auto checkpoint = ledger::parse_checkpoint(text))
        if (!text.starts_with(ledger::to_text(*checkpoint))) std::abort();
    if (const auto key = ledger::parse_note_key(text))
        if (!text.starts_with(ledger::to_text(*key))) std::abort();
    if (const auto noted = ledger::parse_tree_note(bytes))
        if (ledger::tree_note(*noted) != Bytes{bytes.begin(), bytes.end()}) std::abort();
    return 0;
}
