#include "exchange/poster_svg.h"

#include <gmock/gmock.h>

#include <regex>

namespace safelead::exchange {
namespace {

using guidance::Block;
using guidance::OpenText;
using guidance::Run;
using testing::HasSubstr;

OpenText piece(std::string title, std::vector<std::string> paragraphs)
{
    OpenText text;
    text.name = "poster-test";
    text.language = "en";
    text.title = std::move(title);
    for (auto& words : paragraphs)
        text.blocks.push_back(
            {.kind = Block::Kind::paragraph, .lines = {{Run{Run::Kind::words, std::move(words)}}}});
    return text;
}

TEST(PieceSvg, SaysAllItsWordsAsTextAndAsADescription)
{
    const auto svg =
        piece_svg(piece("You can tell", {"Not your fault.", "Ring us"}), PieceSize::poster, "Foot");
    ASSERT_TRUE(svg);
    EXPECT_THAT(*svg, HasSubstr("<title id=\"title\">You can tell</title>"));
    EXPECT_THAT(*svg, HasSubstr("<desc id=\"description\">You can tell. Not your fault. Ring us</desc>"));
    for (const char* line :
         {">You can tell</text>", ">Not your fault.</text>", ">Ring us</text>", ">Foot</text>"})
        EXPECT_THAT(*svg, HasSubstr(line));
    EXPECT_THAT(*svg, HasSubstr("lang=\"en-GB\""));
}

TEST(PieceSvg, TakesNoMarkupFromWords)
{
    const auto svg = piece_svg(piece("A <b> & \"c\"", {"</text><script>"}), PieceSize::card, "x");
    ASSERT_TRUE(svg);
    EXPECT_EQ(svg->find("<script"), std::string::npos);
    EXPECT_THAT(*svg, HasSubstr("&amp;"));
}

TEST(PieceSvg, MakesLettersSmallerUntilItFitsAndRefusesWhatNobodyCouldRead)
{
    const auto size_of_body = [](const std::string& svg) {
        const std::regex body{"font-size=\"([0-9.]+)\" fill=\"#10303c\""};
        std::smatch found;
        return std::regex_search(svg, found, body) ? std::stod(found[1]) : 0.0;
    };
    const auto few = piece_svg(piece("T", {"One."}), PieceSize::poster, "x");
    const auto more =
        piece_svg(piece("T", std::vector<std::string>(6, "Some words that fill a line or two.")),
                  PieceSize::poster, "x");
    ASSERT_TRUE(few);
    ASSERT_TRUE(more);
    EXPECT_GT(size_of_body(*few), size_of_body(*more));
    EXPECT_FALSE(piece_svg(piece("T", std::vector<std::string>(60, "Some words that fill a line or two.")),
                           PieceSize::poster, "x"));
}

TEST(PieceSvg, IsOnlyForPostersAndCards)
{
    EXPECT_EQ(piece_size("poster-pause"), PieceSize::poster);
    EXPECT_EQ(piece_size("card-tell"), PieceSize::card);
    EXPECT_EQ(piece_size("assembly"), std::nullopt);
}

}  // namespace
}  // namespace safelead::exchange
