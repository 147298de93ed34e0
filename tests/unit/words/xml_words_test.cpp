#include "words/xml_words.h"

#include <gtest/gtest.h>

#include <string>

namespace safelead::words {
namespace {

Meaning of(std::string_view element)
{
    if (element == "s") return Meaning::spaces;
    if (element == "r") return Meaning::row;
    return element == "p" ? Meaning::paragraph : Meaning::nothing;
}

TEST(XmlWords, HaveALimitAlsoWhereTheyAreNotWrittenOut)
{
    std::string spaces = "<d><p>We met.";
    for (std::size_t count = 0; count < longest_text; count += 200) spaces += "<s c=\"200\"/>";
    Extracted into;
    const auto read = read_xml_words(spaces + "</p></d>", of, into);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error(), Refusal::too_much);
    EXPECT_LE(into.text.size(), longest_text + 200);
}

}  // namespace
}  // namespace safelead::words
