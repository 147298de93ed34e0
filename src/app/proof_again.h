#pragma once

// Before something dangerous, somebody who is signed in shows once more that it is them: not whoever sat down
// at their desk.

#include "app/actor.h"
#include "app/own_password.h"
#include "app/safelead.h"
#include "base/later.h"

#include <string>

namespace safelead::app {

/// Within the last five minutes, in this session.
[[nodiscard]] bool was_proved_lately(Safelead& safelead, const Actor& actor);

/// Whether they have a password or a code to show. Whoever has neither signs in again.
[[nodiscard]] bool can_prove(Safelead& safelead, const Actor& actor);

/// `typed` is their password or, where they have a second factor, a code from their app. If it is right, the
/// session is proved from now on.
[[nodiscard]] Later<PasswordTyped> prove_again(Safelead& safelead, const Actor& actor, std::string typed);

}  // namespace safelead::app
