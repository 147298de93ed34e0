#pragma once

#include "base/bug.h"
#include "directory/partnership.h"

#include <gtest/gtest.h>

#include <string>

namespace safelead::directory {

/// A made-up school, set up by the operator and finished: a lead, a deputy, a head, a chair, an administrator
/// and two members of staff. And the means to go on from there.
class SmallSchool {
public:
    SmallSchool()
    {
        add({hill, "Hill School", OrganisationKind::school, Phase::secondary, "", "0113 496 0100", "",
             "leeds", Standing::practice});
        for (const auto* name : {"lead", "deputy", "head", "chair", "office", "teacher", "other"})
            add_person(name);
        give("lead", Role::dsl);
        give("deputy", Role::deputy);
        give("head", Role::headteacher);
        give("chair", Role::chair_of_governors);
        give("office", Role::administrator);
        give("teacher", Role::staff);
        give("other", Role::staff);
        must(FinishSetUp{hill});
    }

    void add(Organisation organisation) { must(AddOrganisation{std::move(organisation)}); }

    void add_person(const std::string& name)
    {
        must(AddPerson{PersonId{name}, hill, "Made-up " + name, name + "@hill.example", "key-" + name,
                       by_operator()});
    }

    void give(const std::string& name, Role role)
    {
        must(GiveRole{PersonId{name}, hill, role, by_operator()});
    }

    /// Carries it out, or fails the test.
    void must(const Command& command)
    {
        const auto events = decide(state, command);
        if (!events) throw_bug("a fixture was refused");
        for (const auto& event : *events) state = evolve(std::move(state), event);
    }

    /// Why it is refused; a bug if it is not.
    [[nodiscard]] Refusal refusal(const Command& command) const { return decide(state, command).error(); }

    OrganisationId hill{"hill"};
    Partnership state;
};

}  // namespace safelead::directory
