#include "guidance/condition.h"

#include <gtest/gtest.h>

namespace safelead::guidance {
namespace {

Vocabulary words()
{
    return Vocabulary{{{FactId{"coercion"}, AnswerType::three_valued, {"yes", "no", "unknown", "alleged"}},
                       {FactId{"spread_band"}, AnswerType::choice, {"0", "6-30", "30+", "unknown"}},
                       {FactId{"relationship"}, AnswerType::free_word, {}}}};
}

/// The problem with `condition`; empty if there is none.
std::string problem(std::string_view condition)
{
    const Vocabulary vocabulary = words();
    ConditionReader reader{vocabulary};
    EXPECT_TRUE(reader.declare_group("active", "sharer or recipient"));
    EXPECT_TRUE(reader.declare_definition("pressure", "coercion is yes"));
    EXPECT_TRUE(reader.declare_definition("round", "not round"));
    const std::vector<Code> categories{Code{"SELF_PEER"}, Code{"POSSESSION"}};
    reader.declare_table(TableKind::category, categories);
    const auto read = reader.read(condition);
    return read ? "" : read.error().problem;
}

TEST(Condition, IsReadWhenItIsWellFormed)
{
    for (const char* condition :
         {"always", "coercion is yes", "coercion is not unknown", "spread_band is one of 6-30, 30+",
          "coercion is yes or pressure or not (spread_band is 0)", "some subject", "no active",
          "some active has (subject and age_at_event under 13)",
          "every subject has (age_at_event 18 or over and age_basis is known)",
          "some active has (age_at_event under 13 and another person is 3 or more years older)",
          "some person has (setting is one of staff, other_school or age missing)",
          "some active has (only recipient and age_at_event not known)",
          "category is one of SELF_PEER, POSSESSION", "SELF_PEER", "category is not SELF_PEER"}) {
        EXPECT_EQ(problem(condition), "") << condition;
    }
}

TEST(Condition, IsRefusedWithWhatShouldStandThere)
{
    const std::vector<std::pair<const char*, const char*>> wrong = {
        {"", "is empty"},
        {"coercion == yes", "a character that conditions do not have"},
        {"coersion is yes", "at 'coersion' there should be a fact"},
        {"coercion is maybe", "a value that 'coercion' may take"},
        {"coercion is", "at the end there should be a value"},
        {"coercion is yes coercion", "at 'coercion' there should be nothing more"},
        {"coercion is yes and pressure or pressure", "brackets"},
        {"(coercion is yes", "')'"},
        {"relationship is friends", "no condition on a free word"},
        {"some stranger", "a role, or a group"},
        {"some", "a role or a group"},
        {"every subject", "'has ('"},
        {"some subject has age missing", "'('"},
        {"some subject has (age_at_event under thirteen)", "a number of years"},
        {"some subject has (age_at_event under 999)", "up to 120"},
        {"some subject has (setting is home)", "a value that 'setting' may take"},
        {"some subject has (only friend)", "a role"},
        {"some subject has (another active is 3 years older)", "'or'"},
        {"any criterion", "a table that stands before"},
        {"any flag", "criterion, safety_rule, indicator or unresolved"},
        {"route is CONSULT", "a table that stands before"},
        {"category is SHARE_OTHERS", "a code that the table gives"},
        {"round", "circle"},
    };
    for (const auto& [condition, what] : wrong)
        EXPECT_NE(problem(condition).find(what), std::string::npos)
            << condition << ": " << problem(condition);
    EXPECT_NE(problem(std::string(2001, 'a')).find("2,000"), std::string::npos);
    EXPECT_NE(problem(std::string(30, '(')).find("too many brackets"), std::string::npos);
}

TEST(Condition, GroupsAndDefinitionsAreDeclaredOnce)
{
    const Vocabulary vocabulary = words();
    ConditionReader reader{vocabulary};
    EXPECT_TRUE(reader.declare_group("active", "sharer"));
    EXPECT_FALSE(reader.declare_group("active", "sharer"));
    EXPECT_FALSE(reader.declare_group("subject", "sharer"));
    EXPECT_FALSE(reader.declare_group("person", "sharer"));
    EXPECT_FALSE(reader.declare_group("late", "later and sharer"));
    EXPECT_FALSE(reader.declare_definition("coercion", "always"));
}

}  // namespace
}  // namespace safelead::guidance
