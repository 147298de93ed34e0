#include "ledger/key_note.h"

#include "base/overloaded.h"
#include "ledger/wire.h"

namespace safelead::ledger {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::uint8_t organisation_kind = 1;
constexpr std::uint8_t stream_kind = 2;
constexpr std::uint8_t stream_destroyed_kind = 3;
constexpr std::uint8_t organisation_destroyed_kind = 4;

bool is_part(std::string_view text)
{
    return text.empty() || is_ledger_id(text);
}

std::optional<KeyNoted> next_noted(WireReader& reader)
{
    const auto kind = reader.number(1);
    if (kind == organisation_kind) {
        const auto epoch = reader.number(4);
        const auto row = reader.array<32>();
        if (!row) return std::nullopt;
        return OrganisationKeyNoted{KeyEpoch{static_cast<std::uint32_t>(*epoch)}, *row};
    }
    if (kind == stream_kind) {
        const auto stream = reader.id();
        const auto part = reader.id();
        const auto epoch = reader.number(4);
        const auto row = reader.array<32>();
        if (!row || !is_ledger_id(*stream) || !is_part(*part)) return std::nullopt;
        return StreamKeyNoted{StreamId{std::string{*stream}}, PartId{std::string{*part}},
                              KeyEpoch{static_cast<std::uint32_t>(*epoch)}, *row};
    }
    if (kind == stream_destroyed_kind) {
        const auto stream = reader.id();
        const auto part = reader.id();
        if (!part || !is_ledger_id(*stream) || !is_part(*part)) return std::nullopt;
        return StreamKeyDestroyed{StreamId{std::string{*stream}}, PartId{std::string{*part}}};
    }
    if (kind == organisation_destroyed_kind) {
        const auto epoch = reader.number(4);
        if (!epoch) return std::nullopt;
        return OrganisationKeyDestroyed{KeyEpoch{static_cast<std::uint32_t>(*epoch)}};
    }
    return std::nullopt;
}

}  // namespace

Bytes key_note(const std::vector<KeyNoted>& noted)
{
    WireWriter writer;
    writer.u8(version);
    for (const auto& one : noted) {
        std::visit(
            Overloaded{
                [&](const OrganisationKeyNoted& key) {
                    writer.u8(organisation_kind).u32(static_cast<std::uint32_t>(key.epoch)).bytes(key.row);
                },
                [&](const StreamKeyNoted& key) {
                    writer.u8(stream_kind)
                        .id(key.stream.text())
                        .id(key.part.text())
                        .u32(static_cast<std::uint32_t>(key.epoch))
                        .bytes(key.row);
                },
                [&](const StreamKeyDestroyed& key) {
                    writer.u8(stream_destroyed_kind).id(key.stream.text()).id(key.part.text());
                },
                [&](const OrganisationKeyDestroyed& key) {
                    writer.u8(organisation_destroyed_kind).u32(static_cast<std::uint32_t>(key.epoch));
                }},
            one);
    }
    return std::move(writer).written();
}

std::optional<std::vector<KeyNoted>> parse_key_note(BytesView plaintext)
{
    WireReader reader{plaintext};
    if (reader.number(1) != version || reader.left().empty()) return std::nullopt;
    std::vector<KeyNoted> noted;
    while (!reader.left().empty()) {
        auto one = next_noted(reader);
        if (!one) return std::nullopt;
        noted.push_back(*std::move(one));
    }
    return noted;
}

}  // namespace safelead::ledger
