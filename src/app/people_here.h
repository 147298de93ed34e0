#pragma once

// The people of an organisation, for whoever keeps accounts there: an administrator, or somebody who reads.
// What takes two people is asked for by one and agreed to by another, who reads; what ends access takes one.

#include "app/actor.h"
#include "app/invitations.h"
#include "app/not_done.h"
#include "base/later.h"

#include <optional>
#include <string>
#include <vector>

namespace safelead::app {

/// A role that was asked for.
struct RoleWaiting {
    directory::Role role = directory::Role::staff;
    std::string asked_by;    ///< Their name.
    bool may_agree = false;  ///< Whoever looks may be the second person.
    OrganisationId at{""};
    std::string at_name = {};
};

struct PersonHere {
    PersonId person{""};
    std::string name;
    std::string email;
    directory::Roles roles;  ///< Here, and nowhere else.
    std::vector<RoleWaiting> waiting;
    std::optional<directory::Absence> away;
    std::string covered_by;  ///< Their name; "" if nobody is named.
    bool works_here = true;  ///< Where they are renamed, invited and recorded as having left.
    std::string works_at;    ///< The name of that organisation.
    bool has_left = false;
    bool has_a_way_in = false;
    std::optional<Instant> invited_until;
    bool is_self = false;
};

/// Everybody, by name; those who have left too.
[[nodiscard]] Outcome<std::vector<PersonHere>> people_here(Safelead& safelead, const Actor& actor);

/// One of them. NotThere also for somebody of another organisation.
[[nodiscard]] Outcome<PersonHere> person_here(Safelead& safelead, const Actor& actor, const PersonId& person);

struct NewHere {
    std::string name;
    std::string email;
    std::vector<directory::Role> roles;
};
struct AddedHere {
    PersonId person{""};
    InvitationCode invitation;  ///< "" if they sign in elsewhere already, or come to it when a role is agreed
                                ///< to.
};
/// Somebody new with their roles, or roles here for somebody who works elsewhere: in one append. Roles that
/// take two people wait.
[[nodiscard]] Later<Outcome<AddedHere>> add_here(Safelead& safelead, const Actor& actor,
                                                 const CommandId& command, NewHere somebody);

/// Given at once where one person is enough; else it waits.
[[nodiscard]] Later<Outcome<Done>> ask_role(Safelead& safelead, const Actor& actor, const CommandId& command,
                                            const PersonId& person, directory::Role role);
/// As the second person. With an invitation where they could not sign in yet, else "".
[[nodiscard]] Later<Outcome<InvitationCode>> agree_role(Safelead& safelead, const Actor& actor,
                                                        const CommandId& command, const PersonId& person,
                                                        directory::Role role);
/// Those that were asked for whoever looks, wherever it is: they may refuse them.
[[nodiscard]] std::vector<RoleWaiting> own_roles_waiting(Safelead& safelead, const Actor& actor);
[[nodiscard]] Later<Outcome<Done>> refuse_own_role(Safelead& safelead, const Actor& actor,
                                                   const CommandId& command, const OrganisationId& at,
                                                   directory::Role role);
/// By somebody who could have asked.
[[nodiscard]] Later<Outcome<Done>> refuse_role(Safelead& safelead, const Actor& actor,
                                               const CommandId& command, const PersonId& person,
                                               directory::Role role);

/// From their next request on.
[[nodiscard]] Later<Outcome<Done>> take_role_here(Safelead& safelead, const Actor& actor,
                                                  const CommandId& command, const PersonId& person,
                                                  directory::Role role);
/// Every role of theirs ends, and every session.
[[nodiscard]] Later<Outcome<Done>> record_left_here(Safelead& safelead, const Actor& actor,
                                                    const CommandId& command, const PersonId& person);
[[nodiscard]] Later<Outcome<Done>> rename_here(Safelead& safelead, const Actor& actor,
                                               const CommandId& command, const PersonId& person,
                                               std::string name);
/// From then on they sign in with this one, and are told that it was changed.
[[nodiscard]] Later<Outcome<Done>> change_email_here(Safelead& safelead, const Actor& actor,
                                                     const CommandId& command, const PersonId& person,
                                                     std::string email);

struct AwayHere {
    PersonHere whose;
    std::vector<PersonHere> may_cover;  ///< By name.
};
/// For whoever records who is away.
[[nodiscard]] Outcome<AwayHere> away_here(Safelead& safelead, const Actor& actor, const PersonId& person);
[[nodiscard]] Later<Outcome<Done>> record_away_here(Safelead& safelead, const Actor& actor,
                                                    const CommandId& command, const PersonId& person,
                                                    directory::Absence absence);
[[nodiscard]] Later<Outcome<Done>> record_back_here(Safelead& safelead, const Actor& actor,
                                                    const CommandId& command, const PersonId& person);

}  // namespace safelead::app
