#pragma once

#include "app/actor.h"
#include "app/safelead.h"
#include "app/sign_in.h"
#include "base/later.h"
#include "base/result.h"

#include <string>

namespace safelead::app {

enum class PasswordTyped {
    right,
    wrong,
    too_many,  ///< Wrong ones in a short time: this one, right or wrong, was not looked at.
    crowded,   ///< Too much is waiting: try again in a moment.
};

/// Whether somebody who is signed in typed their own password again, before something that can't be undone.
[[nodiscard]] Later<PasswordTyped> check_own_password(Safelead& safelead, const Actor& actor,
                                                      std::string password);

enum class PasswordRefusal {
    wrong,       ///< The old one.
    too_many,    ///< Old ones that were wrong, in a short time.
    too_short,   ///< The new one, or far too long.
    same,        ///< As the old one.
    well_known,  ///< Anybody would try it.
    crowded,
    over,  ///< How they sign in was changed meanwhile, as by a reset: they sign in again.
};

struct PasswordChange {
    std::string old_one;
    std::string new_one;
    std::string about;   ///< What they see of the session: "Firefox on Windows".
    std::string device;  ///< The device cookie, or empty.
};

/// Another password, by themselves. Every session of theirs ends; this browser gets a new one, begun with as
/// many factors as it had.
[[nodiscard]] Later<Result<SignedIn, PasswordRefusal>> change_own_password(Safelead& safelead,
                                                                           const Actor& actor,
                                                                           PasswordChange change);

}  // namespace safelead::app
