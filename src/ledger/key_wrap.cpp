#include "ledger/key_wrap.h"

#include "ledger/box.h"
#include "ledger/wire.h"

// docs/formats/keys.md:
//
//     wrapped = version nonce commitment ciphertext

namespace safelead::ledger {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::string_view organisation_box = "safelead.organisation-key.1";
constexpr std::string_view stream_box = "safelead.stream-key.1";

Bytes header_of(const OrganisationKeyRow& row, const crypto::Nonce& nonce)
{
    return WireWriter{}
        .u8(version)
        .id(row.organisation.text())
        .u32(static_cast<std::uint32_t>(row.epoch))
        .bytes(nonce)
        .written();
}

Bytes header_of(const StreamKeyRow& row, const crypto::Nonce& nonce)
{
    return WireWriter{}
        .u8(version)
        .id(row.organisation.text())
        .id(row.stream.text())
        .id(row.part.text())
        .u32(static_cast<std::uint32_t>(row.epoch))
        .bytes(nonce)
        .written();
}

template <class Row>
Row wrapped_row(Row row, std::string_view box_name, const crypto::SecretKey& key,
                const crypto::SecretKey& wrapping, const crypto::Nonce& nonce)
{
    const auto box = seal_box(box_name, wrapping, header_of(row, nonce), key.bytes());
    row.wrapped = WireWriter{}.u8(version).bytes(nonce).bytes(box.commitment).bytes(box.ciphertext).written();
    return row;
}

template <class Row>
std::optional<crypto::SecretKey> unwrapped(const Row& row, std::string_view box_name,
                                           const crypto::SecretKey& wrapping)
{
    WireReader reader{row.wrapped};
    const auto found_version = reader.number(1);
    const auto nonce = reader.array<std::tuple_size_v<crypto::Nonce>>();
    const auto commitment = reader.array<std::tuple_size_v<Commitment>>();
    if (!commitment || *found_version != version) return std::nullopt;

    auto opened = open_box(box_name, wrapping, header_of(row, *nonce), *commitment, reader.left());
    auto* key = std::get_if<Bytes>(&opened);
    if (key == nullptr || key->size() != crypto::SecretKey::size) return std::nullopt;
    return crypto::SecretKey::taken_from(std::span<std::byte, crypto::SecretKey::size>{*key});
}

}  // namespace

OrganisationKeyRow wrap(const crypto::SecretKey& key, const OrganisationId& organisation, KeyEpoch epoch,
                        const crypto::SecretKey& master_key, const crypto::Nonce& nonce)
{
    return wrapped_row(OrganisationKeyRow{organisation, epoch, {}}, organisation_box, key, master_key, nonce);
}

StreamKeyRow wrap(const crypto::SecretKey& key, const OrganisationId& organisation, const StreamId& stream,
                  const PartId& part, KeyEpoch epoch, const crypto::SecretKey& organisation_key,
                  const crypto::Nonce& nonce)
{
    return wrapped_row(StreamKeyRow{organisation, stream, part, epoch, {}}, stream_box, key, organisation_key,
                       nonce);
}

std::optional<crypto::SecretKey> unwrap(const OrganisationKeyRow& row, const crypto::SecretKey& master_key)
{
    return unwrapped(row, organisation_box, master_key);
}

std::optional<crypto::SecretKey> unwrap(const StreamKeyRow& row, const crypto::SecretKey& organisation_key)
{
    return unwrapped(row, stream_box, organisation_key);
}

}  // namespace safelead::ledger
