// The outcome codes as they ship, every one.

#include "exchange/arrangements_json.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace safelead::exchange {
namespace {

std::string shipped()
{
    std::ifstream in{test::source_dir() + "/guidance/local/england/police-outcomes.json"};
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

struct Expected {
    std::string_view id;
    std::string_view before;  ///< A day on which it may not be given; empty where its first is not known.
    std::string_view first;   ///< A day on which it may.
};

constexpr Expected every_code[] = {
    {"1", "", "2013-01-01"},
    {"1A", "", "2013-01-01"},
    {"2", "", "2013-01-01"},
    {"2A", "", "2013-01-01"},
    {"3", "", "2013-01-01"},
    {"3A", "", "2013-01-01"},
    {"4", "", "2013-01-01"},
    {"5", "", "2013-01-01"},
    {"6", "", "2013-01-01"},
    {"7", "", "2013-01-01"},
    {"8", "", "2013-01-01"},
    {"9", "", "2013-01-01"},
    {"10", "", "2013-01-01"},
    {"11", "", "2013-01-01"},
    {"12", "", "2013-01-01"},
    {"13", "", "2013-01-01"},
    {"14", "", "2013-01-01"},
    {"15", "", "2013-01-01"},
    {"16", "", "2013-01-01"},
    {"17", "", "2013-01-01"},
    {"18", "", "2013-01-01"},
    {"19", "", "2013-01-01"},
    {"20", "", "2013-01-01"},
    {"21", "2015-03-31", "2015-04-01"},
    {"22", "2019-03-31", "2019-04-01"},
};

TEST(ShippedOutcomes, AreEachReadFoundAndChosenOnTheirDays)
{
    const auto codes = parse_outcomes("police-outcomes.json", shipped());
    ASSERT_TRUE(codes) << words(codes.error());
    ASSERT_EQ(codes->size(), std::size(every_code));
    for (std::size_t i = 0; i < codes->size(); ++i) {
        const auto& [id, before, first] = every_code[i];
        const auto* found = directory::find_outcome(*codes, id);
        ASSERT_NE(found, nullptr) << id;
        EXPECT_EQ(found, &(*codes)[i]) << id << " stands in its place";
        EXPECT_FALSE(found->words.empty() || found->edition.empty()) << id;
        EXPECT_TRUE(directory::may_be_chosen(*found, *parse_date(first))) << id;
        EXPECT_TRUE(directory::may_be_chosen(*found, *parse_date("2026-11-29"))) << id;
        EXPECT_EQ(found->from.has_value(), !before.empty()) << id;
        if (before.empty()) continue;
        EXPECT_FALSE(directory::may_be_chosen(*found, *parse_date(before))) << id;
    }
}

TEST(ShippedOutcomes, SayOfThoseThatAreWeighedWhenTheyAreUsed)
{
    const auto codes = parse_outcomes("police-outcomes.json", shipped());
    ASSERT_TRUE(codes);
    for (const auto& code : *codes) {
        const bool is_weighed = code.id == "8" || code.id == "20" || code.id == "21" || code.id == "22";
        EXPECT_EQ(!code.used_when.empty(), is_weighed) << code.id;
        EXPECT_FALSE(code.grounds.verified_on) << code.id << " was verified: say so wherever it is shown";
    }
}

TEST(Outcomes, AreRefusedWhereTheyEndBeforeTheyBegin)
{
    const std::string one = R"({"area": "england", "outcomes": [{"id": "1", "words": "w", "edition": "e",
        "from": "2020-01-02", "until": "2020-01-01", "sources": [{"tag": "seen", "where": "a page"}],
        "seen_on": null, "verified_on": null, "review_by": "2027-01-01"}]})";
    const auto read = parse_outcomes("o.json", one);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().field, "outcomes[0].until");
}

}  // namespace
}  // namespace safelead::exchange
