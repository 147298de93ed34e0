#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

namespace safelead::directory {

/// What somebody does in one organisation. The same person may have other roles in another one.
enum class Role : std::uint8_t {
    staff,
    dsl,
    deputy,
    headteacher,
    chair_of_governors,
    governor_safeguarding,
    trust_lead,
    lado,
    education_safeguarding_adviser,
    agency_lead,
    safer_schools_officer,
    social_worker,
    coordinator,
    trainer,
    administrator,
};

/// Every role, in the order above.
[[nodiscard]] std::span<const Role> all_roles();

/// As events and commands write it: "chair_of_governors".
[[nodiscard]] std::string_view role_name(Role role);
[[nodiscard]] std::optional<Role> role_from_name(std::string_view name);

/// As a page says it: "chair of governors".
[[nodiscard]] std::string_view role_words(Role role);

/// Whether the role lets somebody read what was recorded about children.
[[nodiscard]] bool reads_records(Role role);

/// Whether giving the role takes two people: it reads, or it decides who may.
[[nodiscard]] bool takes_two(Role role);

/// A set of roles.
class Roles {
public:
    constexpr Roles() = default;
    constexpr Roles(std::initializer_list<Role> roles)
    {
        for (const auto role : roles) add(role);
    }

    constexpr void add(Role role) { bits_ = bits_ | bit(role); }
    constexpr void take(Role role) { bits_ = bits_ & ~bit(role); }
    [[nodiscard]] constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }
    [[nodiscard]] constexpr bool has_any(Roles roles) const { return (bits_ & roles.bits_) != 0; }
    [[nodiscard]] constexpr bool is_empty() const { return bits_ == 0; }
    [[nodiscard]] std::vector<Role> list() const;

    constexpr bool operator==(const Roles&) const = default;

private:
    static constexpr std::uint32_t bit(Role role) { return std::uint32_t{1} << static_cast<unsigned>(role); }

    std::uint32_t bits_ = 0;
};

/// Whether somebody with these roles may answer young people who write to the school.
[[nodiscard]] bool answers_young_people(Roles roles);

}  // namespace safelead::directory
