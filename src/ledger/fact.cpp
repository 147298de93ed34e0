#include "ledger/fact.h"

#include "crypto/random.h"
#include "ledger/box.h"
#include "ledger/wire.h"

// docs/formats/facts.md:
//
//     sealed = version nonce commitment ciphertext

namespace safelead::ledger {
namespace {

constexpr std::uint8_t version = 1;
constexpr std::string_view box_name = "safelead.fact.1";

Bytes header_of(const OrganisationId& organisation, std::string_view id, const crypto::Nonce& nonce)
{
    return WireWriter{}.u8(version).text(organisation.text()).text(id).bytes(nonce).written();
}

}  // namespace

FactRow seal_fact(const OrganisationId& organisation, BytesView plaintext, const crypto::SecretKey& key,
                  std::string id, const crypto::Nonce& nonce)
{
    const auto box = seal_box(box_name, key, header_of(organisation, id, nonce), padded(plaintext));
    auto sealed = WireWriter{}.u8(version).bytes(nonce).bytes(box.commitment).bytes(box.ciphertext).written();
    return {organisation, std::move(id), std::move(sealed)};
}

FactRow seal_fact(const OrganisationId& organisation, BytesView plaintext, const crypto::SecretKey& key)
{
    return seal_fact(organisation, plaintext, key, crypto::random_id_text(), crypto::random_nonce());
}

std::optional<Bytes> open_fact(const FactRow& row, const crypto::SecretKey& key)
{
    WireReader reader{row.sealed};
    const auto found_version = reader.number(1);
    const auto nonce = reader.array<std::tuple_size_v<crypto::Nonce>>();
    const auto commitment = reader.array<std::tuple_size_v<Commitment>>();
    if (!commitment || *found_version != version) return std::nullopt;

    auto box =
        open_box(box_name, key, header_of(row.organisation, row.id, *nonce), *commitment, reader.left());
    auto* bytes = std::get_if<Bytes>(&box);
    if (bytes == nullptr) return std::nullopt;
    return without_padding(std::move(*bytes));
}

}  // namespace safelead::ledger
