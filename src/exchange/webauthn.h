#pragma once

// What a browser sends of a passkey (WebAuthn level 2), taken apart. Whether it is true is asked elsewhere
// (app/passkeys.cpp); nothing here is believed.

#include "base/bytes.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace safelead::exchange {

/// What the browser says that it was asked, and where.
struct ClientSaid {
    std::string type;       ///< "webauthn.create", "webauthn.get".
    std::string challenge;  ///< base64url.
    std::string origin;
    bool is_cross_origin = false;
};
[[nodiscard]] std::optional<ClientSaid> read_client_said(std::string_view json);

struct EcKey {
    std::array<std::byte, 32> x;
    std::array<std::byte, 32> y;
};
struct RsaKey {
    Bytes modulus;
    Bytes exponent;
};
struct EdKey {
    std::array<std::byte, 32> point;
};
/// ES256, RS256 or EdDSA; nothing else is taken.
using CoseKey = std::variant<EcKey, RsaKey, EdKey>;
[[nodiscard]] std::optional<CoseKey> read_cose_key(BytesView bytes);

struct NewCredential {
    Bytes id;
    Bytes cose_key;  ///< As it was sent: to be kept.
};

struct AuthenticatorSaid {
    std::array<std::byte, 32> rp_id_hash;
    bool user_present = false;
    bool user_verified = false;
    std::uint32_t count = 0;
    std::optional<NewCredential> credential;  ///< Where one was made.
};
[[nodiscard]] std::optional<AuthenticatorSaid> read_authenticator_said(BytesView bytes);

/// Of an attestation object of the format "none": what the authenticator said.
[[nodiscard]] std::optional<AuthenticatorSaid> read_attestation(BytesView bytes);

}  // namespace safelead::exchange
