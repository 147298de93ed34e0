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

/// Whether any of them takes two people to give.
[[nodiscard]] bool any_takes_two(Roles roles);

/// Whether `authority` is enough to end how somebody signs in and to let them begin anew. Whoever does could
/// use the invitation: so of each organisation where they read or say who may, one of the two has to be, and
/// the second reads in one of them. Where they read nowhere, one person of where they work is enough.
[[nodiscard]] Result<Done, Refusal> is_enough_to_reset(const Partnership& state, const Authority& authority,
                                                       const Person& person);

/// Whether a reset is a matter of that organisation: they work there, or it opens what is there.
[[nodiscard]] bool reset_concerns(const Person& person, const OrganisationId& organisation);

/// Whether a reset of `person`'s sign-in waits to which `second` could agree now, as somebody of that
/// organisation.
[[nodiscard]] bool could_agree_to_reset(const Partnership& state, const Person& person,
                                        const PersonId& second, const OrganisationId& organisation);

/// Whether there is anybody who could agree if `by` asked.
[[nodiscard]] bool anybody_could_agree_to_reset(const Partnership& state, const Person& person,
                                                const PersonId& by);

/// Whoever keeps accounts where it is a matter of may say no to it.
[[nodiscard]] bool may_refuse_reset(const Partnership& state, const Person& person, const PersonId& by);

/// Whether a reset of `person`'s sign-in was asked for, and somebody could still agree. Else it is asked
/// anew.
[[nodiscard]] bool reset_waits(const Partnership& state, const Person& person);

/// The first steps that any two people can take are these two: one who gives, another who agrees.
[[nodiscard]] bool two_could_agree(const Partnership& state, const OrganisationId& organisation);

}  // namespace safelead::directory
