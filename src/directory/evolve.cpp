#include "base/bug.h"
#include "base/overloaded.h"
#include "directory/partnership.h"

#include <algorithm>

namespace safelead::directory {

/// Puts one event into a Partnership. What an event speaks of is there, or the log is not ours.
class Evolving {
public:
    explicit Evolving(Partnership& state) : state_{state} {}

    void operator()(const OrganisationAdded& event)
    {
        const auto id = event.organisation.id;
        state_.places_.emplace(id, Partnership::Place{event.organisation, true, {}, {}, {}, false, {}, {}});
    }

    void operator()(const SetUpFinished& event) { place(event.organisation).being_set_up = false; }

    void operator()(const SetUpReopened& event) { place(event.organisation).being_set_up = true; }

    void operator()(const PersonAdded& event)
    {
        Person person{event.person, event.home, event.name, event.email, event.sign_in_key,
                      {},           0,          {},         {},          false};
        state_.people_.emplace(event.person, std::move(person));
        place(event.home).ever.insert(event.person);
        if (!event.sign_in_key.empty())
            state_.by_sign_in_key_.insert_or_assign(event.sign_in_key, event.person);
    }

    void operator()(const RoleGiven& event)
    {
        auto& there = place(event.organisation);
        auto& whose = person(event.person);
        auto& roles = whose.roles[event.organisation];
        // Whoever made the invitation on their own word could use it: it does not open what two have to give.
        if (takes_two(event.role)) whose.invitation.reset();
        forget_asked(whose, event.organisation, event.role);
        if (!roles.has(event.role)) there.holders[event.role].push_back(event.person);
        roles.add(event.role);
        there.people.insert(event.person);
        there.ever.insert(event.person);
        if (event.authority.basis == Basis::two_people) there.being_set_up = false;
    }

    void operator()(const RoleTaken& event)
    {
        auto& there = place(event.organisation);
        auto& whose = person(event.person);
        auto& roles = whose.roles[event.organisation];
        roles.take(event.role);
        std::erase(there.holders[event.role], event.person);
        if (!roles.is_empty()) return;
        whose.roles.erase(event.organisation);
        whose.away.erase(event.organisation);
        there.people.erase(event.person);
        // Whoever goes on elsewhere works there from now on: somebody has to be asked for their sign-in.
        if (whose.home == event.organisation && !whose.roles.empty()) whose.home = whose.roles.begin()->first;
    }

    void operator()(const RoleAsked& event)
    {
        forget_asked(person(event.person), event.organisation, event.role);
        person(event.person)
            .asked_roles.push_back(
                {event.organisation, event.role, event.authority.by.value_or(PersonId{""})});
    }

    void operator()(const RoleRefused& event)
    {
        forget_asked(person(event.person), event.organisation, event.role);
    }

    void operator()(const PersonLeft& event)
    {
        auto& whose = person(event.person);
        for (const auto& [organisation, roles] : whose.roles) {
            auto& there = place(organisation);
            for (const auto role : roles.list()) std::erase(there.holders[role], event.person);
            there.people.erase(event.person);
        }
        forget_key(whose);
        whose.roles.clear();
        whose.away.clear();
        forget_sign_in(whose);
        whose.reset_asked_by.reset();
        whose.asked_roles.clear();
        whose.left = true;
        whose.wants_mail = false;
    }

    void operator()(const PasswordSet& event)
    {
        auto& whose = person(event.person);
        whose.password = event.argon2;
        ++whose.passwords_set;
        whose.invitation.reset();
    }

    void operator()(const SecondFactorSet& event)
    {
        auto& whose = person(event.person);
        whose.code_secret = event.secret;
        whose.recovery_codes = event.recovery;
        ++whose.factors_changed;
    }

    void operator()(const RecoveryCodesMade& event) { person(event.person).recovery_codes = event.recovery; }

    void operator()(const RecoveryCodeUsed& event)
    {
        std::erase(person(event.person).recovery_codes, event.code);
    }

    void operator()(const SignInResetAsked& event)
    {
        person(event.person).reset_asked_by = event.authority.by;
    }

    void operator()(const SignInResetRefused& event) { person(event.person).reset_asked_by.reset(); }

    void operator()(const SignInReset& event)
    {
        auto& whose = person(event.person);
        forget_sign_in(whose);
        whose.reset_asked_by.reset();
    }

    void operator()(const PasskeyAdded& event) { person(event.person).passkeys.push_back(event.passkey); }

