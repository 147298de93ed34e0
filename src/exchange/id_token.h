#pragma once

// What an OpenID Connect issuer sends, taken apart: an ID token's two JSON parts, its keys, its discovery
// document, its answer with the token. Nothing here is believed; app/issuer_token.cpp and
// directory/token_claims.h say what is.

#include "directory/token_claims.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace safelead::exchange {

/// Three texts in base64url with dots between them (RFC 7515, section 7.1), not yet decoded.
struct CompactToken {
    std::string_view head;
    std::string_view claims;
    std::string_view signature;
    std::string_view signed_text;  ///< The first two, with their dot.
};
[[nodiscard]] std::optional<CompactToken> split_token(std::string_view token);

/// The only two that are taken: there is no way to say "none", or a secret shared by both sides.
enum class TokenAlgorithm { rs256, es256 };

struct TokenHead {
    TokenAlgorithm algorithm;
    std::string key;  ///< `kid`
};
/// Nothing for any other algorithm, without `kid`, or with anything critical.
[[nodiscard]] std::optional<TokenHead> read_token_head(std::string_view json);

[[nodiscard]] std::optional<directory::TokenClaims> read_token_claims(std::string_view json);

/// Whole numbers in base64url, not yet decoded.
struct RsaWebKey {
    std::string modulus;
    std::string exponent;
};
struct EcWebKey {
    std::string x;
    std::string y;
};
struct WebKey {
    std::string id;
    std::variant<RsaWebKey, EcWebKey> key;
};
/// Those that can be used to check a signature; others are passed over. Nothing if it is no set of keys.
[[nodiscard]] std::optional<std::vector<WebKey>> read_web_keys(std::string_view json);

enum class SecretGiven { in_header, in_form };

struct Discovery {
    std::string issuer;
    std::string authorisation;
    std::string token;
    std::string keys;
    SecretGiven secret_given = SecretGiven::in_header;
    bool says_issuer_on_return = false;  ///< RFC 9207.
    std::string sign_out =
        {};  ///< `end_session_endpoint` (OpenID Connect RP-Initiated Logout 1.0), or empty.
};
/// Nothing where it lacks something, has an address that is not `https://`, or knows none of what we use.
/// `plain`: `http://` will do, for an issuer on loopback.
enum class Plain { refused, allowed };
[[nodiscard]] std::optional<Discovery> read_discovery(std::string_view json, Plain plain);

/// The ID token in the answer to a code.
[[nodiscard]] std::optional<std::string> read_token_answer(std::string_view json);

/// `https://host…` with nothing in it that an address can't hold; `http://` only on loopback, if allowed.
[[nodiscard]] bool is_web_address(std::string_view address, Plain plain);

/// Whether that host is this machine itself.
[[nodiscard]] bool is_loopback(std::string_view address);

}  // namespace safelead::exchange
