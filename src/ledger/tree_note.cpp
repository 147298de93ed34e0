#include "ledger/tree_note.h"

#include "base/overloaded.h"
#include "ledger/wire.h"

#include <algorithm>

namespace safelead::ledger {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::uint8_t key_kind = 1;
constexpr std::uint8_t epoch_kind = 2;

std::optional<TreeNoted> parse_key(WireReader& reader)
{
    const auto number = reader.number(4);
    const auto key = reader.array<32>();
    if (!key || *number == 0) return std::nullopt;
    return SigningKeyNoted{static_cast<std::uint32_t>(*number), *key};
}

std::optional<TreeNoted> parse_epoch(WireReader& reader)
{
    const auto epoch = reader.number(4);
    const auto size = reader.number(8);
    const auto root = reader.array<32>();
    const auto left = reader.number(8);
    const auto length = reader.number(2);
    const auto reason = length ? reader.bytes(*length) : std::nullopt;
    if (!reason || *epoch < 2) return std::nullopt;
    return TreeEpochNoted{
        static_cast<TreeEpoch>(*epoch), {*size, *root}, *left, std::string{text_of(*reason)}};
}

}  // namespace

const StreamId& tree_stream()
{
    static const StreamId id{"tree"};
    return id;
}

bool was_left_behind(const Checkpoint& known, std::string_view first_origin,
                     std::span<const TreeEpochNoted> epochs)
{
    const auto epoch = epoch_in(known.origin);
    const bool is_of_this_log =
        known.origin.starts_with(first_origin) &&
        (known.origin.size() == first_origin.size() || known.origin[first_origin.size()] == '/');
    // The head that was said to be lost is this one whatever log it was of: that says which of the two is
    // gone on with. How much was left speaks of this log's own checkpoints only.
    return std::ranges::any_of(epochs, [&](const TreeEpochNoted& later) {
        return later.epoch > epoch &&
               (later.lost == known.head || (is_of_this_log && later.left < known.head.size));
    });
}

Bytes tree_note(const TreeNoted& noted)
{
    WireWriter writer;
    writer.u8(version);
    std::visit(
        Overloaded{[&](const SigningKeyNoted& one) { writer.u8(key_kind).u32(one.number).bytes(one.key); },
                   [&](const TreeEpochNoted& one) {
                       writer.u8(epoch_kind)
                           .u32(static_cast<std::uint32_t>(one.epoch))
                           .u64(one.lost.size)
                           .bytes(one.lost.root)
                           .u64(one.left)
                           .text(one.reason);
                   }},
        noted);
    return std::move(writer).written();
}

std::optional<TreeNoted> parse_tree_note(BytesView plaintext)
{
    WireReader reader{plaintext};
    if (reader.number(1) != version) return std::nullopt;
    const auto kind = reader.number(1);
    std::optional<TreeNoted> noted;
    if (kind == key_kind) noted = parse_key(reader);
    if (kind == epoch_kind) noted = parse_epoch(reader);
    if (!noted || !reader.left().empty()) return std::nullopt;
    return noted;
}

}  // namespace safelead::ledger
