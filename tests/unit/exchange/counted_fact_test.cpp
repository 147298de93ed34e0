#include "exchange/counted_fact.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

using insight::Counted;
using insight::Fact;

Fact decided()
{
    return {Counted::decided,  {2026, insight::Season::autumn}, "ukcis-2024", "CONSULT",
            "REFER_IMMEDIATE", insight::AgeBand::from_11_to_13};
}

TEST(ACountedFact, IsWrittenAsTheFormatSays)
{
    EXPECT_EQ(
        text_of(fact_to_bytes(decided())),
        R"({"version":1,"counted":"decided","term":"2026-autumn","edition":"ukcis-2024","youngest":"11-13",)"
        R"("advised":"CONSULT","route":"REFER_IMMEDIATE"})");
    Fact referred{Counted::referred, {2027, insight::Season::spring}};
    referred.to = "police";
    EXPECT_EQ(
        text_of(fact_to_bytes(referred)),
        R"({"version":1,"counted":"referred","term":"2027-spring","edition":"","youngest":"not-known","to":"police"})");
}

TEST(ACountedFact, IsReadAsItIsWritten)
{
    for (const auto what :
         {Counted::opened, Counted::decided, Counted::closed, Counted::referred, Counted::disagreed}) {
        auto fact = decided();
        fact.what = what;
        fact.to = "social_care";
        EXPECT_EQ(parse_fact(fact_to_bytes(fact)), fact);
    }
}

TEST(ACountedFact, IsNoneWhereAnythingIsNotKnown)
{
    const std::string good{text_of(fact_to_bytes(decided()))};
    const auto with = [&](std::string_view from, std::string_view to) {
        auto changed = good;
        changed.replace(changed.find(from), from.size(), to);
        return parse_fact(bytes_of(changed));
    };
    ASSERT_TRUE(parse_fact(bytes_of(good)));
    EXPECT_FALSE(with("\"version\":1", "\"version\":2"));
    EXPECT_FALSE(with("decided\"", "guessed\""));
    EXPECT_FALSE(with("2026-autumn", "2026-11-23"));
    EXPECT_FALSE(with("11-13", "12"));
    EXPECT_FALSE(with("\"advised\"", "\"name\""));
    EXPECT_FALSE(parse_fact({}));
}

TEST(Figures, AreWrittenWithoutTheSumOfTheirParts)
{
    const std::vector facts(3, std::vector(4, decided()));
    const auto written = figures_to_json(insight::figures(facts, insight::Disclosure::rounded));
    EXPECT_NE(written.find("\"route\": {\n      \"REFER_IMMEDIATE\""), std::string::npos) << written;
    EXPECT_EQ(written.find("decided"), std::string::npos) << written;
}

}  // namespace
}  // namespace safelead::exchange
