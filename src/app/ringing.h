#pragma once

// Who to ring. Safelead rings nobody.

#include "app/actor.h"
#include "app/safelead.h"
#include "directory/who_next.h"
#include "directory/who_to_ring.h"

#include <string>
#include <vector>

namespace safelead::app {

/// Somebody in the organisation, in the order in which to try them.
struct InHouse {
    std::string name;
    directory::Role role;
    bool covering = false;
};

/// Whom somebody of an organisation rings now.
struct Ringing {
    std::string organisation;
    std::string dsl_telephone;  ///< Empty if not known: the page says so.
    std::string telephone;      ///< The office or reception.
    std::string area;
    std::vector<InHouse> people;
    std::vector<directory::ToRing> outside;  ///< For staff, everything, most urgent first: 999 is the first.
    directory::WallTime at;
};

/// For whoever is signed in; `involved` are never among the people.
[[nodiscard]] Ringing ringing(Safelead& safelead, const Actor& actor,
                              const std::vector<PersonId>& involved = {});

/// For anybody, without an account.
[[nodiscard]] std::vector<directory::ToRing> who_to_ring_now(Safelead& safelead,
                                                             const directory::Asking& asking);

/// The area that most organisations are in: what a page without an account shows. "england" when there is
/// none.
[[nodiscard]] std::string usual_area(Safelead& safelead);

/// Whether this is a practice partnership: said on every page.
[[nodiscard]] directory::Standing standing(Safelead& safelead);

}  // namespace safelead::app
