#include "base/text.h"

#include <gtest/gtest.h>

namespace safelead {
namespace {

TEST(Utf8, AcceptsEveryWidthOfCharacter)
{
    EXPECT_TRUE(is_utf8("a \xC3\xA9 \xE2\x82\xAC \xF0\x9F\x99\x82"));
}

TEST(Utf8, RefusesOverlongSurrogateTruncatedAndTooLarge)
{
    for (const auto* text : {"\xC0\x80", "\xED\xA0\x80", "\xE2\x82", "\xF4\x90\x80\x80", "\x80", "\xFF"})
        EXPECT_FALSE(is_utf8(text));
}

TEST(Utf8, IsWrittenInEveryWidthAsItIsRead)
{
    std::string text;
    for (const char32_t point : {U'a', U'\u007F', U'\u0080', U'\u00E9', U'\u07FF', U'\u0800', U'\u20AC',
                                 U'\uFFFD', U'\U00010000', U'\U0001F642', U'\U0010FFFF'})
        append_utf8(text, point);
    EXPECT_EQ(
        text,
        "a\x7F\xC2\x80\xC3\xA9\xDF\xBF\xE0\xA0\x80\xE2\x82\xAC\xEF\xBF\xBD\xF0\x90\x80\x80\xF0\x9F\x99\x82"
        "\xF4\x8F\xBF\xBF");
    EXPECT_TRUE(is_utf8(text));
}

TEST(Split, KeepsEmptyParts)
{
    EXPECT_EQ(split("a,,b", ','), (std::vector<std::string_view>{"a", "", "b"}));
    EXPECT_EQ(split("", ','), std::vector<std::string_view>{""});
}

TEST(Trim, TakesWhiteSpaceFromBothEnds)
{
    EXPECT_EQ(trim(" \t a b\r\n"), "a b");
}

}  // namespace
}  // namespace safelead
