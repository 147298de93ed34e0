#pragma once

// The partnership's directory: who works where, and as what.
//
// It is the fold of the partnership's log (docs/formats/events.md). `decide` says what happens if a command
// is carried out; `evolve` adds one event. Neither knows the time, the disk or a key.
//
// Giving a role that reads, or resetting somebody's password, takes two different people who already have a
// post of trust in that organisation, and neither may be the one who gains. The one exception is an
// organisation's first set-up, when nobody is there yet: the operator gives the roles, and every such event
// says so.

#include "base/one_of.h"
#include "base/result.h"
#include "directory/api_token.h"
#include "directory/forced_opening.h"
#include "directory/kit_use.h"
#include "directory/organisation.h"
#include "directory/refusal.h"
#include "directory/role_steps.h"
#include "directory/sign_in_steps.h"
#include "directory/talk_hours.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace safelead::directory {

// What has happened.

struct OrganisationAdded {
    Organisation organisation;
    bool operator==(const OrganisationAdded&) const = default;
};
/// From here on the operator can no longer give roles in it.
struct SetUpFinished {
    OrganisationId organisation;
    bool operator==(const SetUpFinished&) const = default;
};
/// The people who could have agreed are gone, so the operator sets it up again; the reason stays in the
/// record.
struct SetUpReopened {
    OrganisationId organisation;
    std::string reason;
    bool operator==(const SetUpReopened&) const = default;
};
struct PersonAdded {
    PersonId person;
    OrganisationId home;
    std::string name;
    std::string email;
    std::string sign_in_key;
    Authority authority;
    bool operator==(const PersonAdded&) const = default;
};
struct RoleGiven {
    PersonId person;
    OrganisationId organisation;
    Role role;
    Authority authority;
    bool operator==(const RoleGiven&) const = default;
};
struct RoleTaken {
    PersonId person;
    OrganisationId organisation;
    Role role;
    Authority authority;
    bool operator==(const RoleTaken&) const = default;
};
struct PersonLeft {
    PersonId person;
    Authority authority;
    bool operator==(const PersonLeft&) const = default;
};
struct PasswordSet {
    PersonId person;
    std::string argon2;
    Authority authority;
    bool operator==(const PasswordSet&) const = default;
};
struct AwayRecorded {
    PersonId person;
    OrganisationId organisation;
    Absence absence;
    Authority authority;
    bool operator==(const AwayRecorded&) const = default;
};
struct AwayEnded {
    PersonId person;
    OrganisationId organisation;
    Authority authority;
    bool operator==(const AwayEnded&) const = default;
};
/// Young people can write to this school from now on: these people answer, at these times.
struct TalkHoursSet {
    OrganisationId organisation;
    TalkHours hours;
    Authority authority;
    bool operator==(const TalkHoursSet&) const = default;
};
struct TalkStopped {
    OrganisationId organisation;
    Authority authority;
    bool operator==(const TalkStopped&) const = default;
};
/// The organisation is now this: another name, another URN since an academy conversion.
struct OrganisationChanged {
    Organisation organisation;
    bool operator==(const OrganisationChanged&) const = default;
};
struct PersonRenamed {
    PersonId person;
    std::string name;
    Authority authority;
    bool operator==(const PersonRenamed&) const = default;
};
/// From now on they sign in with this one.
struct EmailChanged {
    PersonId person;
    std::string email;
    std::string sign_in_key;
    Authority authority;
    bool operator==(const EmailChanged&) const = default;
};
/// Whether somebody is told by mail that something waits.
enum class Notices : std::uint8_t { none, by_mail };
struct NoticesSet {
    PersonId person;
    Notices notices = Notices::none;
    Authority authority;
    bool operator==(const NoticesSet&) const = default;
};
/// A school used a campaign's kit. Said again for the same day and kit, it replaces what was said before.
struct KitUsed {
    OrganisationId organisation;
    KitUse use;
    Authority authority;
    bool operator==(const KitUsed&) const = default;
};
/// Somebody opened a case that is closed to them. Said before it is open, so that nobody opens one unseen.
struct CaseOpenedByForce {
    ForcedOpening opening;
    bool operator==(const CaseOpenedByForce&) const = default;
};
struct OpeningReviewed {
    OpeningId opening;
    OpeningReview review;
    bool operator==(const OpeningReviewed&) const = default;
};
struct EventAlternatives {
    using type =
        std::variant<OrganisationAdded, SetUpFinished, SetUpReopened, PersonAdded, RoleGiven, RoleTaken,
                     PersonLeft, PasswordSet, AwayRecorded, AwayEnded, TalkHoursSet, TalkStopped,
                     OrganisationChanged, PersonRenamed, NoticesSet, SecondFactorSet, RecoveryCodesMade,
                     RecoveryCodeUsed, SignInResetAsked, SignInResetRefused, SignInReset, SignInInvited,
                     PasskeyAdded, PasskeyRemoved, KitUsed, CaseOpenedByForce, OpeningReviewed, TokenMade,
                     TokenRevoked, IssuerTied, IssuerUntied, RoleAsked, RoleRefused, EmailChanged>;
};
using Event = OneOf<EventAlternatives>;

