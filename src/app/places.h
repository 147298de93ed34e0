#pragma once

// Whoever has roles in more than one organisation works in one of them at a time: a session is of one
// organisation from its beginning to its end. They say where when they sign in; to go to another one is to
// begin another session there, and the one before ends.

#include "app/actor.h"
#include "app/safelead.h"
#include "app/sign_in.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

struct PlaceShown {
    OrganisationId organisation{""};
    std::string name;
    directory::Roles roles;
    bool is_this = false;  ///< Where they are now.
};

/// Where somebody who is signing in may work, by name. None if the step is over.
[[nodiscard]] std::vector<PlaceShown> places_at_step(Safelead& safelead, const std::string& step);

enum class PlaceRefusal {
    no_such,  ///< They have no role there.
    over,     ///< The step ended: sign in again.
};
/// Goes on as signing in does: to a session there, or to what that organisation asks for first.
[[nodiscard]] Result<SignInAnswer, PlaceRefusal> choose_place(Safelead& safelead, const std::string& step,
                                                              const OrganisationId& organisation);

/// Where somebody who is signed in may work, by name: this one too.
[[nodiscard]] std::vector<PlaceShown> places_of(Safelead& safelead, const Actor& actor);

struct PlaceChange {
    OrganisationId organisation{""};
    std::string session;  ///< The cookie of the session that ends.
    std::string device;
    std::string about;
};
/// Another session, there; or what that organisation asks for first, and the session goes on until then.
[[nodiscard]] Result<SignInAnswer, PlaceRefusal> change_place(Safelead& safelead, const Actor& actor,
                                                              PlaceChange change);

}  // namespace safelead::app
