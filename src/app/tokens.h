#pragma once

// The tokens by which a school's own systems ask (docs/formats/api.md): made, listed and revoked by an
// administrator of the organisation. Each making and revoking is an entry; the token itself is kept nowhere.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

struct TokenShown {
    enum class Standing { good, over, revoked };

    directory::TokenId id{""};
    std::string system;
    directory::Scopes scopes;
    Instant until;
    Standing standing = Standing::good;
    std::string made_by;  ///< A name; empty: the operator.
    std::optional<Instant> last_used;
};

/// Every token of the organisation, the newest first.
[[nodiscard]] Outcome<std::vector<TokenShown>> tokens_of(Safelead& safelead, const Actor& actor);

struct NewToken {
    std::string system;
    directory::Scopes scopes;
    std::chrono::days good_for{0};
};
/// The token, never seen again.
[[nodiscard]] Later<Outcome<std::string>> make_token(Safelead& safelead, const Actor& actor,
                                                     const CommandId& command, NewToken token);

/// From the next request on, at every server.
[[nodiscard]] Later<Outcome<Done>> revoke_token(Safelead& safelead, const Actor& actor,
                                                const CommandId& command, const directory::TokenId& token);

}  // namespace safelead::app