// What somebody asks for.

struct AddOrganisation {
    Organisation organisation;
};
/// What is to be otherwise; the rest stays. An empty telephone number takes it away.
struct ChangeOrganisation {
    OrganisationId organisation;
    std::optional<std::string> name = {};
    std::optional<Phase> phase = {};
    std::optional<std::string> urn = {};
    std::optional<std::string> telephone = {};
    std::optional<std::string> dsl_telephone = {};
    std::optional<std::string> area = {};
};
struct FinishSetUp {
    OrganisationId organisation;
};
struct ReopenSetUp {
    OrganisationId organisation;
    std::string reason;
};
struct AddPerson {
    PersonId person;
    OrganisationId home;
    std::string name;
    std::string email;
    std::string sign_in_key;
    Authority authority;
};
struct GiveRole {
    PersonId person;
    OrganisationId organisation;
    Role role;
    Authority authority;
};
struct TakeRole {
    PersonId person;
    OrganisationId organisation;
    Role role;
    Authority authority;
};
struct RecordLeaving {
    PersonId person;
    Authority authority;
};
struct SetPassword {
    PersonId person;
    std::string argon2;
    Authority authority;
    int seen = 0;  ///< By themselves: `passwords_set` when the old one was looked at. A reset is newer.
};
struct RecordAway {
    PersonId person;
    OrganisationId organisation;
    Absence absence;
    Authority authority;
};
struct EndAway {
    PersonId person;
    OrganisationId organisation;
    Authority authority;
};
struct SetTalkHours {
    OrganisationId organisation;
    TalkHours hours;
    Authority authority;
};
struct StopTalk {
    OrganisationId organisation;
    Authority authority;
};
struct RenamePerson {
    PersonId person;
    std::string name;
    Authority authority;
};
struct ChangeEmail {
    PersonId person;
    std::string email;
    std::string sign_in_key;
    Authority authority;
};
/// Only they themselves do.
struct SetNotices {
    PersonId person;
    Notices notices = Notices::none;
};
struct RecordKitUse {
    OrganisationId organisation;
    KitUse use;
    Date today;
    Authority authority;
};
struct RecordForcedOpening {
    ForcedOpening opening;
};
struct ReviewOpening {
    OpeningId opening;
    OpeningReview review;
};
struct CommandAlternatives {
    using type =
        std::variant<AddOrganisation, FinishSetUp, ReopenSetUp, AddPerson, GiveRole, TakeRole, RecordLeaving,
                     SetPassword, RecordAway, EndAway, SetTalkHours, StopTalk, RenamePerson, SetNotices,
                     SetSecondFactor, MakeRecoveryCodes, UseRecoveryCode, AskSignInReset, RefuseSignInReset,
                     AgreeSignInReset, InviteToSignIn, AcceptInvitation, AddPasskey, RemovePasskey,
                     RecordKitUse, RecordForcedOpening, ReviewOpening, MakeToken, RevokeToken, TieIssuer,
                     UntieIssuer, AcceptInvitationByIssuer, AskRole, RefuseRole, AgreeRole,
                     ChangeOrganisation, ChangeEmail>;
};
using Command = OneOf<CommandAlternatives>;

class Partnership {
public:
    /// The organisation, or null. Pointers last until the next `evolve`.
    [[nodiscard]] const Organisation* organisation(const OrganisationId& id) const;
    [[nodiscard]] const Person* person(const PersonId& id) const;

    /// Whoever signs in under this key and has not left, or null.
    [[nodiscard]] const Person* person_by_sign_in_key(std::string_view key) const;

    /// Whoever was given the invitation with that digest and has not used it, or null.
    [[nodiscard]] const Person* person_by_invitation(std::string_view code) const;

    /// Whose passkey that is, or null.
    [[nodiscard]] const Person* person_by_passkey(std::string_view passkey) const;

    /// Whose account at that issuer it is, or null.
    [[nodiscard]] const Person* person_by_tie(const Tie& tie) const;

