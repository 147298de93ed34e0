#include "exchange/webauthn.h"

#include "exchange/cbor.h"
#include "exchange/json_tree.h"

#include <algorithm>

namespace safelead::exchange {
namespace {

constexpr std::size_t longest_client_said = 4096;
constexpr std::size_t longest_credential_id = 512;
constexpr std::size_t shortest_modulus = 256;  // 2048 bits.
constexpr std::size_t longest_modulus = 512;

std::string text_member(const JsonTree& tree, std::string_view name)
{
    const auto* member = tree.find(name);
    return member != nullptr && member->kind == JsonTree::Kind::text ? member->text : std::string{};
}

/// Exactly 32 bytes.
bool fill(std::array<std::byte, 32>& into, const CborItem* item)
{
    const auto* bytes = item == nullptr ? nullptr : item->bytes();
    if (bytes == nullptr || bytes->size() != into.size()) return false;
    std::ranges::copy(*bytes, into.begin());
    return true;
}

std::optional<std::int64_t> number_at(const CborItem& map, std::int64_t key)
{
    const auto* item = map.find(key);
    return item == nullptr ? std::nullopt : item->integer();
}

std::optional<CoseKey> ec_key(const CborItem& map)
{
    EcKey key{};
    if (number_at(map, -1) != 1 || !fill(key.x, map.find(std::int64_t{-2})) ||
        !fill(key.y, map.find(std::int64_t{-3})))
        return std::nullopt;
    return key;
}

std::optional<CoseKey> ed_key(const CborItem& map)
{
    EdKey key{};
    if (number_at(map, -1) != 6 || !fill(key.point, map.find(std::int64_t{-2}))) return std::nullopt;
    return key;
}

std::optional<CoseKey> rsa_key(const CborItem& map)
{
    const auto* n = map.find(std::int64_t{-1});
    const auto* e = map.find(std::int64_t{-2});
    if (n == nullptr || e == nullptr || n->bytes() == nullptr || e->bytes() == nullptr) return std::nullopt;
    const auto size = n->bytes()->size();
    if (size < shortest_modulus || size > longest_modulus || e->bytes()->empty() || e->bytes()->size() > 4)
        return std::nullopt;
    return RsaKey{*n->bytes(), *e->bytes()};
}

std::uint32_t big_endian(BytesView bytes)
{
    std::uint32_t value = 0;
    for (const auto byte : bytes) value = (value << 8U) | std::to_integer<std::uint32_t>(byte);
    return value;
}

}  // namespace

std::optional<ClientSaid> read_client_said(std::string_view json)
{
    if (json.size() > longest_client_said) return std::nullopt;
    const auto tree = parse_json(json, {longest_client_said, 4, 64, JsonLimits::Comments::refused});
    if (!tree || tree->kind != JsonTree::Kind::object) return std::nullopt;
    ClientSaid said{text_member(*tree, "type"), text_member(*tree, "challenge"), text_member(*tree, "origin"),
                    false};
    // Not there is no; anything but yes or no is not believed.
    if (const auto* cross = tree->find("crossOrigin"))
        said.is_cross_origin = cross->kind != JsonTree::Kind::boolean || cross->boolean;
    return said;
}

std::optional<CoseKey> read_cose_key(BytesView bytes)
{
    const auto read = read_cbor(bytes);
    if (!read || read->length != bytes.size()) return std::nullopt;
    const auto type = number_at(read->item, 1);
    const auto algorithm = number_at(read->item, 3);
    if (type == 2 && algorithm == -7) return ec_key(read->item);
    if (type == 3 && algorithm == -257) return rsa_key(read->item);
    if (type == 1 && algorithm == -8) return ed_key(read->item);
    return std::nullopt;
}

std::optional<AuthenticatorSaid> read_authenticator_said(BytesView bytes)
{
    constexpr std::size_t head = 37;
    if (bytes.size() < head) return std::nullopt;
    AuthenticatorSaid said{};
    std::ranges::copy(bytes.first<32>(), said.rp_id_hash.begin());
    const auto flags = std::to_integer<unsigned>(bytes[32]);
    said.user_present = (flags & 1U) != 0;
    said.user_verified = (flags & 4U) != 0;
    said.count = big_endian(bytes.subspan(33, 4));
    auto rest = bytes.subspan(head);
    const bool has_credential = (flags & 64U) != 0;
    const bool has_extensions = (flags & 128U) != 0;
    if (has_credential) {
        if (rest.size() < 18) return std::nullopt;
        const std::size_t id_length = big_endian(rest.subspan(16, 2));
        rest = rest.subspan(18);
        if (id_length == 0 || id_length > longest_credential_id || id_length > rest.size())
            return std::nullopt;
        const auto id = rest.first(id_length);
        rest = rest.subspan(id_length);
        const auto key = read_cbor(rest);
        if (!key) return std::nullopt;
        const auto cose = rest.first(key->length);
        said.credential = NewCredential{{id.begin(), id.end()}, {cose.begin(), cose.end()}};
        rest = rest.subspan(key->length);
    }
    if (has_extensions) {
        const auto extensions = read_cbor(rest);
        if (!extensions) return std::nullopt;
        rest = rest.subspan(extensions->length);
    }
    if (!rest.empty()) return std::nullopt;
    return said;
}

std::optional<AuthenticatorSaid> read_attestation(BytesView bytes)
{
    const auto read = read_cbor(bytes);
    if (!read || read->length != bytes.size()) return std::nullopt;
    const auto* format = read->item.find(std::string_view{"fmt"});
    const auto* said = read->item.find(std::string_view{"authData"});
    const bool is_none = format != nullptr && format->text() != nullptr && *format->text() == "none";
    if (!is_none || said == nullptr || said->bytes() == nullptr) return std::nullopt;
    return read_authenticator_said(*said->bytes());
}

}  // namespace safelead::exchange
