#include "exchange/advice_json.h"

#include "exchange/facts_reader.h"
#include "support/packs.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

using guidance::Code;
using guidance::FactId;

TEST(AdviceJson, IsOneLineWithItsMembersInTheirOrder)
{
    const decision::Advice advice{.edition = guidance::EditionId{"e"},
                                  .overlays = {},
                                  .category = Code{"CAT"},
                                  .route = Code{"ROUTE"},
                                  .consult = std::nullopt,
                                  .criteria = {Code{"C1"}, Code{"C2"}},
                                  .safety_rules = {},
                                  .indicators = {Code{"spread"}},
                                  .unresolved = {FactId{"medium"}},
                                  .flags = {Code{"LADO"}},
                                  .ask_next = {FactId{"medium"}, FactId{"origin"}},
                                  .because = {{Code{"CAT"}, guidance::RuleId{"category.1"}, "“A” \"b\", c",
                                               guidance::Standing::project_rule}}};
    EXPECT_EQ(advice_to_json(advice),
              R"({"edition":"e","category":"CAT","route":"ROUTE","consult":null,"criteria":["C1","C2"],)"
              R"("safety_rules":[],"indicators":["spread"],"unresolved":["medium"],"flags":["LADO"],)"
              R"("ask_next":["medium","origin"],"because":[{"gives":"CAT","rule":"category.1",)"
              R"("source":"“A” \"b\", c","kind":"project rule"}]})");
}

TEST(AdviceJson, IsTheSameByteForByteAsWhenItWasFirstGiven)
{
    const auto& pack = test::pack("ukcis-2024");
    const auto facts = parse_facts(R"({"medium": "asked_not_sent", "adult_involved": "suspected",
        "online_contact_identity_unverified": "no", "coercion": "no", "blackmail": "no", "grooming": "no",
        "financial_demand": "no", "capacity_concern": "no", "acts_unusual_or_violent": "no", "immediate_harm": "no",
        "immediate_danger": "no", "parents_informing_risk": "no", "nude_or_sexual": "no", "sexual_acts": "no"})",
                                   pack.vocabulary());
    ASSERT_TRUE(facts);
    const auto advice = decision::evaluate(pack, facts->front());
    EXPECT_EQ(
        advice_to_json(advice),
        R"({"edition":"ukcis-2024","category":"NOT_SENT","route":"POLICE_URGENT","consult":null,)"
        R"("criteria":["C1"],"safety_rules":[],"indicators":[],"unresolved":[],)"
        R"("flags":["DEFER_PARENTS_PENDING_AGENCY_ADVICE"],"ask_next":[],"because":[)"
        R"({"gives":"NOT_SENT","rule":"category.1","source":"Safelead project rules, November 2026, Category 1: an image was asked for and none was sent","kind":"project rule"},)"
        R"({"gives":"C1","rule":"criterion.C1","source":"Sharing nudes and semi-nudes: advice for education settings working with children and young people, UKCIS, updated March 2024, section 2: initial review meeting, when to refer at once","kind":"guidance"},)"
        R"({"gives":"POLICE_URGENT","rule":"route.3","source":"Safelead project rules, November 2026, Route 3: an adult, though the image is not one the guidance covers","kind":"project rule"},)"
        R"({"gives":"DEFER_PARENTS_PENDING_AGENCY_ADVICE","rule":"flag.defer-parents","source":"Sharing nudes and semi-nudes: advice for education settings working with children and young people, UKCIS, updated March 2024, section 2: informing parents and carers","kind":"guidance"}]})");
}

}  // namespace
}  // namespace safelead::exchange
