#pragma once

// What a school's own system may ask of Safelead, and the token by which it asks (docs/formats/api.md). The
// token itself is nowhere: only its digest is kept.

#include "base/ids.h"
#include "base/time.h"
#include "directory/on_whose_word.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace safelead::directory {

using TokenId = Id<struct TokenKind>;

enum class Scope : std::uint8_t { report, read_status, read_people };

inline constexpr Scope all_scopes[] = {Scope::report, Scope::read_status, Scope::read_people};

/// As events and pages of the format write it: "reports:status".
[[nodiscard]] std::string_view scope_name(Scope scope);
[[nodiscard]] std::optional<Scope> scope_from_name(std::string_view name);

/// A set of scopes.
class Scopes {
public:
    constexpr Scopes() = default;
    constexpr Scopes(std::initializer_list<Scope> scopes)
    {
        for (const auto scope : scopes) add(scope);
    }

    constexpr void add(Scope scope) { bits_ = static_cast<std::uint8_t>(bits_ | bit(scope)); }
    [[nodiscard]] constexpr bool has(Scope scope) const { return (bits_ & bit(scope)) != 0; }
    [[nodiscard]] constexpr bool is_empty() const { return bits_ == 0; }
    [[nodiscard]] std::vector<Scope> list() const;

    constexpr bool operator==(const Scopes&) const = default;

private:
    static constexpr std::uint8_t bit(Scope scope)
    {
        return static_cast<std::uint8_t>(1U << static_cast<unsigned>(scope));
    }

    std::uint8_t bits_ = 0;
};

struct ApiToken {
    TokenId id;
    std::string system;  ///< What the school calls the system; two tokens of one name are of one system.
    Scopes scopes;
    std::string digest;  ///< SHA-256 of the token, as hexadecimal.
    Instant until;

    bool operator==(const ApiToken&) const = default;
};

/// A token of an organisation, as the directory has it.
struct TokenThere {
    ApiToken token;
    std::optional<PersonId> made_by;
    bool is_revoked = false;
};

/// Longer is refused: a token that is forgotten ends by itself.
inline constexpr std::chrono::days longest_token{365};
/// Of one organisation, good at one time.
inline constexpr std::size_t most_tokens = 20;
/// Characters of a system's name.
inline constexpr std::size_t longest_system_name = 60;

// What has happened.

struct TokenMade {
    OrganisationId organisation;
    ApiToken token;
    Authority authority;
    bool operator==(const TokenMade&) const = default;
};
struct TokenRevoked {
    OrganisationId organisation;
    TokenId token;
    Authority authority;
    bool operator==(const TokenRevoked&) const = default;
};

// What somebody asks for.

struct MakeToken {
    OrganisationId organisation;
    ApiToken token;
    Instant now;
    Authority authority;
};
struct RevokeToken {
    OrganisationId organisation;
    TokenId token;
    Authority authority;
};

}  // namespace safelead::directory
