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
        state_.places_.emplace(id, Partnership::Place{event.organisation, true, {}, {}, {}, false, {}});
    }

    void operator()(const SetUpFinished& event) { place(event.organisation).being_set_up = false; }

    void operator()(const SetUpReopened& event) { place(event.organisation).being_set_up = true; }

    void operator()(const PersonAdded& event)
    {
        Person person{event.person, event.home, event.name, event.email, event.sign_in_key,
                      {},           0,          {},         {},          false};
        state_.people_.emplace(event.person, std::move(person));
        if (!event.sign_in_key.empty())
            state_.by_sign_in_key_.insert_or_assign(event.sign_in_key, event.person);
    }

    void operator()(const RoleGiven& event)
    {
        auto& there = place(event.organisation);
        auto& roles = person(event.person).roles[event.organisation];
        if (!roles.has(event.role)) there.holders[event.role].push_back(event.person);
        roles.add(event.role);
        there.people.insert(event.person);
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
    }

    void operator()(const PersonLeft& event)
    {
        auto& whose = person(event.person);
        for (const auto& [organisation, roles] : whose.roles) {
            auto& there = place(organisation);
            for (const auto role : roles.list()) std::erase(there.holders[role], event.person);
            there.people.erase(event.person);
        }
        const auto key = state_.by_sign_in_key_.find(whose.sign_in_key);
        if (key != state_.by_sign_in_key_.end() && key->second == event.person)
            state_.by_sign_in_key_.erase(key);
        whose.roles.clear();
        whose.away.clear();
        whose.password.clear();
        ++whose.passwords_set;  // Sessions that are open end with it.
        whose.left = true;
    }

    void operator()(const PasswordSet& event)
    {
        auto& whose = person(event.person);
        whose.password = event.argon2;
        ++whose.passwords_set;
    }

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

    void operator()(const TalkStopped& event) { place(event.organisation).talk.reset(); }

    void operator()(const KitUsed& event)
    {
        auto& uses = place(event.organisation).kit_uses;
        std::erase_if(uses, [&](const KitUse& one) {
            return one.campaign == event.use.campaign && one.from == event.use.from;
        });
        uses.insert(std::ranges::upper_bound(uses, event.use.from, {}, &KitUse::from), event.use);
    }

    void operator()(const AwayEnded& event) { person(event.person).away.erase(event.organisation); }

private:
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
