#pragma once

// A session as it is kept: sealed, under the digest of its token.

#include "app/actor.h"
#include "base/bytes.h"
#include "directory/partnership.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace safelead::app {

class Parts;

/// With what it began: a password alone, or something besides.
enum class Factors : std::uint8_t { one, two };

struct Session {
    SessionId id{""};
    PersonId person{""};
    OrganisationId organisation{""};
    int passwords_set = 0;  ///< Of the person when it began: it ends when another is set.
    Instant began{};
    Instant last_used{};
    std::string about;
    int factors_changed = 0;  ///< Of the person when it began: it ends when that is another.
    Factors factors = Factors::one;
    Instant proved{};  ///< When they last showed that it is them.
};

[[nodiscard]] SessionId session_id_of(std::string_view token);

/// The session, whether or not it has timed out; it stays known for a day, so that what was being typed can
/// be kept.
[[nodiscard]] std::optional<Session> find_session(Parts& parts, const SessionId& id);
[[nodiscard]] std::optional<Session> read_session(const SessionId& id, BytesView plaintext);

/// One that begins.
void keep_session(Parts& parts, const Session& session);

/// Changes one by what is kept of it at that moment, so that nobody puts back what somebody else has noted
/// meanwhile. If it was ended in the meantime, it stays ended.
void change_session(Parts& parts, const SessionId& id, const std::function<void(Session&)>& change);

/// Whether they may do nothing there before they have shown a second factor.
[[nodiscard]] bool must_have_factor(Parts& parts, const directory::Partnership& partnership,
                                    const PersonId& person, const OrganisationId& organisation);

/// Not timed out, begun with the password and the factor that stand, and with as many factors as their roles
/// ask for now.
[[nodiscard]] bool is_good(Parts& parts, const Session& session);

/// The person as they are now in the organisation of the session; nothing if they have no role there any
/// more.
[[nodiscard]] std::optional<Actor> actor_in(Parts& parts, const Session& session);

inline constexpr std::string_view session_kind = "session";

}  // namespace safelead::app
