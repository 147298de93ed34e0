#include "app/name_index.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::app {
namespace {

record::Identity named(std::string given, std::string family)
{
    record::Identity identity;
    identity.given_name = std::move(given);
    identity.family_name = std::move(family);
    return identity;
}

using Found = std::vector<std::uint32_t>;

TEST(NameIndex, FindsByHowWordsBeginInTheOrderOfNames)
{
    NameIndex names;
    names.put(0, named("Petra", "Oakwood"));
    names.put(1, named("Osian", "Elmbrook-Reed"));
    names.put(2, named("Wren", "Birchley"));
    EXPECT_EQ(names.find("o"), (Found{1, 0}));
    EXPECT_EQ(names.find("REED os"), (Found{1}));
    EXPECT_EQ(names.find("wren oak"), (Found{}));
    EXPECT_EQ(names.find(" "), (Found{}));
}

TEST(NameIndex, FindsHoweverItIsSpelt)
{
    NameIndex names;
    names.put(0, named("Siân", "Elmbrook-Reed"));
    names.put(1, named("Łukasz", "Birchley"));
    EXPECT_EQ(names.find("sian"), (Found{0}));
    EXPECT_EQ(names.find("SIÂN elmbrookreed"), (Found{0}));
    EXPECT_EQ(names.find("lukasz"), (Found{1}));
    EXPECT_EQ(names.find("birchly"), (Found{}));
    EXPECT_EQ(names.find_near("birchly"), (Found{1}));
    EXPECT_EQ(names.find_near("lukas birchley"), (Found{1}));
    EXPECT_EQ(names.find_near("wren"), (Found{}));
    names.remove(1);
    EXPECT_EQ(names.find_near("birchly"), (Found{}));
}

TEST(NameIndex, KnowsACorrectedNameAndNotWhatItWas)
{
    NameIndex names;
    names.put(0, named("Petra", "Oakwood"));
    names.put(1, named("Petra", "Elmbrook"));
    names.put(0, named("Peta", "Thornwick"));
    EXPECT_EQ(names.find("oakwood"), (Found{}));
    EXPECT_EQ(names.find("petra"), (Found{1}));
    EXPECT_EQ(names.find("pet"), (Found{1, 0}));
    names.remove(1);
    EXPECT_EQ(names.find("pet"), (Found{0}));
}

TEST(NameIndex, FindsTheSameAmongMany)
{
    constexpr std::uint32_t many = 9000;
    NameIndex names;
    for (std::uint32_t child = 0; child < many; ++child)
        names.put(child, named(child % 3 == 0 ? "Wren" : "Osian", "Family" + std::to_string(child)));
    EXPECT_EQ(names.find("wren").size(), many / 3);
    EXPECT_EQ(names.find("osian family8999"), (Found{8999}));
    names.put(8999, named("Osian", "Another"));
    names.remove(0);
    EXPECT_EQ(names.find("family8999"), (Found{}));
    EXPECT_EQ(names.find("another"), (Found{8999}));
    EXPECT_EQ(names.find("wren").size(), many / 3 - 1);
}

TEST(NameIndex, FindsEachHoweverOftenItPutWhatCameLastAmongTheRest)
{
    constexpr std::uint32_t many = 20'000;
    NameIndex names;
    // They come in no order: each lot goes between all that were there before.
    const auto family = [](std::uint32_t child) { return fmt::format("Wood{:05}", child * 7919U % many); };
    for (std::uint32_t child = 0; child < many; ++child) {
        names.put(child, named("Ásta", family(child)));
        if (child % 100 == 99) names.remove(child - 50);
    }
    for (std::uint32_t child = 0; child < many; ++child) {
        const bool is_there = child % 100 != 49;
        ASSERT_EQ(names.find(family(child)), is_there ? Found{child} : Found{}) << child;
    }
    const auto all = names.find("asta");
    EXPECT_EQ(all.size(), many - many / 100);
    EXPECT_TRUE(std::ranges::is_sorted(all, {}, family));
}

}  // namespace
}  // namespace safelead::app
