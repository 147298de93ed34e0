#include "access/permit.h"
#include "access/table.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace safelead::access {
namespace {

using directory::Role;
using directory::Roles;

rc::Gen<Roles> some_roles()
{
    const auto all = directory::all_roles();
    const auto one = rc::gen::elementOf(std::vector<Role>{all.begin(), all.end()});
    return rc::gen::map(rc::gen::container<std::vector<Role>>(one), [](const std::vector<Role>& list) {
        Roles roles;
        for (const auto role : list) roles.add(role);
        return roles;
    });
}

rc::Gen<PersonId> somebody()
{
    return rc::gen::map(rc::gen::inRange(0, 4), [](int n) { return PersonId{std::to_string(n)}; });
}

rc::Gen<OrganisationId> somewhere()
{
    return rc::gen::map(rc::gen::inRange(0, 3), [](int n) { return OrganisationId{std::to_string(n)}; });
}

rc::Gen<Action> something()
{
    return rc::gen::map(rc::gen::inRange<std::size_t>(0, table().size()),
                        [](std::size_t n) { return table()[n].action; });
}

Subject any_subject()
{
    return {*somewhere(),
            *rc::gen::element(Routed::to_lead, Routed::past_lead, Routed::past_head),
            *rc::gen::container<std::vector<PersonId>>(somebody()),
            *rc::gen::container<std::vector<PersonId>>(somebody()),
            *somebody(),
            *somebody()};
}

bool is_a_matter(Action action)
{
    const auto about = table()[static_cast<std::size_t>(action)].about;
    return about == About::matter || about == About::decision;
}

/// Something done to a concern, a case or a child.
rc::Gen<Action> something_done_to_a_matter()
{
    std::vector<Action> actions;
    for (const auto& line : table()) {
        if (is_a_matter(line.action)) actions.push_back(line.action);
    }
    return rc::gen::elementOf(actions);
}

RC_GTEST_PROP(Access, IsGivenToNobodyOutsideTheOrganisation, ())
{
    const auto subject = any_subject();
    const Actor actor{*somebody(), OrganisationId{std::string{subject.organisation.text()} + "-not"},
                      *some_roles()};
    RC_ASSERT_FALSE(permit(actor, *something(), subject).has_value());
}

RC_GTEST_PROP(Access, IsNeverGivenToWhoeverIsInvolved, ())
{
    auto subject = any_subject();
    const Actor actor{*somebody(), subject.organisation, *some_roles()};
    subject.involved.push_back(actor.person);
    const auto action = *something_done_to_a_matter();
    RC_ASSERT_FALSE(permit(actor, action, subject).has_value());
}

/// The posts that a matter may be about: docs/adr/0246.
bool is_about(const Subject& subject, Role role)
{
    return (role == Role::dsl && subject.routed != Routed::to_lead) ||
           (role == Role::headteacher && subject.routed == Routed::past_head);
}

RC_GTEST_PROP(Access, IsNotTakenAwayByOneMoreRoleUnlessTheMatterIsAboutIt, ())
{
    const auto subject = any_subject();
    Actor actor{*somebody(), subject.organisation, *some_roles()};
    const auto action = *something();
    const bool before = permit(actor, action, subject).has_value();
    const auto all = directory::all_roles();
    const auto another = *rc::gen::elementOf(std::vector<Role>{all.begin(), all.end()});
    RC_PRE(!is_a_matter(action) || !is_about(subject, another));
    actor.roles.add(another);
    RC_ASSERT(!before || permit(actor, action, subject).has_value());
}

RC_GTEST_PROP(Access, IsGivenToNobodyWithoutARole, ())
{
    const auto subject = any_subject();
    RC_ASSERT_FALSE(permit({*somebody(), subject.organisation, {}}, *something(), subject).has_value());
}

RC_GTEST_PROP(Access, ToAMatterIsGivenToNoRoleThatDoesNotRead, ())
{
    const auto subject = any_subject();
    Roles roles = *some_roles();
    for (const auto role : roles.list()) {
        if (directory::reads_records(role)) roles.take(role);
    }
    RC_ASSERT_FALSE(permit({*somebody(), subject.organisation, roles}, *something_done_to_a_matter(), subject)
                        .has_value());
}

}  // namespace
}  // namespace safelead::access
