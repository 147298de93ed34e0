#include "ledger/key_rotation.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <utility>

namespace safelead::ledger {
namespace {

constexpr std::string_view first_line = "safelead-key-rotation-1\n";

/// Takes the first of `rotations` away; nothing if it is no note.
std::optional<Note> take_first(std::string_view& rotations)
{
    // Each ends where the next begins; no line of a note but its first is this one.
    const auto begin = rotations.find(first_line, 1);
    auto note = parse_note(rotations.substr(0, begin));
    rotations.remove_prefix(begin == std::string_view::npos ? rotations.size() : begin);
    return note;
}

/// The key that follows `known` by the word of `known`; nothing if the note does not say so.
std::optional<NoteKey> key_after(const NoteKey& known, const Note& note)
{
    if (!note.text.starts_with(first_line) || !note.text.ends_with('\n')) return std::nullopt;
    auto next = parse_note_key(std::string_view{note.text}.substr(first_line.size()));
    if (!next || next->kind != NoteKeyKind::note || next->name != known.name || !is_signed(note, known))
        return std::nullopt;
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
        const auto note = take_first(rotations);
        if (auto next = note ? key_after(known, *note) : std::nullopt) known = *std::move(next);
    }
    return known;
}

std::string_view rotations_in(std::string_view chain)
{
    const auto end = std::min(chain.find('\n'), chain.size());
    auto key = parse_note_key(chain.substr(0, end));
    chain.remove_prefix(std::min(end + 1, chain.size()));
    for (auto left = chain; key && !left.empty();) {
        const auto note = take_first(left);
        key = note ? key_after(*key, *note) : std::nullopt;
    }
    return key ? chain : std::string_view{};
}

}  // namespace safelead::ledger
