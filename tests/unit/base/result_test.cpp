#include "base/result.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace safelead {
namespace {

Result<std::vector<std::string>, std::string> words()
{
    return std::vector<std::string>{"longer than what fits into a string without asking for memory", "b"};
}

TEST(Result, GivesAwayWhatATemporaryHoldsSoThatALoopCanWalkIt)
{
    std::size_t letters = 0;
    for (const auto& word : words().value()) letters += word.size();
    for (const auto& word : *words()) letters += word.size();
    EXPECT_EQ(letters, 2 * (61 + 1));
}

TEST(Result, StopsWhoeverAsksForWhatItDoesNotHold)
{
    const Result<int, std::string> failed = fail(std::string{"no"});
    EXPECT_FALSE(failed);
    EXPECT_EQ(failed.error(), "no");
    EXPECT_THROW(static_cast<void>(failed.value()), Bug);
    EXPECT_THROW(static_cast<void>(words().error()), Bug);
}

TEST(Result, GoesOnOnlyWithAValue)
{
    const auto half = [](int n) -> Result<int, std::string> {
        if (n % 2 != 0) return fail(std::string{"odd"});
        return n / 2;
    };
    EXPECT_EQ(half(8).and_then(half).value(), 2);
    EXPECT_EQ(half(6).and_then(half).error(), "odd");
    EXPECT_EQ(half(3).transform([](int n) { return n + 1; }).error(), "odd");
    EXPECT_EQ(half(4).transform([](int n) { return n + 1; }).value(), 3);
}

}  // namespace
}  // namespace safelead
