#pragma once

// Names that more than one part of the core speaks of. Every other Id stands in the module it belongs to.

#include "base/id.h"

namespace safelead {

/// A school, police team, social care front door, … in the partnership.
using OrganisationId = Id<struct OrganisationKind>;

/// Somebody with an account or a role: staff, lead, headteacher. Never a child of a case.
using PersonId = Id<struct PersonKind>;

/// What a person's browser or a program calls one request to change something; the same request sent again
/// has the same one.
using CommandId = Id<struct CommandKind>;

/// The opening of a case to somebody whom it is closed to, because it could not wait.
using OpeningId = Id<struct OpeningKind>;

}  // namespace safelead
