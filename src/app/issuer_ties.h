#pragma once

// Accounts elsewhere that somebody signs in by. They are tied in app/issuer_sign_in.h: only the issuer can
// say that an account is theirs.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"

#include <string>
#include <vector>

namespace safelead::app {

/// An issuer, as somebody sees it among their own ways to sign in.
struct TieShown {
    std::string issuer;  ///< As it calls itself.
    std::string id;      ///< Empty if it is not set up any more.
    std::string label;
    bool is_tied = false;
};
[[nodiscard]] std::vector<TieShown> ties_of(Safelead& safelead, const Actor& actor);

/// Ends their sessions too: whoever has that account may be signed in with it.
[[nodiscard]] Later<Outcome<Done>> untie_issuer(Safelead& safelead, const Actor& actor,
                                                const CommandId& command, const std::string& issuer);

}  // namespace safelead::app
