#include "access/system.h"

#include <gtest/gtest.h>

namespace safelead::access {
namespace {

using directory::Scope;
using directory::Scopes;

const OrganisationId hill{"hill"};
const OrganisationId vale{"vale"};

TEST(SystemPermit, NeedsTheScopeOfEachLineAndNoOther)
{
    for (const auto& line : system_table()) {
        const SystemSubject own{hill, "Register"};
        EXPECT_TRUE(permit({hill, "Register", {line.scope}}, line.action, own));
        Scopes others;
        for (const auto scope : directory::all_scopes)
            if (scope != line.scope) others.add(scope);
        EXPECT_EQ(permit({hill, "Register", others}, line.action, own).error(), WhyNotSystem::not_its_scope);
        EXPECT_EQ(permit({hill, "Register", {}}, line.action, own).error(), WhyNotSystem::not_its_scope);
    }
}

TEST(SystemPermit, KnowsNothingOfAnotherOrganisation)
{
    for (const auto& line : system_table())
        EXPECT_EQ(permit({hill, "Register", {line.scope}}, line.action, {vale, "Register"}).error(),
                  WhyNotSystem::other_organisation);
}

TEST(SystemPermit, ShowsAReportToTheSystemThatSentItAlone)
{
    const System reader{hill, "Register", {Scope::read_status}};
    EXPECT_EQ(permit(reader, SystemAction::see_sent_report, {hill, "Behaviour log"}).error(),
              WhyNotSystem::not_the_sender);
    EXPECT_EQ(permit(reader, SystemAction::see_sent_report, {hill, ""}).error(),
              WhyNotSystem::not_the_sender);
    EXPECT_EQ(permit({hill, "", {Scope::read_status}}, SystemAction::see_sent_report, {hill, ""}).error(),
              WhyNotSystem::not_the_sender)
        << "a report that nobody's system sent is not that of a system without a name";
}

}  // namespace
}  // namespace safelead::access
