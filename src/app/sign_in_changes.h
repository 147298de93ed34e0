#pragma once

// What was changed lately of how somebody signs in, so that they see what was not their own doing. Passing
// things: the directory's log has all of it for good (docs/formats/passing.md).

#include "app/actor.h"
#include "app/safelead.h"
#include "base/time.h"
#include "directory/partnership.h"

#include <cstdint>
#include <string>
#include <vector>

namespace safelead::app {

class Parts;

enum class SignInChanged : std::uint8_t {
    password,
    by_invitation,  ///< A new beginning: whoever had the invitation chose how to sign in.
    codes,          ///< Of an app.
    recovery_codes,
    passkey_added,
    passkey_removed,
    account_tied,
    account_untied,
    email,        ///< By somebody who looks after people there.
    reset_asked,  ///< Nothing is changed yet: a second person has to agree.
    was_reset,    ///< By two people, or by one where one is enough.
};

struct SignInChange {
    std::string id;
    SignInChanged what;
    Instant at;
    bool is_news;  ///< They have not looked since.
};

/// Before it is kept: if `asked` changes how somebody signs in, that is noted where `finish_sign_in_changes`
/// finds it. Nobody is told yet.
void begin_sign_in_change(Parts& parts, const CommandId& command, const directory::Command& asked);

/// If `kept` changed how somebody signs in: notes it, and tells them by mail that something waits. `command`
/// is the one that it was kept by, at that time: noted twice, it is there once. So whoever sends a form again
/// because the first answer did not come has it noted if it was not.
void note_sign_in_change(Parts& parts, const CommandId& command, Instant at, const directory::Command& kept);

/// Notes what was kept and could not be noted, because the program ended or the store was out of reach.
/// Called every few minutes by a timer.
void finish_sign_in_changes(Safelead& safelead);

/// Of the last 90 days, the newest first, ten at most.
[[nodiscard]] std::vector<SignInChange> sign_in_changes(Safelead& safelead, const PersonId& person);

/// They have looked at these. What was noted since stays news.
void see_sign_in_changes(Safelead& safelead, const PersonId& person, const std::vector<SignInChange>& shown);

}  // namespace safelead::app
