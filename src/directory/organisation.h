#pragma once

#include "base/ids.h"
#include "base/time.h"
#include "directory/role.h"

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::directory {

enum class OrganisationKind : std::uint8_t {
    school,
    college,
    police,
    social_care,
    local_authority,
    other_agency,
};

enum class Phase : std::uint8_t {
    not_a_school,
    early_years,
    primary,
    secondary,
    all_through,
    special,
    alternative,
    post_16
};

/// Whether it is real, or made up for practice and said to be so everywhere.
enum class Standing : std::uint8_t { real, practice };

[[nodiscard]] std::string_view kind_name(OrganisationKind kind);
[[nodiscard]] std::optional<OrganisationKind> kind_from_name(std::string_view name);
/// The roles that one of that kind has people in: what a form offers, and whether reports are taken there
/// (access/permit.h). Any role can be given anywhere.
[[nodiscard]] Roles usual_roles(OrganisationKind kind);
[[nodiscard]] std::string_view phase_name(Phase phase);
[[nodiscard]] std::optional<Phase> phase_from_name(std::string_view name);

struct Organisation {
    OrganisationId id;
    std::string name;
    OrganisationKind kind = OrganisationKind::school;
    Phase phase = Phase::not_a_school;
    std::string urn;            ///< Six digits; empty if it has none.
    std::string telephone;      ///< The office or reception.
    std::string dsl_telephone;  ///< Rings where the lead is; empty if not known.
    std::string area;           ///< Whose contacts apply: "leeds".
    Standing standing = Standing::real;

    bool operator==(const Organisation&) const = default;
};

/// Not here for a while, and who does the work meanwhile.
struct Absence {
    Date from;
    std::optional<Date> until;  ///< The last day away; nothing if not known.
    std::optional<PersonId> covered_by;

    bool operator==(const Absence&) const = default;
};

/// A link that somebody was given, by which they set their own password. The code itself is nowhere.
struct Invitation {
    std::string code;  ///< SHA-256 of it, as hexadecimal.
    Instant until;

    bool operator==(const Invitation&) const = default;
};

/// A key that a device or a security key holds for somebody; this half of it is no secret.
struct Passkey {
    std::string id;    ///< As the device calls it, base64url.
    std::string key;   ///< COSE, base64url.
    std::string name;  ///< As its owner calls it.

    bool operator==(const Passkey&) const = default;
};

/// An account elsewhere that is theirs: who vouches for it, and its id there.
struct Tie {
    std::string issuer;   ///< As the issuer calls itself: "https://accounts.example".
    std::string subject;  ///< Says nothing by itself; never an e-mail address that was only claimed.

    bool operator==(const Tie&) const = default;
};

/// A role that somebody asked for, and that a second person has not agreed to yet.
struct AskedRole {
    OrganisationId organisation;
    Role role = Role::staff;
    PersonId by;

    bool operator==(const AskedRole&) const = default;
};

struct Person {
    PersonId id;
    OrganisationId home;  ///< Where they work.
    std::string name;
    std::string email;        ///< Personal data: never in a log or an address.
    std::string sign_in_key;  ///< HMAC of the normalised e-mail, made by the shell. Empty: cannot sign in.
    std::string password;     ///< Argon2 string; empty until one is set.
    int passwords_set = 0;    ///< Sessions begun under an earlier number are over.
    std::map<OrganisationId, Roles> roles;
    std::map<OrganisationId, Absence> away;
    bool left = false;             ///< Left the partnership's directory: no roles, no sign-in.
    bool wants_mail = false;       ///< To be told by mail that something waits.
    std::string code_secret = {};  ///< Of the app that shows codes, base32; empty: none is set up.
    std::vector<std::string> recovery_codes = {};  ///< HMACs of those not used yet.
    int factors_changed = 0;                       ///< Sessions begun under an earlier number are over.
    std::optional<PersonId> reset_asked_by = {};   ///< Awaits a second person.
    std::optional<Invitation> invitation = {};
    std::vector<Passkey> passkeys = {};
    std::vector<Tie> ties = {};
    std::vector<AskedRole> asked_roles = {};  ///< In the order in which they were asked for.

    bool operator==(const Person&) const = default;
};

/// Whether they work there, have a role there or are to have one.
[[nodiscard]] bool belongs_to(const Person& person, const OrganisationId& organisation);

}  // namespace safelead::directory
