#include "ledger/note.h"

#include "crypto/base64.h"
#include "crypto/digest.h"
#include "ledger/wire.h"

#include <fmt/format.h>

#include <algorithm>

namespace safelead::ledger {
namespace {

constexpr std::string_view line_start = "\u2014 ";
constexpr std::size_t cosignature_size = 8 + std::tuple_size_v<crypto::Signature>;

// Names and checkpoints are ASCII; what else a note may hold by C2SP's rules is no note of a log of ours.
bool is_plain(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c == '\n' || (c >= ' ' && c <= '~'); });
}

std::optional<NoteSignature> parse_signature(std::string_view line)
{
    if (!line.starts_with(line_start)) return std::nullopt;
    line.remove_prefix(line_start.size());
    const auto space = line.find(' ');
    if (space == std::string_view::npos || !is_note_name(line.substr(0, space))) return std::nullopt;
    const auto bytes = crypto::parse_base64(line.substr(space + 1));
    if (!bytes || bytes->size() < 5) return std::nullopt;
    NoteSignature signature{std::string{line.substr(0, space)}, {}, {}};
    std::copy_n(bytes->begin(), signature.key.size(), signature.key.begin());
    signature.signature.assign(bytes->begin() + 4, bytes->end());
    return signature;
}

Bytes cosigned_message(std::string_view text, std::uint64_t seconds)
{
    const auto head = fmt::format("cosignature/v1\ntime {}\n", seconds);
    return WireWriter{}.bytes(bytes_of(head)).bytes(bytes_of(text)).written();
}

crypto::Signature signature_in(BytesView bytes)
{
    crypto::Signature signature;
    std::copy_n(bytes.begin(), signature.size(), signature.begin());
    return signature;
}

}  // namespace

bool is_note_name(std::string_view name)
{
    return !name.empty() && std::ranges::all_of(name, [](char c) { return c > ' ' && c <= '~' && c != '+'; });
}

std::optional<Note> parse_note(std::string_view text)
{
    if (text.size() > longest_note || !text.ends_with('\n')) return std::nullopt;
    const auto gap = text.rfind("\n\n");
    if (gap == std::string_view::npos) return std::nullopt;
    Note note{std::string{text.substr(0, gap + 1)}, {}};
    if (!is_plain(note.text)) return std::nullopt;
    auto left = text.substr(gap + 2);
    while (!left.empty()) {
        const auto end = left.find('\n');
        auto signature = parse_signature(left.substr(0, end));
        if (!signature || note.signatures.size() == most_signatures) return std::nullopt;
        note.signatures.push_back(*std::move(signature));
        left.remove_prefix(end + 1);
    }
    if (note.signatures.empty()) return std::nullopt;
    return note;
}

std::string to_text(const NoteSignature& signature)
{
    const auto bytes = WireWriter{}.bytes(signature.key).bytes(signature.signature).written();
    return fmt::format("{}{} {}\n", line_start, signature.name, crypto::to_base64(bytes));
}

std::string to_text(const Note& note)
{
    auto text = note.text + '\n';
    for (const auto& signature : note.signatures) text += to_text(signature);
    return text;
}

NoteKeyId NoteKey::id() const
{
    const auto named =
        WireWriter{}.bytes(bytes_of(name)).u8('\n').u8(static_cast<std::uint8_t>(kind)).bytes(key).written();
    const auto digest = crypto::sha256(named);
    NoteKeyId id;
    std::copy_n(digest.begin(), id.size(), id.begin());
    return id;
}

std::string to_text(const NoteKey& key)
{
    const auto bytes = WireWriter{}.u8(static_cast<std::uint8_t>(key.kind)).bytes(key.key).written();
    return fmt::format("{}+{}+{}", key.name, to_hex(key.id()), crypto::to_base64(bytes));
}

std::optional<NoteKey> parse_note_key(std::string_view line)
{
    if (line.ends_with('\n')) line.remove_suffix(1);
    const auto first = line.find('+');
    const auto second = first == std::string_view::npos ? first : line.find('+', first + 1);
    if (second == std::string_view::npos || !is_note_name(line.substr(0, first))) return std::nullopt;
    const auto bytes = crypto::parse_base64(line.substr(second + 1));
    if (!bytes || bytes->size() != 1 + std::tuple_size_v<crypto::PublicKey>) return std::nullopt;
    const auto kind = static_cast<NoteKeyKind>(bytes->front());
    if (kind != NoteKeyKind::note && kind != NoteKeyKind::cosignature) return std::nullopt;
    NoteKey key{std::string{line.substr(0, first)}, kind, {}};
    std::copy(bytes->begin() + 1, bytes->end(), key.key.begin());
    if (line.substr(first + 1, second - first - 1) != to_hex(key.id())) return std::nullopt;
    return key;
}

NoteSignature sign_note(std::string_view text, const std::string& name, const crypto::SecretKey& seed)
{
    const NoteKey key{name, NoteKeyKind::note, crypto::public_key_of(seed)};
    const auto signature = crypto::sign(seed, bytes_of(text));
    return {name, key.id(), Bytes(signature.begin(), signature.end())};
}

NoteSignature cosign_note(std::string_view text, const std::string& name, const crypto::SecretKey& seed,
                          Instant now)
{
    const NoteKey key{name, NoteKeyKind::cosignature, crypto::public_key_of(seed)};
    const auto seconds =
        static_cast<std::uint64_t>(std::chrono::floor<std::chrono::seconds>(now).time_since_epoch().count());
    const auto signature = crypto::sign(seed, cosigned_message(text, seconds));
    return {name, key.id(), WireWriter{}.u64(seconds).bytes(signature).written()};
}

bool is_signed(const Note& note, const NoteKey& key)
{
    bool found = false;
    for (const auto& one : note.signatures) {
        if (one.name != key.name || one.key != key.id()) continue;
        if (key.kind != NoteKeyKind::note || one.signature.size() != std::tuple_size_v<crypto::Signature> ||
            !crypto::is_signed_by(key.key, bytes_of(note.text), signature_in(one.signature)))
            return false;
        found = true;
    }
    return found;
}

std::optional<Instant> cosigned_at(const Note& note, const NoteKey& key)
{
    std::optional<Instant> newest;
    for (const auto& one : note.signatures) {
        if (key.kind != NoteKeyKind::cosignature || one.name != key.name || one.key != key.id()) continue;
        if (one.signature.size() != cosignature_size) return std::nullopt;
        WireReader reader{one.signature};
        const auto seconds = reader.number(8).value_or(0);
        constexpr auto latest = std::uint64_t{1} << 40U;  // beyond that, milliseconds would not fit
        if (seconds > latest ||
            !crypto::is_signed_by(key.key, cosigned_message(note.text, seconds), signature_in(reader.left())))
            return std::nullopt;
        const Instant at{std::chrono::seconds{static_cast<std::int64_t>(seconds)}};
        newest = std::max(newest.value_or(at), at);
    }
    return newest;
}

}  // namespace safelead::ledger
