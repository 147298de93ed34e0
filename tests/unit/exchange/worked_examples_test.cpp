#include "exchange/worked_examples.h"

#include "support/packs.h"
#include "support/source_dir.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

namespace safelead::exchange {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

constexpr std::string_view right = R"(# A photo passed on

## What happened

A child told
a teacher.

## Facts

* coercion: alleged
* immediate_danger,
  blackmail: no

## People

* A: subject, sharer; 14 then; 15 now; age known; setting this_school
* B: recipient; age then not known; age claimed

## Advice

* category: SELF_PEER
* route: REFER_IMMEDIATE
* consult: none
* criteria: C1, C2
* safety_rules: none
* unresolved: grooming
* indicators: none
* flags: LADO

## Where it is said

* guidance: section 2: when to refer

## Why

Because.

## Checked by

Nobody yet.
)";

Result<std::vector<guidance::WorkedExample>, guidance::PackFault> read(std::string content)
{
    PackFiles files =
        read_pack_files(std::filesystem::path{safelead::test::source_dir()} / "guidance/ukcis-2024").value();
    files.examples.clear();
    files.examples.emplace("passed-on",
                           PackFiles::File{"ukcis-2024/examples/passed-on.md", std::move(content)});
    return parse_worked_examples(files, test::pack("ukcis-2024").vocabulary());
}

std::string with(std::string_view from, std::string_view to)
{
    std::string text{right};
    const auto at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error{"there is no such text"};
    return text.replace(at, from.size(), to);
}

TEST(WorkedExamples, AreReadAsTheyStand)
{
    const auto examples = read(std::string{right});
    ASSERT_TRUE(examples) << examples.error().text();
    const guidance::WorkedExample& one = examples->front();
    EXPECT_EQ(one.name, "passed-on");
    EXPECT_EQ(one.title, "A photo passed on");
    EXPECT_EQ(one.happened, "A child told a teacher.");
    EXPECT_EQ(one.facts.value("coercion"), "alleged");
    EXPECT_EQ(one.facts.value("blackmail"), "no");
    EXPECT_EQ(one.facts.value("grooming"), "unknown");
    ASSERT_EQ(one.facts.people().size(), 2U);
    const guidance::Person a{"A",
                             {guidance::Role::subject, guidance::Role::sharer},
                             15,
                             14,
                             guidance::AgeBasis::known,
                             guidance::Setting::this_school};
    EXPECT_EQ(one.facts.people()[0], a);
    EXPECT_EQ(one.facts.people()[1].age_at_event, std::nullopt);
    EXPECT_EQ(one.facts.people()[1].age_basis, guidance::AgeBasis::claimed);
    EXPECT_EQ(one.advice.category.text(), "SELF_PEER");
    EXPECT_EQ(one.advice.consult, std::nullopt);
    EXPECT_THAT(one.advice.criteria, ElementsAre(guidance::Code{"C1"}, guidance::Code{"C2"}));
    EXPECT_THAT(one.advice.safety_rules, IsEmpty());
    EXPECT_EQ(one.said_in.front().section, "section 2: when to refer");
    EXPECT_THAT(one.checked_by, IsEmpty());
}

TEST(WorkedExamples, SayWhoHasCheckedThem)
{
    const auto examples = read(with("Nobody yet.", "* A. Lead, safeguarding lead, 2026-12-01"));
    ASSERT_TRUE(examples);
    EXPECT_THAT(examples->front().checked_by, ElementsAre("A. Lead, safeguarding lead, 2026-12-01"));
}

struct Wrong {
    std::string from;
    std::string to;
    std::string says;
};

void PrintTo(const Wrong& wrong, std::ostream* out)
{
    *out << wrong.says;
}

class WrongExample : public ::testing::TestWithParam<Wrong> {};

TEST_P(WrongExample, IsRefusedWithFileAndLine)
{
    const auto examples = read(with(GetParam().from, GetParam().to));
    ASSERT_FALSE(examples);
    EXPECT_THAT(examples.error().text(), HasSubstr(GetParam().says));
    EXPECT_THAT(examples.error().text(), HasSubstr("ukcis-2024/examples/passed-on.md:"));
}

INSTANTIATE_TEST_SUITE_P(
    WorkedExamples, WrongExample,
    ::testing::Values(Wrong{"# A photo", "A photo", ":1: does not begin with a title"},
                      Wrong{"## Facts", "## Truths", ":8: ## Truths is not the section"},
                      Wrong{"## Checked by\n\nNobody yet.\n", "", "Checked by is missing"},
                      Wrong{"Because.", "", "Why is empty"},
                      Wrong{"coercion: alleged", "coercion: perhaps", ":10: coercion is not one of"},
                      Wrong{"coercion: alleged", "force: yes", ":10: force is not a fact"},
                      Wrong{"coercion: alleged", "blackmail: yes", "blackmail is answered twice"},
                      Wrong{"* coercion: alleged", "coercion is alleged", ":10: is not \"* name: value\""},
                      Wrong{"subject, sharer", "subject, hero", ":16: hero is not a role"},
                      Wrong{"14 then", "fourteen then", "fourteen then is not an age"},
                      Wrong{"14 then", "140 then", "is not between 0 and 120"},
                      Wrong{"age known", "age sure", "age sure is not what can be said of a person"},
                      Wrong{"* B: recipient", "* A: recipient", "another person"},
                      Wrong{"* route: REFER_IMMEDIATE\n", "", "does not have the eight lines"},
                      Wrong{"* criteria: C1, C2", "* reasons: C1", "reasons stands where criteria"},
                      Wrong{"* guidance: section", "* rumour: section", "rumour is not a source"},
                      Wrong{"Nobody yet.", "* Somebody", "Checked by is not"},
                      Wrong{"Because.", "Because \xFF", "is not UTF-8"}));

}  // namespace
}  // namespace safelead::exchange
