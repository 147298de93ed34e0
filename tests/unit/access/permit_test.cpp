#include "access/permit.h"

#include "access/table.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>

namespace safelead::access {
namespace {

using directory::Role;
using directory::Roles;

const OrganisationId hill{"hill"};
const OrganisationId vale{"vale"};
const PersonId anna{"anna"};
const PersonId ben{"ben"};

constexpr std::array reading{Action::read_concern, Action::read_case, Action::read_child, Action::see_reads};

bool may(Roles roles, Action action, const Subject& subject = of_organisation(hill))
{
    return permit({anna, hill, roles}, action, subject).has_value();
}

Subject routed(Routed past)
{
    auto subject = of_organisation(hill);
    subject.routed = past;
    return subject;
}

TEST(Permit, LetsTheLeadAndDeputyReadAndWrite)
{
    for (const auto role : {Role::dsl, Role::deputy}) {
        for (const auto action : reading) EXPECT_TRUE(may({role}, action));
        for (const auto action :
             {Action::change_case, Action::decide_route, Action::record_referral, Action::see_inbox}) {
            EXPECT_TRUE(may({role}, action));
        }
    }
}

TEST(Permit, LetsTheHeadReadAndSignOffButNotDecide)
{
    for (const auto action : reading) EXPECT_TRUE(may({Role::headteacher}, action));
    EXPECT_TRUE(may({Role::headteacher}, Action::sign_off));
    EXPECT_FALSE(may({Role::headteacher}, Action::decide_route));
    EXPECT_FALSE(may({Role::headteacher}, Action::change_case));
}

TEST(Permit, LetsNobodySignOffTheirOwnDecision)
{
    auto subject = of_organisation(hill);
    subject.decided_by = anna;
    EXPECT_EQ(permit({anna, hill, {Role::headteacher, Role::dsl}}, Action::sign_off, subject).error(),
              WhyNot::own_decision);
    subject.decided_by = ben;
    EXPECT_TRUE(may({Role::headteacher}, Action::sign_off, subject));
}

TEST(Permit, ShowsAReporterTheirOwnReportAndNoMore)
{
    auto subject = of_organisation(hill);
    subject.reporter = anna;
    EXPECT_TRUE(may({Role::staff}, Action::see_own_report, subject));
    EXPECT_TRUE(may({Role::staff}, Action::say_still_worried, subject));
    EXPECT_FALSE(may({Role::staff}, Action::read_concern, subject));
    EXPECT_FALSE(may({Role::staff}, Action::see_inbox, subject));
    subject.reporter = ben;
    EXPECT_EQ(permit({anna, hill, {Role::staff}}, Action::see_own_report, subject).error(),
              WhyNot::not_the_reporter);
}

TEST(Permit, GivesGovernorsFiguresAndAdministratorsAccountsOnly)
{
    for (const auto action : reading) {
        EXPECT_FALSE(may({Role::governor_safeguarding}, action));
        EXPECT_FALSE(may({Role::administrator}, action));
        EXPECT_FALSE(may({Role::chair_of_governors}, action)) << "only when it is routed to them";
    }
    EXPECT_TRUE(may({Role::governor_safeguarding}, Action::see_figures));
    EXPECT_TRUE(may({Role::administrator}, Action::manage_accounts));
    EXPECT_TRUE(may({Role::administrator}, Action::manage_tokens));
    EXPECT_FALSE(may({Role::dsl}, Action::manage_tokens));
    EXPECT_FALSE(may({Role::administrator}, Action::agree_to_role));
}

/// The same as directory/authority lets give: docs/adr/0040.
TEST(Permit, LetsWhoeverReadsThereKeepAccountsToo)
{
    for (const auto role : directory::all_roles())
        EXPECT_EQ(may({role}, Action::manage_accounts),
                  directory::reads_records(role) || role == Role::administrator)
            << directory::role_name(role);
}

TEST(Permit, LetsWhoeverReadsThereBeTheSecondPersonForARole)
{
    for (const auto role : directory::all_roles())
        EXPECT_EQ(may({role}, Action::agree_to_role), directory::reads_records(role))
            << directory::role_name(role);
}

TEST(Permit, RoutesPastTheLeadToTheHead)
{
    const auto subject = routed(Routed::past_lead);
    EXPECT_EQ(permit({anna, hill, {Role::dsl}}, Action::read_concern, subject).error(),
              WhyNot::routed_past_them);
    EXPECT_FALSE(may({Role::deputy}, Action::read_case, subject));
    EXPECT_TRUE(may({Role::headteacher}, Action::read_concern, subject));
    EXPECT_TRUE(may({Role::headteacher}, Action::decide_route, subject));
}

TEST(Permit, RoutesPastTheHeadToTheChair)
{
    const auto subject = routed(Routed::past_head);
    for (const auto role : {Role::dsl, Role::deputy, Role::headteacher}) {
        EXPECT_FALSE(may({role}, Action::read_concern, subject));
    }
    EXPECT_TRUE(may({Role::chair_of_governors}, Action::read_concern, subject));
}

/// Many a small school has one person for both. docs/adr/0246.
TEST(Permit, KeepsWhoeverIsLeadOutOfWhatIsAboutTheLeadWhateverElseTheyAre)
{
    const auto about_lead = routed(Routed::past_lead);
    for (const auto& line : table()) {
        if (line.about != About::matter && line.about != About::decision) continue;
        for (const auto other : directory::all_roles())
            EXPECT_FALSE(may({Role::dsl, other}, line.action, about_lead))
                << line.words << ", " << directory::role_name(other);
    }
    EXPECT_EQ(permit({anna, hill, {Role::dsl, Role::headteacher}}, Action::read_concern, about_lead).error(),
              WhyNot::routed_past_them);
    EXPECT_TRUE(may({Role::deputy, Role::headteacher}, Action::read_concern, about_lead))
        << "who answers to nobody but the chair, and it is not about a deputy";
    auto passed_up = about_lead;
    passed_up.passed_up_to = {anna};
    EXPECT_FALSE(may({Role::dsl, Role::headteacher}, Action::read_case, passed_up));
}

TEST(Permit, KeepsWhoeverIsLeadOrHeadOutOfWhatIsAboutTheHeadWhateverElseTheyAre)
{
    for (const auto post : {Role::dsl, Role::headteacher})
        for (const auto action : reading)
            EXPECT_FALSE(may({post, Role::chair_of_governors}, action, routed(Routed::past_head)));
}

TEST(Permit, LetsWhomAnUnreadReportWasPassedUpToReadItButNotThoseInvolved)
{
    auto subject = of_organisation(hill);
    subject.passed_up_to = {anna};
    EXPECT_TRUE(may({Role::chair_of_governors}, Action::read_concern, subject));
    EXPECT_FALSE(may({Role::staff}, Action::read_concern, subject));
    subject.involved = {anna};
    EXPECT_FALSE(may({Role::chair_of_governors}, Action::read_concern, subject));
}

TEST(Permit, GivesWhomAnUnreadReportWasPassedUpToTheLeadsPartInItsCaseToo)
{
    auto subject = of_organisation(hill);
    subject.passed_up_to = {anna};
    for (const auto action :
         {Action::read_case, Action::change_case, Action::decide_route, Action::see_reads}) {
        EXPECT_TRUE(may({Role::chair_of_governors}, action, subject));
        EXPECT_FALSE(may({Role::staff}, action, subject));
    }
    EXPECT_FALSE(may({Role::chair_of_governors}, Action::sign_off, subject));
    subject.involved = {anna};
    EXPECT_FALSE(may({Role::chair_of_governors}, Action::read_case, subject));
}

TEST(Permit, TellsAManagerThatNobodyAnswersWhereTheCaseIsLockedButNotWhereTheyAreKeptOut)
{
    auto subject = of_organisation(hill);
    subject.only_for = std::vector{PersonId{"ben"}};
    EXPECT_FALSE(may({Role::headteacher}, Action::read_case, subject));
    EXPECT_TRUE(may({Role::headteacher}, Action::see_silence, subject));
    EXPECT_FALSE(may({Role::dsl}, Action::see_silence, subject)) << "who is no manager of it";
    subject.involved = {anna};
    EXPECT_FALSE(may({Role::headteacher}, Action::see_silence, subject));
    EXPECT_FALSE(may({Role::headteacher}, Action::see_silence, routed(Routed::past_head)));
    EXPECT_TRUE(may({Role::chair_of_governors}, Action::see_silence, routed(Routed::past_head)));
}

TEST(Permit, KeepsOutForGoodWhoeverIsNamedAndWhoeverItWentPast)
{
    const auto kept_out = [](Roles roles, const Subject& subject) {
        return is_kept_out({anna, hill, roles}, subject);
    };
    for (const auto role : {Role::dsl, Role::deputy}) {
        EXPECT_FALSE(kept_out({role}, routed(Routed::to_lead)));
        EXPECT_TRUE(kept_out({role}, routed(Routed::past_lead)));
        EXPECT_TRUE(kept_out({role}, routed(Routed::past_head)));
    }
    EXPECT_FALSE(kept_out({Role::headteacher}, routed(Routed::past_lead)));
    EXPECT_TRUE(kept_out({Role::headteacher, Role::dsl}, routed(Routed::past_lead))) << "by force neither";
    EXPECT_TRUE(kept_out({Role::headteacher}, routed(Routed::past_head)));
    EXPECT_FALSE(kept_out({Role::chair_of_governors}, routed(Routed::past_lead))) << "they stand above it";
    EXPECT_FALSE(kept_out({Role::chair_of_governors}, routed(Routed::past_head)));
    auto locked = of_organisation(hill);
    locked.only_for = {ben};
    EXPECT_FALSE(kept_out({Role::dsl}, locked)) << "a lock alone can be opened by force";
    auto named = of_organisation(hill);
    named.involved = {anna};
    EXPECT_TRUE(kept_out({Role::chair_of_governors}, named));
}

TEST(Permit, LetsNobodyBackInByForceWhomItIsRoutedPast)
{
    auto subject = routed(Routed::past_lead);
    subject.passed_up_to = {anna};
    for (const auto action : {Action::read_case, Action::change_case, Action::read_concern}) {
        EXPECT_FALSE(may({Role::dsl}, action, subject));
        EXPECT_FALSE(may({Role::deputy}, action, subject));
        EXPECT_TRUE(may({Role::chair_of_governors}, action, subject));
    }
    subject.only_for = {anna};
    EXPECT_FALSE(may({Role::dsl}, Action::read_case, subject)) << "whatever a lock names";
}

TEST(Permit, KeepsAReferralFromWhomItIsKeptAndLockedThereToo)
{
    for (const auto action : {Action::read_referral, Action::answer_referral}) {
        EXPECT_TRUE(may({Role::social_worker}, action));
        auto subject = of_organisation(hill);
        subject.involved = {anna};
        EXPECT_FALSE(may({Role::social_worker}, action, subject));
        subject.involved = {ben};
        subject.only_for = {ben};
        EXPECT_FALSE(may({Role::agency_lead}, action, subject));
        subject.only_for = {ben, anna};
        EXPECT_TRUE(may({Role::agency_lead}, action, subject));
        EXPECT_FALSE(may({Role::staff}, action, subject)) << "a lock gives nobody a role";
    }
}

TEST(Permit, KeepsWhatIsForTheLadoForTheLadoAndWhomTheyOpenItTo)
{
    const auto subject = routed(Routed::to_lado);
    constexpr std::array others{Role::coordinator, Role::education_safeguarding_adviser, Role::social_worker,
                                Role::agency_lead, Role::safer_schools_officer};
    for (const auto action : {Action::read_referral, Action::answer_referral}) {
        EXPECT_TRUE(may({Role::lado}, action, subject));
        for (const auto role : others) {
            EXPECT_EQ(permit({anna, hill, {role}}, action, subject).error(), WhyNot::routed_past_them);
            auto opened = subject;
            opened.opened_to = {ben};
            EXPECT_FALSE(may({role}, action, opened));
            opened.opened_to = {ben, anna};
            EXPECT_TRUE(may({role}, action, opened));
            opened.involved = {anna};
            EXPECT_FALSE(may({role}, action, opened)) << "kept out by name";
        }
        auto opened = subject;
        opened.opened_to = {anna};
        EXPECT_FALSE(may({Role::administrator}, action, opened)) << "it gives nobody a role";
        opened.only_for = {ben};
        EXPECT_FALSE(may({Role::lado}, action, opened)) << "locked to others";
    }
    EXPECT_FALSE(may({Role::lado}, Action::read_case, subject));
}

/// Whoever's role reports and whoever's does not: elsewhere nobody reads it. docs/adr/0242.
TEST(Permit, TakesReportsWhereThePostsAreThatReadThem)
{
    using enum directory::OrganisationKind;
    const auto report = [](Roles roles, directory::OrganisationKind kind) {
        return permit({anna, hill, roles, kind}, Action::report_concern, of_organisation(hill));
    };
    for (const auto kind : {school, college}) {
        EXPECT_TRUE(report({Role::staff}, kind));
        EXPECT_EQ(report({Role::trust_lead}, kind).error(), WhyNot::not_their_role);
    }
    for (const auto kind : {police, social_care, local_authority, other_agency})
        for (const auto role : directory::all_roles())
            EXPECT_EQ(report({role}, kind).error(), WhyNot::no_reports_here) << directory::role_name(role);
    EXPECT_EQ(shown_for(Action::report_concern, WhyNot::no_reports_here), Shown::not_allowed);
    auto subject = of_organisation(hill);
    subject.reporter = anna;
    EXPECT_TRUE(permit({anna, hill, {Role::staff}, police}, Action::see_own_report, subject))
        << "what was reported before is still theirs";
}

TEST(Permit, AnswersAnotherOrganisationAsIfNothingWereThere)
{
    for (const auto& line : table()) {
        const auto answer = permit({anna, vale, {Role::dsl, Role::headteacher, Role::administrator}},
                                   line.action, of_organisation(hill));
        ASSERT_FALSE(answer);
        EXPECT_EQ(answer.error(), WhyNot::other_organisation);
        EXPECT_EQ(shown_for(line.action, answer.error()), Shown::not_found);
    }
}

TEST(ShownFor, HidesThatAMatterExistsFromWhoeverMayNotReadIt)
{
    for (const auto why : {WhyNot::involved, WhyNot::routed_past_them, WhyNot::not_their_role}) {
        EXPECT_EQ(shown_for(Action::read_case, why), Shown::not_found);
    }
    EXPECT_EQ(shown_for(Action::see_inbox, WhyNot::not_their_role), Shown::not_allowed);
    EXPECT_EQ(shown_for(Action::sign_off, WhyNot::own_decision), Shown::not_allowed);
}

TEST(AccessTable, IsTheOneInTheDocuments)
{
    const auto path = safelead::test::source_dir() + "/docs/access-table.md";
    if (std::getenv("ACCEPT") != nullptr) std::ofstream{path} << table_as_markdown();
    std::ifstream file{path};
    const std::string page{std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
    EXPECT_EQ(page, table_as_markdown())
        << "write it again: ACCEPT=1 access_test --gtest_filter=AccessTable.*";
}

TEST(Permit, LetsThoseWhoWereThereAndTheHeadReadASupervision)
{
    auto subject = of_organisation(hill);
    subject.involved = {anna, ben};
    EXPECT_TRUE(may({Role::dsl}, Action::read_supervision, subject));
    EXPECT_TRUE(permit({ben, hill, {Role::staff}}, Action::read_supervision, subject).has_value());
    const PersonId cara{"cara"};
    EXPECT_TRUE(permit({cara, hill, {Role::headteacher}}, Action::read_supervision, subject).has_value());
    EXPECT_FALSE(permit({cara, hill, {Role::dsl}}, Action::read_supervision, subject).has_value());
    EXPECT_FALSE(permit({anna, vale, {Role::headteacher}}, Action::read_supervision, subject).has_value());
    EXPECT_FALSE(may({Role::administrator}, Action::record_supervision));
}

}  // namespace
}  // namespace safelead::access
