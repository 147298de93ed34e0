#pragma once

// Passkeys (WebAuthn level 2): a key that somebody's device keeps, which answers only to our own address. The
// device has checked who holds it (a finger, a PIN), so it counts as both factors.
//
// A challenge is not kept: it is worked out of what the browser holds and when it was made, and is used once.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/sign_in.h"
#include "base/later.h"

#include <string>
#include <string_view>
#include <vector>

namespace safelead::app {

/// Where the browser is, as it has to say itself.
struct PasskeyPlace {
    std::string origin;  ///< "https://safelead.example"
    std::string host;    ///< "safelead.example"
};

struct PasskeyChallenge {
    std::string challenge;  ///< base64url.
    std::string issued;     ///< Goes along and comes back.
};
/// For whoever holds `holder`: a session's id, or a cookie of this browser.
[[nodiscard]] PasskeyChallenge passkey_challenge(Safelead& safelead, std::string_view holder);

enum class PasskeyRefusal {
    wrong,  ///< Not ours, not verified, used before, too late: never said which.
    wait,
    there_already,
    no_name,
    too_many,
    crowded,
};

/// As it came from the browser, base64url.
struct PasskeyMade {
    std::string issued;
    std::string client_said;
    std::string attestation;
    std::string name;
    PasskeyPlace place;
};
[[nodiscard]] Later<Result<Done, PasskeyRefusal>> add_passkey(Safelead& safelead, const Actor& actor,
                                                              const CommandId& command, PasskeyMade made);

/// Whom the browser keeps it for: an id that says nothing, base64url, and the address they sign in with.
struct PasskeyOwner {
    std::string id;
    std::string email;
};
[[nodiscard]] PasskeyOwner passkey_owner(Safelead& safelead, const Actor& actor);

struct PasskeyShown {
    std::string id;
    std::string name;
};
[[nodiscard]] std::vector<PasskeyShown> passkeys_of(Safelead& safelead, const Actor& actor);

/// Ends their sessions too: whoever has the device may be signed in with it.
[[nodiscard]] Later<Outcome<Done>> remove_passkey(Safelead& safelead, const Actor& actor,
                                                  const CommandId& command, const std::string& id);

/// Likewise.
struct PasskeyUsed {
    std::string holder;
    std::string issued;
    std::string id;
    std::string client_said;
    std::string authenticator_said;
    std::string signature;
    PasskeyPlace place;
    std::string address;
    std::string device;
    std::string about;
    std::string ends;
};
[[nodiscard]] Result<SignInAnswer, PasskeyRefusal> sign_in_with_passkey(Safelead& safelead,
                                                                        const PasskeyUsed& used);

}  // namespace safelead::app
