#pragma once

// The operator's commands: organisations, people and roles while an organisation is being set up, and what
// may be done for it at any time. Every event says that the operator did it.

#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "directory/partnership.h"

#include <memory>
#include <string>
#include <vector>

namespace safelead::app {

/// The directory as it is now.
[[nodiscard]] std::shared_ptr<const directory::Partnership> partnership(Safelead& safelead);

struct NewOrganisation {
    std::string name;
    directory::OrganisationKind kind = directory::OrganisationKind::school;
    directory::Phase phase = directory::Phase::not_a_school;
    std::string urn;
    std::string telephone;
    std::string dsl_telephone;
    std::string area;
    directory::Standing standing = directory::Standing::real;
};

/// Starts its log, then puts it in the directory. Waits for the disk on this thread too: for commands, not
/// for pages.
[[nodiscard]] Later<Outcome<OrganisationId>> add_organisation(Safelead& safelead, const CommandId& command,
                                                              NewOrganisation organisation);

/// Puts right what is said of it. Nothing is written if it is so already.
[[nodiscard]] Later<Outcome<Done>> change_organisation(Safelead& safelead, const CommandId& command,
                                                       directory::ChangeOrganisation change);

[[nodiscard]] Later<Outcome<Done>> finish_set_up(Safelead& safelead, const CommandId& command,
                                                 const OrganisationId& organisation);

/// Only where no two people are left who could agree to anything; the reason stays in the record.
[[nodiscard]] Later<Outcome<Done>> reopen_set_up(Safelead& safelead, const CommandId& command,
                                                 const OrganisationId& organisation, std::string reason);

struct NewPerson {
    OrganisationId organisation;
    std::string name;
    std::string email;
    std::vector<directory::Role> roles;
    std::string password;  ///< Empty: they can't sign in until one is set.
};

/// Adds somebody with their roles, in one append.
[[nodiscard]] Later<Outcome<PersonId>> add_person(Safelead& safelead, const CommandId& command,
                                                  NewPerson person);

[[nodiscard]] Later<Outcome<Done>> give_role(Safelead& safelead, const CommandId& command,
                                             const PersonId& person, const OrganisationId& organisation,
                                             directory::Role role);

/// What they may no longer do is refused from the next request on, at every server.
[[nodiscard]] Later<Outcome<Done>> take_role(Safelead& safelead, const CommandId& command,
                                             const PersonId& person, const OrganisationId& organisation,
                                             directory::Role role);

/// Takes every role of theirs, and ends every session and way to sign in.
[[nodiscard]] Later<Outcome<Done>> record_left(Safelead& safelead, const CommandId& command,
                                               const PersonId& person);

/// Ends every session of theirs.
[[nodiscard]] Later<Outcome<Done>> set_password(Safelead& safelead, const CommandId& command,
                                                const PersonId& person, std::string password);

}  // namespace safelead::app
