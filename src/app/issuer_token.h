#pragma once

#include "app/issuers.h"
#include "base/result.h"
#include "directory/token_claims.h"

#include <string>
#include <variant>

namespace safelead::app {

enum class TokenUnsigned {
    malformed,  ///< Or by another algorithm than the two that are taken.
    no_such_key,
    other_kind_of_key,
    wrong_signature,
};
using TokenRefusal = std::variant<TokenUnsigned, directory::TokenFault>;

/// What a token says, once its signature and its claims have been checked. May wait for the issuer's keys:
/// for workers only.
/// @throws Unavailable
[[nodiscard]] Result<directory::TokenClaims, TokenRefusal> open_token(
    Issuers& issuers, const Issuer& issuer, const std::string& token,
    const directory::TokenExpected& expected);

}  // namespace safelead::app
