#pragma once

#include "base/ids.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace safelead::directory {

/// On whose word something was done.
enum class Basis : std::uint8_t { operator_set_up, one_person, two_people, themselves };

[[nodiscard]] std::string_view basis_name(Basis basis);
[[nodiscard]] std::optional<Basis> basis_from_name(std::string_view name);

struct Authority {
    Basis basis = Basis::one_person;
    std::optional<PersonId> by;         ///< Nothing only for the operator.
    std::optional<PersonId> agreed_by;  ///< Only for two people.

    bool operator==(const Authority&) const = default;
};

[[nodiscard]] Authority by_operator();
[[nodiscard]] Authority by_person(PersonId by);
[[nodiscard]] Authority by_two(PersonId by, PersonId agreed_by);
[[nodiscard]] Authority by_themselves(PersonId person);

}  // namespace safelead::directory
