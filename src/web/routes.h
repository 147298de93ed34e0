#pragma once

// Every address, at a glance.

#include "web/http/router.h"

#include <span>
#include <string_view>

namespace safelead::web {

/// Who gets an answer there.
enum class Door {
    open,       ///< Anybody.
    token,      ///< A school's own system, with its token; nobody else, signed in or not.
    signed_in,  ///< Somebody signed in: whoever is not is asked to, and a form they sent is kept.
    own_check   ///< The answer looks for itself, because it also serves those whose session has just ended.
};

struct Address {
    Route route;
    Door door;
};

/// Every address, and who may go through its door.
[[nodiscard]] std::span<const Address> all_addresses();

/// The same, for the server.
[[nodiscard]] std::span<const Route> routes();

}  // namespace safelead::web
