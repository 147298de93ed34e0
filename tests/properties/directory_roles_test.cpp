#include "base/overloaded.h"
#include "directory/partnership.h"
#include "directory/who_next.h"
#include "exchange/directory_events.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safelead::directory {
namespace {

const OrganisationId hill{"hill"};

PersonId person(int n)
{
    return PersonId{std::to_string(n)};
}

PersonId anybody()
{
    return person(*rc::gen::inRange(0, 6));
}

Authority any_authority()
{
    switch (*rc::gen::inRange(0, 4)) {
        case 0:
            return by_operator();
        case 1:
            return by_person(anybody());
        case 2:
            return by_themselves(anybody());
        default:
            return by_two(anybody(), anybody());
    }
}

Role any_role()
{
    const auto all = all_roles();
    return *rc::gen::elementOf(std::vector<Role>{all.begin(), all.end()});
}

Command any_command()
{
    switch (*rc::gen::inRange(0, 11)) {
        case 0:
            return FinishSetUp{hill};
        case 1:
            return ReopenSetUp{hill, "a reason"};
        case 2:
            return TakeRole{anybody(), hill, any_role(), any_authority()};
        case 3:
            return SetPassword{anybody(), "argon2", any_authority()};
        case 4:
            return RecordAway{anybody(),
                              hill,
                              {std::chrono::year{2026} / 11 / 23, std::nullopt, anybody()},
                              any_authority()};
        case 5:
            return AskRole{anybody(), hill, any_role(), anybody()};
        case 6:
            return RefuseRole{anybody(), hill, any_role(), anybody()};
        case 7:
            return AgreeRole{anybody(), hill, any_role(), anybody(), {"digest", Instant{}}};
        default:
            return GiveRole{anybody(), hill, any_role(), any_authority()};
    }
}

Partnership a_school()
{
    Partnership state = evolve({}, OrganisationAdded{{hill, "Hill", OrganisationKind::school, Phase::primary,
                                                      "", "", "", "leeds", Standing::practice}});
    for (int n = 0; n < 6; ++n) {
        state = evolve(std::move(state),
                       PersonAdded{person(n), hill, "Made-up", "a@b", std::to_string(n), by_operator()});
    }
    return state;
}

/// A school after some commands, those refused left out, and what happened.
struct Lived {
    Partnership state = a_school();
    std::vector<std::pair<Partnership, Event>> happened;  ///< With the state just before.
};

Lived some_life()
{
    Lived lived;
    const auto steps = *rc::gen::inRange(0, 60);
    for (int i = 0; i < steps; ++i) {
        const auto events = decide(lived.state, any_command());
        if (!events) continue;
        for (const auto& event : *events) {
            lived.happened.emplace_back(lived.state, event);
            lived.state = evolve(std::move(lived.state), event);
        }
    }
    return lived;
}

RC_GTEST_PROP(Roles, ThatReadAreGivenByTwoOthersOrAtSetUp, ())
{
    for (const auto& [before, event] : some_life().happened) {
        const auto* given = std::get_if<RoleGiven>(&event);
        if (given == nullptr || !reads_records(given->role)) continue;
        const auto& authority = given->authority;
        const bool set_up = authority.basis == Basis::operator_set_up && before.is_being_set_up(hill);
        const bool two = authority.basis == Basis::two_people && authority.by != authority.agreed_by &&
                         authority.by != given->person && authority.agreed_by != given->person;
        RC_ASSERT(set_up || two);
    }
}

RC_GTEST_PROP(Directory, IsTheSameAfterItsEventsWereWrittenAndRead, ())
{
    const auto lived = some_life();
    auto again = a_school();
    for (const auto& [before, event] : lived.happened) {
        const auto frame = exchange::decode(exchange::encode(exchange::to_event_bytes(event))).value();
        again = evolve(std::move(again), exchange::directory_event(frame).value());
    }
    for (int n = 0; n < 6; ++n) RC_ASSERT(*again.person(person(n)) == *lived.state.person(person(n)));
    RC_ASSERT(again.is_being_set_up(hill) == lived.state.is_being_set_up(hill));
}

RC_GTEST_PROP(WhoNext, NeverGivesTheExcludedAndGivesEachOnce, ())
{
    const auto state = some_life().state;
    const std::set<PersonId> excluding{anybody(), anybody()};
    std::set<PersonId> seen;
    for (const auto& next : who_next(state, hill, std::chrono::year{2026} / 11 / 24, excluding)) {
        RC_ASSERT(!excluding.contains(next.person));
        RC_ASSERT(seen.insert(next.person).second);
    }
}

}  // namespace
}  // namespace safelead::directory
