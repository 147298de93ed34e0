#include "ledger/key_rotation.h"

#include <fmt/format.h>

namespace safelead::ledger {
namespace {

constexpr std::string_view first_line = "safelead-key-rotation-1\n";

/// The key that is said to follow; nothing if the note is no rotation.
std::optional<NoteKey> next_in(const Note& note)
{
    if (!note.text.starts_with(first_line) || !note.text.ends_with('\n')) return std::nullopt;
    auto next = parse_note_key(std::string_view{note.text}.substr(first_line.size()));
    if (!next || next->kind != NoteKeyKind::note) return std::nullopt;
    return next;
}

}  // namespace

std::string key_rotation(const NoteKey& next, const crypto::SecretKey& seed)
{
    Note note{fmt::format("{}{}\n", first_line, to_text(next)), {}};
    note.signatures.push_back(sign_note(note.text, next.name, seed));
    return to_text(note);
}

NoteKey followed(NoteKey known, std::string_view rotations)
{
    while (!rotations.empty()) {
        // Each ends where the next begins; no line of a note but its first is this one.
        const auto begin = rotations.find(first_line, 1);
        const auto note = parse_note(rotations.substr(0, begin));
        rotations.remove_prefix(begin == std::string_view::npos ? rotations.size() : begin);
        const auto next = note ? next_in(*note) : std::nullopt;
        if (next && next->name == known.name && is_signed(*note, known)) known = *next;
    }
    return known;
}

}  // namespace safelead::ledger
