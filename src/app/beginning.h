#pragma once

// What every way of signing in ends with: a session, or one more step before there is one.

#include "app/actor.h"
#include "app/session.h"
#include "app/sign_in.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::app {

class Parts;

/// Somebody whose password was right, or who was invited; between two pages it is kept sealed, for ten
/// minutes.
struct Beginning {
    PersonId person{""};
    OrganisationId organisation{""};
    int passwords_set = 0;
    int factors_changed = 0;
    std::string device;
    std::string about;
    std::string ends;
    std::optional<Instant> proved = std::nullopt;  ///< When they showed who they are, if not just now.
    Factors shown = Factors::one;                  ///< So far.
    bool is_place_chosen = false;                  ///< They said where they work, or there is no choice.
};

/// What the directory says of them now; nothing if they have no role anywhere.
[[nodiscard]] std::optional<Beginning> begin_for(Parts& parts, const PersonId& person, std::string device,
                                                 std::string about, std::string ends);

/// A session, or the step that comes first. Nothing if they may not sign in any more.
[[nodiscard]] std::optional<SignInAnswer> go_on(Parts& parts, const Beginning& beginning);

/// Whether they have a code to give, or a passkey to use, before they are shown anything of themselves.
[[nodiscard]] bool must_show_factor(Parts& parts, const Beginning& beginning);

/// The step that a browser is at; nothing if it is over, or what it began with was changed.
[[nodiscard]] std::optional<Beginning> find_step(Parts& parts, std::string_view token);
void end_step(Parts& parts, std::string_view token);

/// A new session, whatever there was before. Nothing if they have no role there any more.
[[nodiscard]] std::optional<SignedIn> begin_session(Parts& parts, const Beginning& beginning,
                                                    Factors factors);

/// Whether this account, on this device, signed in before: what guessing elsewhere can't keep out.
[[nodiscard]] bool knows_device(Parts& parts, std::string_view device, const PersonId& person);
[[nodiscard]] std::string device_id(std::string_view device, const PersonId& person);

}  // namespace safelead::app
