#pragma once

// A role that reads is asked for by one and agreed to by another. Until then nothing is given.

#include "base/ids.h"
#include "directory/on_whose_word.h"
#include "directory/organisation.h"

#include <optional>

namespace safelead::directory {

// What has happened.

struct RoleAsked {
    PersonId person;
    OrganisationId organisation;
    Role role;
    Authority authority;
    bool operator==(const RoleAsked&) const = default;
};
/// Somebody there said no, whoever asked withdrew, or the person it is for does not want it.
struct RoleRefused {
    PersonId person;
    OrganisationId organisation;
    Role role;
    Authority authority;
    bool operator==(const RoleRefused&) const = default;
};

// What somebody asks for.

/// Where one person is enough, the role is given at once.
struct AskRole {
    PersonId person;
    OrganisationId organisation;
    Role role;
    PersonId by;
};
struct RefuseRole {
    PersonId person;
    OrganisationId organisation;
    Role role;
    PersonId by;
};
/// The second person agrees. Somebody who works there and could not sign in yet is invited with it: an
/// invitation that one person made would not do.
struct AgreeRole {
    PersonId person;
    OrganisationId organisation;
    Role role;
    PersonId by;
    Invitation invitation;
};

}  // namespace safelead::directory
