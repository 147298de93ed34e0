#pragma once

// What has been established about one incident.
//
// Facts are kept as words ("coercion", "alleged"), not as numbers of one edition's vocabulary, because the
// same facts are weighed under several editions and read again in twenty years. A fact nobody has answered is
// "unknown": it is absent here, and absent is never "no".

#include "base/id.h"
#include "base/result.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::guidance {

/// One thing that can be asked and answered: "coercion", "medium".
using FactId = Id<struct FactKind>;

inline constexpr std::string_view unknown_value = "unknown";

/// What somebody did with the image. Showing a screen is sharing.
enum class Role : std::uint8_t {
    subject,
    creator,
    sharer,
    requester,
    recipient,
    holder,
    threatener,
    bystander
};

/// How sure we are of an age. Only a known age can ever show that nobody adult is involved.
enum class AgeBasis : std::uint8_t { known, claimed, unknown };

enum class Setting : std::uint8_t { this_school, other_school, staff, none, unknown };

inline constexpr std::initializer_list<Role> all_roles = {Role::subject,    Role::creator,   Role::sharer,
                                                          Role::requester,  Role::recipient, Role::holder,
                                                          Role::threatener, Role::bystander};
inline constexpr std::initializer_list<AgeBasis> all_age_bases = {AgeBasis::known, AgeBasis::claimed,
                                                                  AgeBasis::unknown};
inline constexpr std::initializer_list<Setting> all_settings = {
    Setting::this_school, Setting::other_school, Setting::staff, Setting::none, Setting::unknown};

[[nodiscard]] std::string_view to_text(Role role);
[[nodiscard]] std::string_view to_text(AgeBasis basis);
[[nodiscard]] std::string_view to_text(Setting setting);

[[nodiscard]] std::optional<Role> parse_role(std::string_view text);
[[nodiscard]] std::optional<AgeBasis> parse_age_basis(std::string_view text);
[[nodiscard]] std::optional<Setting> parse_setting(std::string_view text);

/// A set of roles.
class Roles {
public:
    constexpr Roles() = default;
    constexpr Roles(std::initializer_list<Role> roles)
    {
        for (const Role role : roles) add(role);
    }

    constexpr void add(Role role) { bits_ = static_cast<std::uint8_t>(bits_ | bit(role)); }
    constexpr void remove(Role role) { bits_ = static_cast<std::uint8_t>(bits_ & ~bit(role)); }
    [[nodiscard]] constexpr bool has(Role role) const { return (bits_ & bit(role)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }

    /// A bit for each role, by its place in the enumeration.
    [[nodiscard]] constexpr std::uint32_t bits() const { return bits_; }

    /// In the order of the enumeration.
    [[nodiscard]] std::vector<Role> in_order() const;

    constexpr bool operator==(const Roles&) const = default;

private:
    static constexpr std::uint8_t bit(Role role)
    {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(role));
    }

    std::uint8_t bits_ = 0;
};

/// Somebody who has a part in the incident, by a reference that is not a name.
struct Person {
    std::string ref;
    Roles roles;
    std::optional<int> age;  ///< Now.
    std::optional<int>
        age_at_event;  ///< A subject: when the image was made. Otherwise: when they did what the role says.
    AgeBasis age_basis = AgeBasis::unknown;
    Setting setting = Setting::unknown;

    bool operator==(const Person&) const = default;
};

inline constexpr int oldest_age = 120;
inline constexpr std::size_t most_people = 200;

/// Why a fact was not accepted. `field` as in the facts object: "coercion", "people[2].age".
struct FactFault {
    std::string field;
    std::string problem;

    bool operator==(const FactFault&) const = default;
};

/// A fact that somebody has answered.
struct Answer {
    FactId fact;
    std::string value;

    bool operator==(const Answer&) const = default;
};

/// The facts of one incident. Default-constructed, everything is unknown.
///
/// No vocabulary is consulted here; `Vocabulary::check` (guidance/pack.h) says whether an edition knows the
/// words.
class Facts {
public:
    /// Records an answer. "unknown" takes an earlier answer back.
    void set(std::string_view fact, std::string_view value);
    void set(const FactId& fact, std::string_view value) { set(fact.text(), value); }

    /// The answer, or "unknown".
    [[nodiscard]] std::string_view value(std::string_view fact) const;
    [[nodiscard]] std::string_view value(const FactId& fact) const { return value(fact.text()); }

    /// All that is answered, by fact id in byte order; never "unknown".
    [[nodiscard]] const std::vector<Answer>& answers() const { return answers_; }

    /// Adds somebody. Refused: an empty or used `ref`, an age outside 0 to 120, more than 200 people.
    [[nodiscard]] Result<Done, FactFault> add(Person person);

    /// Takes somebody out again; nothing happens if nobody has that `ref`.
    void remove_person(std::string_view ref);

    /// In the order they were added.
    [[nodiscard]] const std::vector<Person>& people() const { return people_; }

    bool operator==(const Facts&) const = default;

private:
    std::vector<Answer> answers_;
    std::vector<Person> people_;
};

}  // namespace safelead::guidance
