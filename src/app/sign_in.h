#pragma once

// Who is there. A session is a random token in a cookie, kept here as a digest; signing in always makes a new
// one.
//
// Wrong passwords are counted: by account for devices that never signed in to it, by device for those that
// have, and by address with a high ceiling. Whoever has signed in on a device before can't be kept out by
// somebody guessing elsewhere, and every count ends by itself.

#include "app/actor.h"
#include "app/safelead.h"
#include "base/later.h"
#include "base/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace safelead::app {

struct SignIn {
    std::string email;
    std::string password;
    std::string address;  ///< Where from; only ever kept as a keyed digest.
    std::string device;   ///< The device cookie, or empty.
    std::string about;    ///< What the person sees of it in the list of their sessions: "Firefox on Windows".
    std::string ends;     ///< The session cookie that this browser had, or empty: that session ends.
};

struct SignedIn {
    Actor actor;
    std::string session;  ///< For the session cookie; never seen again.
    std::string device;   ///< For the device cookie, which lasts.
};

/// What has to come before there is a session.
enum class Step {
    code,     ///< A code from their app, or a recovery code.
    set_up,   ///< They read, and have no second factor yet.
    place,    ///< They have roles in more than one organisation: where do they work now?
    passkey,  ///< A passkey is their second factor: a password alone opens nothing and sets up nothing.
};
struct StepWanted {
    Step what;
    std::string token;  ///< For a cookie that lasts ten minutes and opens nothing else.
};

using SignInAnswer = std::variant<SignedIn, StepWanted>;

enum class SignInRefusal {
    wrong,  ///< The e-mail, the password, or there is no such account: never said which.
    wait,   ///< Too many wrong tries; those of another device are not affected.
    crowded,
    nowhere,  ///< Right, but they have no role anywhere.
};

[[nodiscard]] Later<Result<SignInAnswer, SignInRefusal>> sign_in(Safelead& safelead, SignIn asked);

/// Whoever's session this is, if it is still good; that also counts as use. Never waits for a worker.
[[nodiscard]] std::optional<Actor> actor_of(Safelead& safelead, std::string_view session);

void sign_out(Safelead& safelead, std::string_view session);

struct SessionShown {
    SessionId id;
    std::string about;
    Instant began;
    Instant last_used;
    bool operator==(const SessionShown&) const = default;
};

/// Theirs, the newest first.
[[nodiscard]] std::vector<SessionShown> sessions_of(Safelead& safelead, const Actor& actor);

/// Ends one of theirs; another's is not touched.
void end_session(Safelead& safelead, const Actor& actor, const SessionId& session);

/// Ends all of theirs, this one too.
void end_sessions(Safelead& safelead, const Actor& actor);

}  // namespace safelead::app
