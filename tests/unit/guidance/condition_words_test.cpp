#include "guidance/condition_words.h"

#include "support/packs.h"

#include <gtest/gtest.h>

namespace safelead::guidance {
namespace {

using Kind = ConditionChange::Kind;

TEST(ConditionWords, CallThingsAsTheEditionDoes)
{
    const auto& pack = test::pack("ukcis-2024");
    const Names names{{"in_scope", "category is one of SELF_PEER, AI_GENERATED"}};
    EXPECT_EQ(condition_words(pack, names, "in_scope and category is AI_GENERATED"),
              "in scope and category is “An image made or altered by computer that appears to show a child”");
    EXPECT_EQ(condition_words(pack, names, "no subject"),
              "no “" + std::string{pack.term("role.subject")} + "”");
    const auto pieces = condition_pieces(pack, names, "in_scope or C1");
    ASSERT_FALSE(pieces.empty());
    EXPECT_EQ(pieces.front().name, "in_scope");
}

TEST(ConditionChange, SaysWhatWasAddedOrTakenAway)
{
    const auto kind = [](std::string_view before, std::string_view after) {
        return change_between(before, after).kind;
    };
    EXPECT_EQ(kind("a is yes", "a is yes and b is no"), Kind::narrower);
    EXPECT_EQ(change_between("a is yes", "a is yes and b is no and c is no").part, "b is no and c is no");
    EXPECT_EQ(kind("a is yes and b is no", "b is no"), Kind::fewer_demands);
    EXPECT_EQ(kind("a is yes", "a is yes or (b is no and c is no)"), Kind::wider);
    EXPECT_EQ(change_between("a is yes", "a is yes or (b is no and c is no)").part, "(b is no and c is no)");
    EXPECT_EQ(kind("a is yes or b is no", "a is yes"), Kind::fewer_ways);
    EXPECT_EQ(kind("a is yes", "b is no"), Kind::other);
    EXPECT_EQ(kind("some subject has (a and b)", "some subject has (a)"), Kind::other);
}

TEST(ConditionChange, SaysWhichValuesOfAListCameAndWent)
{
    const auto change = list_change_between("category is one of A, B, C", "category is one of A, C, D");
    ASSERT_TRUE(change.has_value());
    EXPECT_EQ(change->of, "category is one of");
    EXPECT_EQ(change->added, std::vector<std::string>{"D"});
    EXPECT_EQ(change->taken_out, std::vector<std::string>{"B"});
    EXPECT_FALSE(list_change_between("category is one of A, B", "route is one of A, B").has_value());
    EXPECT_FALSE(
        list_change_between("x is one of A, B and y is yes", "x is one of A and y is yes").has_value());
}

TEST(ConditionWords, FindANameThroughOtherNames)
{
    const Names names{{"inner", "a is yes"}, {"outer", "inner or b is yes"}};
    EXPECT_TRUE(uses_name(names, "outer and c is yes", "inner"));
    EXPECT_TRUE(uses_name(names, "outer", "outer"));
    EXPECT_FALSE(uses_name(names, "inner", "outer"));
}

}  // namespace
}  // namespace safelead::guidance
