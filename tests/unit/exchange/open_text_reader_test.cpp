#include "exchange/open_text_reader.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

using guidance::Block;
using guidance::OpenText;

directory::Contact contact(std::string id)
{
    return {directory::ContactId{std::move(id)},
            "A contact",
            "",
            {},
            "",
            "",
            "https://line.example",
            {},
            {},
            "england",
            {},
            {},
            {},
            {},
            {},
            {}};
}

directory::Contacts contacts()
{
    auto line = contact("a-line");
    line.telephone = directory::Telephone{"0113 496 0001", "+441134960001", ""};
    return {{line, contact("a-site")}};
}

const std::string head =
    "---\ntitle: A title\nsummary: A summary.\nreader: young_person\nedition: 2\npublished: 2026-11-23\n"
    "review-by: 2027-05-23\nauthor: Somebody\nsource: seen | a page\n";

Result<OpenText, FileFault> parsed(const std::string& text)
{
    static const auto known = contacts();
    static const std::vector<directory::PastContact> history{
        {"a-line", "A line", "0113 496 0999", "The guide printed this.", "Another.", "A guide"},
        {"another-line", "Another line", "0844 496 0999", "It charges.", "Another.", "A guide"}};
    return parse_open_text(
        {.file = "page.md", .area = "england", .shelf = "young-people", .language = "en", .name = "page"},
        text, {known, history});
}

std::string fault_of(const std::string& body)
{
    const auto text = parsed(head + "---\n" + body);
    return text ? "" : words(text.error());
}

TEST(OpenTextReader, TakesTheAddressOfAVideoInSignLanguage)
{
    EXPECT_EQ(parsed(head + "---\nWords.\n")->sign_video, "");
    EXPECT_EQ(parsed(head + "sign-video: https://videos.example/1\n---\nWords.\n")->sign_video,
              "https://videos.example/1");
    EXPECT_FALSE(parsed(head + "sign-video: http://videos.example/1\n---\nWords.\n"));
}

TEST(OpenTextReader, ReadsHeadAndBlocks)
{
    const auto text = parsed(head +
                             "---\n\n! Danger: [](ring:a-line). **Ring [](ring:a-line) now.**\n\n## "
                             "Heading\nOne line\nand another.\n\n- "
                             "a\n- b **c**\n\n1. x\n2. y\n\n{who-to-ring}\n{ring a-line}\n");
    ASSERT_TRUE(text) << words(text.error());
    EXPECT_EQ(text->title, "A title");
    EXPECT_EQ(text->edition, 2);
    EXPECT_EQ(text->sources.size(), 1U);
    std::vector<Block::Kind> kinds;
    for (const auto& block : text->blocks) kinds.push_back(block.kind);
    using Kind = Block::Kind;
    EXPECT_EQ(kinds, (std::vector{Kind::danger, Kind::heading, Kind::paragraph, Kind::bullets, Kind::steps,
                                  Kind::who_to_ring, Kind::ring}));
    EXPECT_EQ(guidance::plain(text->blocks[2].lines[0]), "One line and another.");
    EXPECT_EQ(text->blocks[3].lines.size(), 2U);
    EXPECT_EQ(text->blocks[3].lines[1][1], (guidance::Run{guidance::Run::Kind::strong, "c"}));
    EXPECT_EQ(text->blocks[0].lines[0][4].target, "tel:+441134960001");
    EXPECT_EQ(text->blocks[0].lines[0][5].kind, guidance::Run::Kind::strong);
    EXPECT_EQ(text->blocks[0].lines[0][1],
              (guidance::Run{guidance::Run::Kind::link, "0113 496 0001", "tel:+441134960001"}));
}

TEST(OpenTextReader, TakesNumbersAndSitesFromTheDirectoryOnly)
{
    EXPECT_EQ(fault_of("[](web:a-site)"), "");
    EXPECT_NE(fault_of("[](ring:a-site)").find("no contact \"a-site\" with a telephone"), std::string::npos);
    EXPECT_NE(fault_of("[](ring:nobody)").find("no contact \"nobody\""), std::string::npos);
    EXPECT_NE(fault_of("{ring nobody}").find("no contact"), std::string::npos);
    for (const char* written :
         {"Ring 0113 496 0001.", "- 01134960001", "**0113-496-0001**", "[0113 496 0001](/parents)"})
        EXPECT_NE(fault_of(written).find("telephone number is written out"), std::string::npos) << written;
    EXPECT_EQ(fault_of("In 2016, 55% of 1,001 people."), "");
}

TEST(OpenTextReader, ShowsANumberOfThePastOnlyIfItIsHistoryAndFree)
{
    EXPECT_EQ(fault_of("It was [](past:a-line)."), "");
    EXPECT_NE(fault_of("It was [](past:nobody).").find("history"), std::string::npos);
    EXPECT_NE(fault_of("It was [](past:another-line).").find("never shown"), std::string::npos);
}

TEST(OpenTextReader, FollowsNoLinkElsewhere)
{
    for (const char* link :
         {"[a](http://a.example)", "[a](//a.example)", "[a](javascript:x)", "[a](tel:999)", "[a](", "**a"})
        EXPECT_NE(fault_of(link), "") << link;
}

TEST(OpenTextReader, NamesTheLineOfWhatIsWrong)
{
    const auto unknown = parsed(head + "colour: red\n---\nA\n");
    ASSERT_FALSE(unknown);
    EXPECT_EQ(unknown.error().field, "colour");
    const auto missing = parsed("---\ntitle: A\n---\nA\n");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().field, "summary");
    const auto body = parsed(head + "---\n\nfine\n\n{nothing}\n");
    ASSERT_FALSE(body);
    EXPECT_EQ(body.error().line, 14);
    EXPECT_FALSE(parsed(head + "checked-on: 2026-11-23\n---\nA\n"));
    EXPECT_FALSE(parsed(head + "---\n"));
    EXPECT_FALSE(parsed("A"));
    EXPECT_FALSE(parsed(head + "---\n\xff"));
}

}  // namespace
}  // namespace safelead::exchange
