#pragma once

// Who reads a referral at the organisation that it was sent to: what somebody there sees of it, and settles.
// docs/adr/0216, 0217.

#include "app/actor.h"
#include "app/not_done.h"
#include "app/safelead.h"
#include "base/later.h"
#include "record/referral.h"

#include <string>
#include <vector>

namespace safelead::app {

struct NamedPerson {
    PersonId id;
    std::string name;
};

/// Somebody keeps others from it, and the last reason that they gave.
struct Restriction {
    std::string by;
    std::string why;
    bool operator==(const Restriction&) const = default;
};

/// How it stands, by name.
struct ReadersOfReferral {
    record::Reference referral{""};
    bool is_for_lado = false;
    bool may_settle = false;
    bool may_look = false;                ///< Somebody else kept people from it, and they can look at it.
    std::vector<NamedPerson> staff;       ///< Everybody there, to keep out.
    std::vector<NamedPerson> reading;     ///< Who reads it now.
    std::vector<NamedPerson> could_read;  ///< Whose role would, if they were named.
    std::vector<NamedPerson> kept_out;
    std::vector<NamedPerson> locked_to;
    std::vector<NamedPerson> opened_to;
    std::vector<Restriction> restrictions;  ///< While nobody else has looked.
};

/// Only for whoever reads it.
[[nodiscard]] Outcome<ReadersOfReferral> readers_of_referral(Safelead& safelead, const Actor& actor,
                                                             const record::Reference& referral);

/// Kept in the record of the actor's organisation, and nowhere else. Refused where nobody would be left who
/// can answer it, and where whoever is named has no role that could read it.
[[nodiscard]] Later<Outcome<Done>> settle_readers(Safelead& safelead, const Actor& actor,
                                                  const CommandId& command, const record::Reference& referral,
                                                  record::ReadersChange change);

}  // namespace safelead::app
