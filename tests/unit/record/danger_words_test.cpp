#include "record/danger_words.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

TEST(DangerWords, AreFoundAsWholeWordsInAnyCase)
{
    for (const auto* text : {"I want to DIE", "he said he'll kill me", "I'm not safe at home.",
                             "thinking of running away", "i took pills", "They hit me!"})
        EXPECT_TRUE(has_danger_words(text)) << text;
    for (const auto* text :
         {"", "I am worried about a picture", "We have a skilled teacher", "diet", "gunner"})
        EXPECT_FALSE(has_danger_words(text)) << text;
}

}  // namespace
}  // namespace safelead::record
