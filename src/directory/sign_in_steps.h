#pragma once

// How somebody signs in beside their password: the app that shows codes, recovery codes, a reset by two
// people, an invitation. What is secret in them is sealed with the entry; codes that are shown once are here
// only as digests.

#include "base/ids.h"
#include "base/time.h"
#include "directory/on_whose_word.h"
#include "directory/organisation.h"

#include <string>
#include <vector>

namespace safelead::directory {

/// Whom a second factor is asked of, besides everybody who has set one up.
enum class FactorFor : std::uint8_t { real_organisations, all_organisations };

/// Whether somebody with these roles there may do nothing before they have one: whoever reads, or decides who
/// may.
[[nodiscard]] bool must_have_second_factor(const Organisation& organisation, Roles roles, FactorFor whom);

/// Whether resetting their sign-in takes two: it opens what children said, or says who may read it.
[[nodiscard]] bool reset_takes_two(const Person& person);

/// Whether they could sign in by anything at all.
[[nodiscard]] bool has_a_way_in(const Person& person);

// What has happened.

/// An app shows codes from now on, in place of any before; with it come new recovery codes.
struct SecondFactorSet {
    PersonId person;
    std::string secret;                 ///< Base32.
    std::vector<std::string> recovery;  ///< HMACs.
    Authority authority;
    bool operator==(const SecondFactorSet&) const = default;
};
struct RecoveryCodesMade {
    PersonId person;
    std::vector<std::string> recovery;
    Authority authority;
    bool operator==(const RecoveryCodesMade&) const = default;
};
struct RecoveryCodeUsed {
    PersonId person;
    std::string code;
    bool operator==(const RecoveryCodeUsed&) const = default;
};
struct SignInResetAsked {
    PersonId person;
    Authority authority;
    bool operator==(const SignInResetAsked&) const = default;
};
struct SignInResetRefused {
    PersonId person;
    Authority authority;
    bool operator==(const SignInResetRefused&) const = default;
};
/// Neither the password nor the second factor is good any more, and every session is over.
struct SignInReset {
    PersonId person;
    Authority authority;
    bool operator==(const SignInReset&) const = default;
};
struct SignInInvited {
    PersonId person;
    Invitation invitation;
    Authority authority;
    bool operator==(const SignInInvited&) const = default;
};

struct PasskeyAdded {
    PersonId person;
    Passkey passkey;
    Authority authority;
    bool operator==(const PasskeyAdded&) const = default;
};
struct PasskeyRemoved {
    PersonId person;
    std::string passkey;  ///< Its id.
    Authority authority;
    bool operator==(const PasskeyRemoved&) const = default;
};

/// An account elsewhere signs them in from now on. It uses up an invitation that was open.
struct IssuerTied {
    PersonId person;
    Tie tie;
    Authority authority;
    bool operator==(const IssuerTied&) const = default;
};
struct IssuerUntied {
    PersonId person;
    std::string issuer;
    Authority authority;
    bool operator==(const IssuerUntied&) const = default;
};

// What somebody asks for.

/// By themselves, while they are signed in.
struct TieIssuer {
    PersonId person;
    Tie tie;
    int seen = 0;  ///< `factors_changed` of the session that it is asked in.
};
struct UntieIssuer {
    PersonId person;
    std::string issuer;
};
/// Takes the invitation up with an account elsewhere, in place of a password.
struct AcceptInvitationByIssuer {
    PersonId person;
    std::string code;
    Instant at;
    Tie tie;
};
struct AddPasskey {
    PersonId person;
    Passkey passkey;
    int seen = 0;  ///< `factors_changed` when it was begun: it is no way back in after a reset.
};
struct RemovePasskey {
    PersonId person;
    std::string passkey;
};
struct SetSecondFactor {
    PersonId person;
    std::string secret;
    std::vector<std::string> recovery;
    int seen = 0;  ///< `factors_changed` when it was begun: nothing is set up over something newer.
};
struct MakeRecoveryCodes {
    PersonId person;
    std::vector<std::string> recovery;
};
struct UseRecoveryCode {
    PersonId person;
    std::string code;
};
struct AskSignInReset {
    PersonId person;
    PersonId by;
};
struct RefuseSignInReset {
    PersonId person;
    PersonId by;
};
/// The second person agrees; an invitation comes of it.
struct AgreeSignInReset {
    PersonId person;
    PersonId by;
    Invitation invitation;
};
/// Of somebody new, or of somebody for whom one person is enough.
struct InviteToSignIn {
    PersonId person;
    Invitation invitation;
    Authority authority;
};
struct AcceptInvitation {
    PersonId person;
    std::string code;
    Instant at;
    std::string argon2;
};

}  // namespace safelead::directory
