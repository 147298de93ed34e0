#include "ledger/box.h"

#include "base/bug.h"

#include <algorithm>
#include <string>

namespace safelead::ledger {
namespace {

struct Derived {
    crypto::SecretKey cipher_key;
    Commitment commitment;
};

Derived derive(std::string_view name, const crypto::SecretKey& key, BytesView header)
{
    const std::string label{name};
    const auto one = box_key(name, key, header);
    return {crypto::derive_key(one, label + ".cipher", header),
            crypto::derive_digest(one, label + ".commitment", header)};
}

crypto::Nonce nonce_of(BytesView header)
{
    crypto::Nonce nonce;
    if (header.size() < nonce.size()) throw_bug("a box's header ends with a nonce");
    std::ranges::copy(header.last(nonce.size()), nonce.begin());
    return nonce;
}

Bytes additional(BytesView header, const Commitment& commitment)
{
    Bytes bytes;
    bytes.reserve(header.size() + commitment.size());
    bytes.insert(bytes.end(), header.begin(), header.end());
    bytes.insert(bytes.end(), commitment.begin(), commitment.end());
    return bytes;
}

constexpr std::size_t padding_block = 64;
constexpr std::byte padding_mark{0x80};

}  // namespace

crypto::SecretKey box_key(std::string_view name, const crypto::SecretKey& key, BytesView header)
{
    return crypto::derive_key(key, std::string{name} + ".box", header);
}

Box seal_box(std::string_view name, const crypto::SecretKey& key, BytesView header, BytesView plaintext)
{
    const auto derived = derive(name, key, header);
    return {derived.commitment, crypto::seal(derived.cipher_key, nonce_of(header),
                                             additional(header, derived.commitment), plaintext)};
}

std::variant<Bytes, Shut> open_box(std::string_view name, const crypto::SecretKey& key, BytesView header,
                                   const Commitment& commitment, BytesView ciphertext)
{
    const auto derived = derive(name, key, header);
    if (!crypto::equal_in_constant_time(derived.commitment, commitment)) return Shut::commitment_differs;
    auto plaintext =
        crypto::open(derived.cipher_key, nonce_of(header), additional(header, commitment), ciphertext);
    if (!plaintext) return Shut::ciphertext_changed;
    return *std::move(plaintext);
}

Bytes padded(BytesView plaintext)
{
    Bytes bytes((plaintext.size() / padding_block + 1) * padding_block);
    std::ranges::copy(plaintext, bytes.begin());
    bytes[plaintext.size()] = padding_mark;
    return bytes;
}

std::optional<Bytes> without_padding(Bytes bytes)
{
    if (bytes.size() % padding_block != 0) return std::nullopt;
    auto end = bytes.size();
    while (end > 0 && bytes[end - 1] == std::byte{0}) --end;
    if (end == 0 || bytes[end - 1] != padding_mark || bytes.size() - end >= padding_block)
        return std::nullopt;
    bytes.resize(end - 1);
    return bytes;
}

}  // namespace safelead::ledger
