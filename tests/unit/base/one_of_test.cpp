#include "base/one_of.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace safelead {
namespace {

struct Word {
    std::string said;
    bool operator==(const Word&) const = default;
};
struct Number {
    int said;
    bool operator==(const Number&) const = default;
};
struct SaidAlternatives {
    using type = std::variant<Word, Number>;
};
using Said = OneOf<SaidAlternatives>;

TEST(OneOf, IsUsedAsTheVariantItself)
{
    const Said word{Word{"an image was shared"}};
    EXPECT_TRUE(std::holds_alternative<Word>(word));
    ASSERT_NE(std::get_if<Word>(&word), nullptr);
    EXPECT_EQ(std::get_if<Number>(&word), nullptr);
    EXPECT_EQ(std::visit([](const auto& one) { return sizeof(one); }, word), sizeof(Word));
    EXPECT_EQ(std::variant_size_v<Said>, 2U);
    EXPECT_TRUE((std::is_same_v<std::variant_alternative_t<1, Said>, Number>));
}

TEST(OneOf, IsCopiedMovedAndCompared)
{
    const Said word{Word{"an image was shared"}};
    Said other = word;
    EXPECT_EQ(other, word);
    other = Number{7};
    EXPECT_NE(other, word);
    EXPECT_EQ(std::get<Number>(other).said, 7);
    const Said moved = std::move(other);
    EXPECT_EQ(moved, Said{Number{7}});
    std::vector<Said> several{word, moved};
    several.insert(several.begin(), moved);
    EXPECT_EQ(several, (std::vector<Said>{moved, word, moved}));
}

}  // namespace
}  // namespace safelead
