#include "exchange/figures_json.h"

#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

namespace safelead::exchange {
namespace {

std::string one_set(const std::string& unit, const std::string& value)
{
    return R"({"figures": [{"id": "a", "title": "T", "base": "B", "year": "2020", "unit": ")" + unit +
           R"(", "source": "seen | a page", "values": [{"label": "L", "value": ")" + value + R"("}]}]})";
}

TEST(Figures, KeepWhatWasPublishedAndItsSize)
{
    const auto read = parse_figures("f", one_set("percent", "14.8"));
    ASSERT_TRUE(read) << words(read.error());
    EXPECT_EQ(read->at(0).values.at(0).shown, "14.8");
    EXPECT_DOUBLE_EQ(read->at(0).values.at(0).size, 14.8);
    EXPECT_EQ(read->at(0).source.where, "a page");
}

TEST(Figures, RefuseWhatIsNoFigure)
{
    for (const char* value : {"", "x", "-3", "1e3", "1.2.3", ".5", "inf", "101"})
        EXPECT_FALSE(parse_figures("f", one_set("percent", value))) << value;
    EXPECT_TRUE(parse_figures("f", one_set("count", "1894")));
    EXPECT_FALSE(parse_figures("f", one_set("people", "3")));
}

TEST(Figures, OfTheGuideOf2017AreOfThoseWhoHadTakenAnImage)
{
    const std::string path = safelead::test::source_dir() + "/guidance/local/england/figures.json";
    std::ifstream file{path};
    const auto read = parse_figures(path, std::string{std::istreambuf_iterator<char>{file}, {}});
    ASSERT_TRUE(read) << words(read.error());
    const auto& shared = read->at(1);
    EXPECT_EQ(shared.values.at(0).shown, "55");
    EXPECT_EQ(shared.values.at(1).shown, "31");
    EXPECT_NE(shared.base.find("only those who had taken an image"), std::string::npos);
}

}  // namespace
}  // namespace safelead::exchange
