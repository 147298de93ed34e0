#include "record/talk_code.h"

#include "record/talk_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace safelead::record {
namespace {

std::array<std::byte, bytes_for_code> bytes(unsigned char value)
{
    std::array<std::byte, bytes_for_code> all{};
    all.fill(static_cast<std::byte>(value));
    return all;
}

TEST(TalkCode, IsNineWordsOutOfFiveHundredAndTwelve)
{
    EXPECT_EQ(talk_code(bytes(0)), "acorn acorn acorn acorn acorn acorn acorn acorn acorn");
    const auto last = talk_code(bytes(0xff));
    EXPECT_TRUE(last.starts_with(std::string{talk_words.back()} + " "));
    EXPECT_EQ(std::ranges::count(last, ' '), 8);
}

TEST(TalkCode, IsMadeOfEachBitOfEightyOne)
{
    std::set<TalkCode> codes{talk_code(bytes(0))};
    for (std::size_t bit = 0; bit < 81; ++bit) {
        auto random = bytes(0);
        random.at(bit / 8) = static_cast<std::byte>(0x80U >> (bit % 8));
        codes.insert(talk_code(random));
    }
    EXPECT_EQ(codes.size(), 82U);
}

TEST(TalkCode, IsReadAsPeopleTypeIt)
{
    const std::string code = "acorn zoo acorn acorn acorn acorn acorn acorn zebra";
    for (const auto* typed :
         {"acorn zoo acorn acorn acorn acorn acorn acorn zebra",
          "  Acorn, ZOO\nacorn-acorn acorn.acorn\tacorn acorn  zebra ",
          "1. acorn 2. zoo 3. acorn 4. acorn 5. acorn 6. acorn 7. acorn 8. acorn 9. zebra"})
        EXPECT_EQ(parse_talk_code(typed), code) << typed;
}

TEST(TalkCode, IsNotReadFromAnythingElse)
{
    for (const auto* typed : {"", "acorn", "acorn acorn acorn acorn acorn acorn acorn acorn",
                              "acorn acorn acorn acorn acorn acorn acorn acorn acorn acorn",
                              "acorn acorn acorn acorn acorn acorn acorn acorn acorns",
                              "acornacornacornacornacornacornacornacornacorn", "12345 67890"})
        EXPECT_FALSE(parse_talk_code(typed)) << typed;
    EXPECT_FALSE(parse_talk_code(std::string(500, ' ') + talk_code(bytes(0))));
}

TEST(TalkWords, AreShortPlainAndEachOnce)
{
    EXPECT_EQ(std::set<std::string_view>(talk_words.begin(), talk_words.end()).size(), talk_words.size());
    for (const auto word : talk_words) {
        EXPECT_GE(word.size(), 3U) << word;
        EXPECT_LE(word.size(), 8U) << word;
        EXPECT_TRUE(std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; })) << word;
    }
}

}  // namespace
}  // namespace safelead::record
