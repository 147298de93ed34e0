#pragma once

#include "access/permit.h"
#include "directory/organisation.h"

#include <string>

namespace safelead::app {

/// One sign-in on one device: the digest of its token, so it can be shown and ended but not used.
using SessionId = Id<struct SessionKind>;

/// Whoever is signed in, in the one organisation they act for.
struct Actor {
    PersonId person;
    OrganisationId organisation;
    directory::Roles roles;
    SessionId session;
    std::string name;
    std::string organisation_name;
    directory::Standing standing = directory::Standing::real;
    directory::OrganisationKind kind = directory::OrganisationKind::school;

    /// As `access` asks of them.
    [[nodiscard]] access::Actor who() const { return {person, organisation, roles, kind}; }
};

/// Whether the table lets them do so in their organisation at all: for menus. What a matter's own page may
/// show comes with it.
[[nodiscard]] bool may(const Actor& actor, access::Action action);

}  // namespace safelead::app