    void operator()(const PasskeyRemoved& event)
    {
        auto& whose = person(event.person);
        std::erase_if(whose.passkeys, [&event](const Passkey& one) { return one.id == event.passkey; });
        ++whose.factors_changed;  // Whoever has it may be signed in with it.
    }

    void operator()(const IssuerTied& event)
    {
        auto& whose = person(event.person);
        whose.ties.push_back(event.tie);
        whose.invitation.reset();
    }

    void operator()(const IssuerUntied& event)
    {
        auto& whose = person(event.person);
        std::erase_if(whose.ties, [&event](const Tie& one) { return one.issuer == event.issuer; });
        ++whose.factors_changed;  // Whoever has the account may be signed in with it.
    }

    void operator()(const SignInInvited& event) { person(event.person).invitation = event.invitation; }

    void operator()(const AwayRecorded& event)
    {
        person(event.person).away.insert_or_assign(event.organisation, event.absence);
    }

    void operator()(const TalkHoursSet& event)
    {
        auto& there = place(event.organisation);
        there.talk = event.hours;
        there.ever_talked = true;
    }

    void operator()(const OrganisationChanged& event)
    {
        place(event.organisation.id).organisation = event.organisation;
    }

    void operator()(const PersonRenamed& event) { person(event.person).name = event.name; }

    void operator()(const EmailChanged& event)
    {
        auto& whose = person(event.person);
        forget_key(whose);
        whose.email = event.email;
        whose.sign_in_key = event.sign_in_key;
        state_.by_sign_in_key_.insert_or_assign(event.sign_in_key, event.person);
    }

    void operator()(const NoticesSet& event)
    {
        person(event.person).wants_mail = event.notices == Notices::by_mail;
    }

    void operator()(const TalkStopped& event) { place(event.organisation).talk.reset(); }

    void operator()(const KitUsed& event)
    {
        auto& uses = place(event.organisation).kit_uses;
        std::erase_if(uses, [&](const KitUse& one) {
            return one.campaign == event.use.campaign && one.from == event.use.from;
        });
        uses.insert(std::ranges::upper_bound(uses, event.use.from, {}, &KitUse::from), event.use);
    }

    void operator()(const CaseOpenedByForce& event) { state_.forced_openings_.push_back(event.opening); }

    void operator()(const OpeningReviewed& event)
    {
        const auto found = std::ranges::find(state_.forced_openings_, event.opening, &ForcedOpening::id);
        if (found != state_.forced_openings_.end()) found->review = event.review;
    }

    void operator()(const TokenMade& event)
    {
        place(event.organisation).tokens.push_back({event.token, event.authority.by, false});
        state_.by_token_.insert_or_assign(event.token.digest, event.organisation);
    }

    void operator()(const TokenRevoked& event)
    {
        for (auto& one : place(event.organisation).tokens) {
            if (one.token.id != event.token) continue;
            one.is_revoked = true;
            state_.by_token_.erase(one.token.digest);
        }
    }

    void operator()(const AwayEnded& event) { person(event.person).away.erase(event.organisation); }

private:
    /// Sessions that are open end with it.
    static void forget_sign_in(Person& whose)
    {
        whose.password.clear();
        ++whose.passwords_set;
        whose.code_secret.clear();
        whose.recovery_codes.clear();
        whose.passkeys.clear();
        whose.ties.clear();
        ++whose.factors_changed;
        whose.invitation.reset();
    }

    /// Somebody else may have the same address by now.
    void forget_key(const Person& whose)
    {
        const auto key = state_.by_sign_in_key_.find(whose.sign_in_key);
        if (key != state_.by_sign_in_key_.end() && key->second == whose.id) state_.by_sign_in_key_.erase(key);
    }

    static void forget_asked(Person& whose, const OrganisationId& organisation, Role role)
    {
        std::erase_if(whose.asked_roles, [&](const AskedRole& one) {
            return one.organisation == organisation && one.role == role;
        });
    }

    Partnership::Place& place(const OrganisationId& id)
    {
        const auto found = state_.places_.find(id);
        if (found == state_.places_.end())
            throw_bug("an event is about an organisation that was never added");
        return found->second;
    }

    Person& person(const PersonId& id)
    {
        const auto found = state_.people_.find(id);
        if (found == state_.people_.end()) throw_bug("an event is about a person who was never added");
        return found->second;
    }

    Partnership& state_;
};

Partnership evolve(Partnership state, const Event& event)
{
    std::visit(Evolving{state}, event);
    return state;
}

}  // namespace safelead::directory