    /// What they do there now; none if they have left.
    [[nodiscard]] Roles roles_of(const PersonId& person, const OrganisationId& organisation) const;

    /// Everybody with that role there, in the order in which they were given it.
    [[nodiscard]] std::vector<const Person*> people_with(const OrganisationId& organisation, Role role) const;

    /// Everybody with any role there, by id.
    [[nodiscard]] std::vector<const Person*> people_of(const OrganisationId& organisation) const;

    /// Whoever works there, has a role there or is to have one, by id; those too who worked there and have
    /// left.
    [[nodiscard]] std::vector<const Person*> everybody_of(const OrganisationId& organisation) const;

    /// Whoever works or worked there, or has or had a role there, by id.
    [[nodiscard]] std::vector<const Person*> ever_of(const OrganisationId& organisation) const;

    /// Every organisation, by id.
    [[nodiscard]] std::vector<const Organisation*> organisations() const;

    /// Whether the operator may still give roles there.
    [[nodiscard]] bool is_being_set_up(const OrganisationId& organisation) const;

    /// Whether they were away from that organisation on that day, and the absence if so.
    [[nodiscard]] const Absence* absence_on(const PersonId& person, const OrganisationId& organisation,
                                            Date day) const;

    /// Who answers young people there and when; null while nobody does, or none of those named may any more.
    [[nodiscard]] const TalkHours* talk_hours(const OrganisationId& organisation) const;

    /// Those named who may still answer.
    [[nodiscard]] std::vector<const Person*> who_answers(const OrganisationId& organisation) const;

    /// The hours as they were set, also where nobody named may answer any more; null while it is off.
    [[nodiscard]] const TalkHours* talk_hours_set(const OrganisationId& organisation) const;

    /// Whether young people could ever write to it, so that somebody may come back with a code.
    [[nodiscard]] bool ever_talked(const OrganisationId& organisation) const;

    /// Every use of a kit that a school has told, by school and then by day.
    [[nodiscard]] std::vector<KitUseThere> kit_uses(std::string_view campaign) const;

    /// Every case that was ever opened by force, in the order in which they were.
    [[nodiscard]] const std::vector<ForcedOpening>& forced_openings() const { return forced_openings_; }
    [[nodiscard]] const ForcedOpening* forced_opening(const OpeningId& id) const;
    /// Every token that was made for the organisation, the newest first.
    [[nodiscard]] std::vector<const TokenThere*> tokens_of(const OrganisationId& organisation) const;

    /// Whose token has that digest and was not revoked; whether it is over, the caller's clock says.
    struct TokenFound {
        const Organisation* organisation;
        const ApiToken* token;
    };
    [[nodiscard]] std::optional<TokenFound> token_by_digest(std::string_view digest) const;

private:
    friend Partnership evolve(Partnership state, const Event& event);
    friend class Evolving;

    struct Place {
        Organisation organisation;
        bool being_set_up = true;
        std::map<Role, std::vector<PersonId>> holders;
        std::set<PersonId> people;
        std::optional<TalkHours> talk;
        bool ever_talked = false;
        std::vector<KitUse> kit_uses;
        std::vector<TokenThere> tokens = {};
        std::set<PersonId> ever = {};
    };

    std::map<OrganisationId, Place> places_;
    std::map<PersonId, Person> people_;
    std::map<std::string, PersonId, std::less<>> by_sign_in_key_;
    std::vector<ForcedOpening> forced_openings_;
    std::map<std::string, OrganisationId, std::less<>> by_token_;  ///< Those not revoked.
};

/// What happens if `command` is carried out, or why it cannot be.
[[nodiscard]] Result<std::vector<Event>, Refusal> decide(const Partnership& state, const Command& command);

/// The directory after one more event. It cannot fail: what has happened has happened.
[[nodiscard]] Partnership evolve(Partnership state, const Event& event);

/// The e-mail as it is compared: trimmed, ASCII letters made small, nothing else changed. Nothing if it
/// cannot be an address (one @ with something on either side, no spaces or control characters, at most 254
/// bytes).
[[nodiscard]] std::optional<std::string> normalise_email(std::string_view email);

/// Whether mail can go there, and so whether somebody may be added with it: an address as above, of ASCII
/// alone and without brackets, quotation marks, commas, semicolons and colons, as `post` has it. Whoever was
/// added before that was asked signs in as ever.
[[nodiscard]] bool reaches_by_mail(std::string_view email);

}  // namespace safelead::directory

extern template struct safelead::OneOf<safelead::directory::CommandAlternatives>;

extern template struct safelead::OneOf<safelead::directory::EventAlternatives>;
