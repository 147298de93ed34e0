#include "directory/decide_sign_in.h"

#include "directory/authority.h"
#include "directory/token_claims.h"

#include <algorithm>

namespace safelead::directory {
namespace {

constexpr std::size_t most_passkeys = 10;
constexpr std::size_t most_ties = 10;

bool is_good(const Person& person, const std::string& code, Instant at)
{
    return !person.left && person.invitation && person.invitation->code == code &&
           at < person.invitation->until;
}

/// One account has one owner, and nobody has two at one issuer.
Result<Done, Refusal> may_tie(const Partnership& state, const Person& person, const Tie& tie)
{
    if (tie.issuer.empty() || !is_subject(tie.subject)) return fail(Refusal::account_not_usable);
    if (state.person_by_tie(tie) != nullptr) return fail(Refusal::account_already_tied);
    if (std::ranges::find(person.ties, tie.issuer, &Tie::issuer) != person.ties.end())
        return fail(Refusal::issuer_already_tied);
    if (person.ties.size() >= most_ties) return fail(Refusal::too_many_ties);
    return Done{};
}

}  // namespace

Result<Done, Refusal> is_there(const Partnership& state, const OrganisationId& organisation)
{
    if (state.organisation(organisation) == nullptr) return fail(Refusal::no_such_organisation);
    return Done{};
}

Result<const Person*, Refusal> present(const Partnership& state, const PersonId& id)
{
    const auto* person = state.person(id);
    if (person == nullptr) return fail(Refusal::no_such_person);
    if (person->left) return fail(Refusal::person_has_left);
    return person;
}

bool reset_takes_two(const Person& person)
{
    return std::ranges::any_of(person.roles, [](const auto& there) { return any_takes_two(there.second); });
}

bool has_a_way_in(const Person& person)
{
    return !person.password.empty() || !person.passkeys.empty() || !person.ties.empty();
}

bool must_have_second_factor(const Organisation& organisation, Roles roles, FactorFor whom)
{
    const bool asked = organisation.standing == Standing::real || whom == FactorFor::all_organisations;
    return asked && any_takes_two(roles);
}

Decided decide_one(const Partnership& state, const SetSecondFactor& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    if (person->factors_changed != command.seen) return fail(Refusal::changed_meanwhile);
    if (command.secret.empty() || command.recovery.empty()) return fail(Refusal::code_not_usable);
    return happens(
        SecondFactorSet{command.person, command.secret, command.recovery, by_themselves(command.person)});
}

Decided decide_one(const Partnership& state, const MakeRecoveryCodes& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    if (person->code_secret.empty()) return fail(Refusal::changed_meanwhile);
    return happens(RecoveryCodesMade{command.person, command.recovery, by_themselves(command.person)});
}

Decided decide_one(const Partnership& state, const UseRecoveryCode& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    if (std::ranges::find(person->recovery_codes, command.code) == person->recovery_codes.end())
        return fail(Refusal::code_not_usable);
    return happens(RecoveryCodeUsed{command.person, command.code});
}

Decided decide_one(const Partnership& state, const AskSignInReset& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    if (reset_waits(state, *person)) return fail(Refusal::reset_already_asked);
    if (command.by == command.person) return fail(Refusal::same_person_twice);
    SL_TRY(is_enough(state, by_person(command.by), person->home, command.person, Weight::light));
    if (!anybody_could_agree_to_reset(state, *person, command.by)) return fail(Refusal::nobody_could_agree);
    return happens(SignInResetAsked{command.person, by_person(command.by)});
}

Decided decide_one(const Partnership& state, const RefuseSignInReset& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    if (!person->reset_asked_by) return fail(Refusal::reset_not_asked);
    // Whose sign-in it is may always say no: that somebody asked may be how they learn of it.
    const bool may = command.by == command.person || may_refuse_reset(state, *person, command.by);
    if (!may) return fail(Refusal::not_theirs_to_give);
    return happens(SignInResetRefused{command.person, by_person(command.by)});
}

Decided decide_one(const Partnership& state, const AgreeSignInReset& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    if (!person->reset_asked_by) return fail(Refusal::reset_not_asked);
    const auto authority = by_two(*person->reset_asked_by, command.by);
    SL_TRY(is_enough_to_reset(state, authority, *person));
    return std::vector<Event>{SignInReset{command.person, authority},
                              SignInInvited{command.person, command.invitation, authority}};
}

Decided decide_one(const Partnership& state, const InviteToSignIn& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    SL_TRY(is_enough_to_reset(state, command.authority, *person));
    std::vector<Event> events;
    if (has_a_way_in(*person)) events.emplace_back(SignInReset{command.person, command.authority});
    events.emplace_back(SignInInvited{command.person, command.invitation, command.authority});
    return events;
}

Decided decide_one(const Partnership& state, const AcceptInvitation& command)
{
    const auto* person = state.person(command.person);
    if (person == nullptr || !is_good(*person, command.code, command.at))
        return fail(Refusal::invitation_not_usable);
    if (command.argon2.empty()) return fail(Refusal::password_missing);
    return happens(PasswordSet{command.person, command.argon2, by_themselves(command.person)});
}

Decided decide_one(const Partnership& state, const AddPasskey& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    if (person->factors_changed != command.seen) return fail(Refusal::changed_meanwhile);
    if (command.passkey.name.empty()) return fail(Refusal::name_missing);
    if (state.person_by_passkey(command.passkey.id) != nullptr) return fail(Refusal::passkey_already_there);
    if (person->passkeys.size() >= most_passkeys) return fail(Refusal::too_many_passkeys);
    return happens(PasskeyAdded{command.person, command.passkey, by_themselves(command.person)});
}

Decided decide_one(const Partnership& state, const RemovePasskey& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    auto without = *person;
    if (std::erase_if(without.passkeys, [&](const Passkey& one) { return one.id == command.passkey; }) == 0)
        return fail(Refusal::no_such_passkey);
    if (!has_a_way_in(without)) return fail(Refusal::last_way_in);
    return happens(PasskeyRemoved{command.person, command.passkey, by_themselves(command.person)});
}

Decided decide_one(const Partnership& state, const TieIssuer& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    if (person->factors_changed != command.seen) return fail(Refusal::changed_meanwhile);
    SL_TRY(may_tie(state, *person, command.tie));
    return happens(IssuerTied{command.person, command.tie, by_themselves(command.person)});
}

Decided decide_one(const Partnership& state, const UntieIssuer& command)
{
    const auto* person = SL_TRY(present(state, command.person));
    auto without = *person;
    if (std::erase_if(without.ties, [&](const Tie& one) { return one.issuer == command.issuer; }) == 0)
        return fail(Refusal::no_such_tie);
    if (!has_a_way_in(without)) return fail(Refusal::last_way_in);
    return happens(IssuerUntied{command.person, command.issuer, by_themselves(command.person)});
}

Decided decide_one(const Partnership& state, const AcceptInvitationByIssuer& command)
{
    const auto* person = state.person(command.person);
    if (person == nullptr || !is_good(*person, command.code, command.at))
        return fail(Refusal::invitation_not_usable);
    SL_TRY(may_tie(state, *person, command.tie));
    return happens(IssuerTied{command.person, command.tie, by_themselves(command.person)});
}

}  // namespace safelead::directory
