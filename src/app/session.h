#pragma once

// A session as it is kept: sealed, under the digest of its token.

#include "app/actor.h"
#include "base/bytes.h"

#include <optional>
#include <string>
#include <string_view>

namespace safelead::app {

class Parts;

struct Session {
    SessionId id{""};
    PersonId person{""};
    OrganisationId organisation{""};
    int passwords_set = 0;  ///< Of the person when it began: it ends when another is set.
    Instant began{};
    Instant last_used{};
    std::string about;
};

[[nodiscard]] SessionId session_id_of(std::string_view token);

/// The session, whether or not it has timed out; it stays known for a day, so that what was being typed can
/// be kept.
[[nodiscard]] std::optional<Session> find_session(Parts& parts, const SessionId& id);
[[nodiscard]] std::optional<Session> read_session(const SessionId& id, BytesView plaintext);

void keep_session(Parts& parts, const Session& session);

/// Not timed out, and begun with the password that stands.
[[nodiscard]] bool is_good(Parts& parts, const Session& session);

/// The person as they are now in the organisation of the session; nothing if they have no role there any
/// more.
[[nodiscard]] std::optional<Actor> actor_in(Parts& parts, const Session& session);

inline constexpr std::string_view session_kind = "session";

}  // namespace safelead::app
