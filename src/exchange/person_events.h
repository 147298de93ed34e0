#pragma once

// What the directory says of one person: who they are, their roles, when they are away. How they sign in is
// in sign_in_events.h.

#include "exchange/directory_fields.h"

namespace safelead::exchange {

[[nodiscard]] EventBytes person_event_bytes(const directory::PersonAdded& event);
[[nodiscard]] EventBytes person_event_bytes(const directory::PersonRenamed& event);
[[nodiscard]] EventBytes person_event_bytes(const directory::EmailChanged& event);
[[nodiscard]] EventBytes person_event_bytes(const directory::PersonLeft& event);
[[nodiscard]] EventBytes person_event_bytes(const directory::PasswordSet& event);
[[nodiscard]] EventBytes person_event_bytes(const directory::NoticesSet& event);
[[nodiscard]] EventBytes person_event_bytes(const directory::RoleGiven& event);
[[nodiscard]] EventBytes person_event_bytes(const directory::RoleTaken& event);
[[nodiscard]] EventBytes person_event_bytes(const directory::RoleAsked& event);
[[nodiscard]] EventBytes person_event_bytes(const directory::RoleRefused& event);
[[nodiscard]] EventBytes person_event_bytes(const directory::AwayRecorded& event);
[[nodiscard]] EventBytes person_event_bytes(const directory::AwayEnded& event);

[[nodiscard]] Read<directory::Event> person_added(MemberReader& reader);
[[nodiscard]] Read<directory::Event> person_renamed(MemberReader& reader);
[[nodiscard]] Read<directory::Event> email_changed(MemberReader& reader);
[[nodiscard]] Read<directory::Event> person_left(MemberReader& reader);
[[nodiscard]] Read<directory::Event> password_set(MemberReader& reader);
[[nodiscard]] Read<directory::Event> notices_set(MemberReader& reader);
[[nodiscard]] Read<directory::Event> role_given(MemberReader& reader);
[[nodiscard]] Read<directory::Event> role_taken(MemberReader& reader);
[[nodiscard]] Read<directory::Event> role_asked(MemberReader& reader);
[[nodiscard]] Read<directory::Event> role_refused(MemberReader& reader);
[[nodiscard]] Read<directory::Event> away_recorded(MemberReader& reader);
[[nodiscard]] Read<directory::Event> away_ended(MemberReader& reader);

}  // namespace safelead::exchange
