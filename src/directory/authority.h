#pragma once

#include "directory/partnership.h"

namespace safelead::directory {

/// How much has to be shown before something is done for somebody.
enum class Weight : std::uint8_t {
    light,  ///< One person with a post of trust there, or the operator at any time.
    heavy,  ///< Two people, or the operator while that organisation is being set up.
};

/// Whether `authority` is enough to do something of that weight in `organisation` for the gain of `gaining`.
[[nodiscard]] Result<Done, Refusal> is_enough(const Partnership& state, const Authority& authority,
                                              const OrganisationId& organisation, const PersonId& gaining,
                                              Weight weight);

/// Whether somebody there reads, and so may be the second person.
[[nodiscard]] bool may_agree(const Partnership& state, const PersonId& person,
                             const OrganisationId& organisation);

/// Whether `second` could agree now to what `first` asked for somebody there.
[[nodiscard]] bool could_agree(const Partnership& state, const PersonId& first, const PersonId& second,
                               const OrganisationId& organisation, const PersonId& gaining);

/// Whether a reset of `person`'s sign-in was asked for by somebody who may still ask for it. Else nobody can
/// agree to it, and it is asked anew.
[[nodiscard]] bool reset_waits(const Partnership& state, const Person& person);

/// The first steps that any two people can take are these two: one who gives, another who agrees.
[[nodiscard]] bool two_could_agree(const Partnership& state, const OrganisationId& organisation);

}  // namespace safelead::directory
