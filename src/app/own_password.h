#pragma once

#include "app/actor.h"
#include "app/safelead.h"
#include "base/later.h"

#include <string>

namespace safelead::app {

enum class PasswordTyped {
    right,
    wrong,    ///< Or too many wrong ones in a short time.
    crowded,  ///< Too much is waiting: try again in a moment.
};

/// Whether somebody who is signed in typed their own password again, before something that can't be undone.
[[nodiscard]] Later<PasswordTyped> check_own_password(Safelead& safelead, const Actor& actor,
                                                      std::string password);

}  // namespace safelead::app
