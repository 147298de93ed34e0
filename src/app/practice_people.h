#pragma once

// The made-up people of a practice partnership. Every name, address and telephone number is invented; the
// numbers are from the ranges that Ofcom keeps for fiction.

#include "directory/organisation.h"
#include "record/child_events.h"

#include <initializer_list>
#include <span>
#include <string_view>
#include <vector>

namespace safelead::app {

/// The same for everybody in every practice partnership, and in no other.
inline constexpr std::string_view practice_password = "for practice only";

struct PracticeOrganisation {
    std::string_view name;
    directory::OrganisationKind kind;
    directory::Phase phase;
    std::string_view urn;
    std::string_view telephone;
    std::string_view dsl_telephone;
};

struct PracticePerson {
    std::size_t organisation;  ///< Of `practice_organisations`.
    std::string_view name;
    std::string_view email;
    directory::Roles roles;
};

[[nodiscard]] std::span<const PracticeOrganisation> practice_organisations();
[[nodiscard]] std::span<const PracticePerson> practice_people();

/// The children of one of the schools, in the year groups that go with `today`.
[[nodiscard]] std::vector<record::Identity> practice_children(std::size_t organisation, Date today);

}  // namespace safelead::app
