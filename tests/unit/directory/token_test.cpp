#include "small_school.h"

namespace safelead::directory {
namespace {

const PersonId office{"office"};
const PersonId teacher{"teacher"};
const Instant monday = *parse_instant("2026-11-23T10:00:00.000Z");

class Tokens : public testing::Test {
protected:
    MakeToken asked(const std::string& id, std::chrono::days good_for = std::chrono::days{90})
    {
        return {school.hill,
                {TokenId{id}, "Register", {Scope::report}, "digest-" + id, monday + good_for},
                monday,
                by_person(office)};
    }

    SmallSchool school;
};

TEST_F(Tokens, AreFoundByDigestUntilTheyAreRevoked)
{
    school.must(asked("one"));
    school.must(asked("two"));
    const auto found = school.state.token_by_digest("digest-one");
    ASSERT_TRUE(found);
    EXPECT_EQ(found->organisation->id, school.hill);
    EXPECT_EQ(found->token->system, "Register");
    EXPECT_FALSE(school.state.token_by_digest("digest-three"));
    EXPECT_FALSE(school.state.token_by_digest(""));

    school.must(RevokeToken{school.hill, TokenId{"one"}, by_person(office)});
    EXPECT_FALSE(school.state.token_by_digest("digest-one"));
    EXPECT_TRUE(school.state.token_by_digest("digest-two"));
    const auto listed = school.state.tokens_of(school.hill);
    ASSERT_EQ(listed.size(), 2U);
    EXPECT_EQ(listed.at(0)->token.id, TokenId{"two"}) << "the newest first";
    EXPECT_TRUE(listed.at(1)->is_revoked) << "and it stays in the list";
    EXPECT_EQ(listed.at(1)->made_by, office);
}

TEST_F(Tokens, AreRefusedWithoutANameAScopeOrAnEndWithinAYear)
{
    auto nameless = asked("one");
    nameless.token.system = " ";
    EXPECT_EQ(school.refusal(nameless), Refusal::name_missing);
    auto long_named = asked("one");
    long_named.token.system.clear();
    for (std::size_t i = 0; i < longest_system_name; ++i) long_named.token.system += "ż";
    school.must(long_named);
    long_named = asked("two");
    long_named.token.system = std::string(longest_system_name + 1, 'a');
    EXPECT_EQ(school.refusal(long_named), Refusal::name_too_long);
    auto empty = asked("two");
    empty.token.scopes = {};
    EXPECT_EQ(school.refusal(empty), Refusal::no_scope_chosen);
    EXPECT_EQ(school.refusal(asked("two", std::chrono::days{0})), Refusal::end_not_usable);
    EXPECT_EQ(school.refusal(asked("two", std::chrono::days{366})), Refusal::end_not_usable);
    school.must(asked("two", std::chrono::days{365}));
    EXPECT_EQ(school.refusal(asked("two")), Refusal::code_not_usable) << "the same token again";
}

TEST_F(Tokens, TakeSomebodyThereWithAPostOfTrust)
{
    auto by_teacher = asked("one");
    by_teacher.authority = by_person(teacher);
    EXPECT_EQ(school.refusal(by_teacher), Refusal::not_theirs_to_give);
    school.must(asked("one"));
    EXPECT_EQ(school.refusal(RevokeToken{school.hill, TokenId{"one"}, by_person(teacher)}),
              Refusal::not_theirs_to_give);
    EXPECT_EQ(school.refusal(RevokeToken{school.hill, TokenId{"none"}, by_person(office)}),
              Refusal::no_such_token);
    auto elsewhere = asked("two");
    elsewhere.organisation = OrganisationId{"nowhere"};
    EXPECT_EQ(school.refusal(elsewhere), Refusal::no_such_organisation);
}

TEST_F(Tokens, AreNoMoreThanTwentyThatAreGood)
{
    for (std::size_t i = 0; i < most_tokens; ++i) school.must(asked("t" + std::to_string(i)));
    EXPECT_EQ(school.refusal(asked("more")), Refusal::too_many_tokens);
    school.must(RevokeToken{school.hill, TokenId{"t0"}, by_person(office)});
    school.must(asked("more"));
    auto later = asked("later");
    later.now = monday + std::chrono::days{91};
    later.token.until = later.now + std::chrono::days{30};
    school.must(later);  // Those that are over count no more.
}

TEST(Scopes, HaveANameEach)
{
    for (const auto scope : all_scopes) EXPECT_EQ(scope_from_name(scope_name(scope)), scope);
    EXPECT_FALSE(scope_from_name("cases:read"));
    EXPECT_FALSE(scope_from_name(""));
}

}  // namespace
}  // namespace safelead::directory
