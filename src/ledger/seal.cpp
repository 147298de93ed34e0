#include "ledger/seal.h"

#include <utility>

namespace safelead::ledger {
namespace {

constexpr std::string_view box_name = "safelead.entry.1";

}  // namespace

Bytes seal_entry(const EntryHeader& header, const crypto::SecretKey& part_key, const crypto::Nonce& nonce,
                 BytesView plaintext)
{
    auto written = header_bytes(header, nonce);
    const auto box = seal_box(box_name, part_key, written, padded(plaintext));
    return to_bytes(std::move(written), box.commitment, box.ciphertext);
}

crypto::SecretKey key_of_entry(const Entry& entry, const crypto::SecretKey& part_key)
{
    return box_key(box_name, part_key, header_bytes(entry.header, entry.nonce));
}

std::variant<Bytes, Shut> open_entry(const Entry& entry, const crypto::SecretKey& part_key)
{
    auto opened = open_box(box_name, part_key, header_bytes(entry.header, entry.nonce), entry.commitment,
                           entry.ciphertext);
    if (const auto* shut = std::get_if<Shut>(&opened)) return *shut;
    auto plaintext = without_padding(std::get<Bytes>(std::move(opened)));
    if (!plaintext) return Shut::ciphertext_changed;
    return *std::move(plaintext);
}

}  // namespace safelead::ledger
