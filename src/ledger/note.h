#pragma once

// Signed notes (c2sp.org/signed-note) and the witnesses' cosignatures: docs/formats/checkpoint.md.

#include "base/bytes.h"
#include "base/time.h"
#include "crypto/secret_key.h"
#include "crypto/signature.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::ledger {

using NoteKeyId = std::array<std::byte, 4>;

/// One line under a note.
struct NoteSignature {
    std::string name;
    NoteKeyId key;
    Bytes signature;

    bool operator==(const NoteSignature&) const = default;
};

/// A text, and whoever signed it. Nothing is known to be true of the text until a signature was verified.
struct Note {
    std::string text;  ///< Ends with a newline.
    std::vector<NoteSignature> signatures;
};

inline constexpr std::size_t longest_note = std::size_t{64} * 1024;
inline constexpr std::size_t most_signatures = 64;

/// Reads exactly what `to_text` writes.
[[nodiscard]] std::optional<Note> parse_note(std::string_view text);
[[nodiscard]] std::string to_text(const Note& note);

/// "— name base64", with its newline.
[[nodiscard]] std::string to_text(const NoteSignature& signature);

/// What a key signs: 01 a note, 04 that a witness saw it, and when.
enum class NoteKeyKind : std::uint8_t { note = 1, cosignature = 4 };

/// C2SP's verifier key: who signs, how, and with which key.
struct NoteKey {
    std::string name;
    NoteKeyKind kind;
    crypto::PublicKey key;

    [[nodiscard]] NoteKeyId id() const;
    bool operator==(const NoteKey&) const = default;
};

/// "name+1a2b3c4d+base64".
[[nodiscard]] std::string to_text(const NoteKey& key);

/// Reads exactly what `to_text` writes, of either kind; a newline at the end is left out.
[[nodiscard]] std::optional<NoteKey> parse_note_key(std::string_view line);

/// Not empty, no space, no plus, nothing that is not ASCII and visible.
[[nodiscard]] bool is_note_name(std::string_view name);

[[nodiscard]] NoteSignature sign_note(std::string_view text, const std::string& name,
                                      const crypto::SecretKey& seed);
[[nodiscard]] NoteSignature cosign_note(std::string_view text, const std::string& name,
                                        const crypto::SecretKey& seed, Instant now);

/// Whether `key` signed the note. A line that says so and is not true makes it false.
[[nodiscard]] bool is_signed(const Note& note, const NoteKey& key);

/// When the witness with `key` saw the note; nothing if it did not.
[[nodiscard]] std::optional<Instant> cosigned_at(const Note& note, const NoteKey& key);

}  // namespace safelead::ledger
