// Pictures that are named without an address: a link is one wherever a program would show it, and a name that
// a person says is a word.

#include "words/typed.h"

#include <gtest/gtest.h>

#include <string>

namespace safelead::words {
namespace {

class NamedPicture : public testing::TestWithParam<std::string> {};

TEST_P(NamedPicture, IsTakenOutAndTheWordsAroundItStay)
{
    const auto typed = take_out_data("Sam told me. " + GetParam() + " Then the bell rang.");
    EXPECT_EQ(typed.links_taken_out, 1U) << typed.text;
    EXPECT_EQ(typed.data_taken_out, 0U) << typed.text;
    EXPECT_TRUE(typed.text.starts_with("Sam told me. ")) << typed.text;
    EXPECT_TRUE(typed.text.ends_with(" Then the bell rang.")) << typed.text;
    EXPECT_TRUE(take_out_data(typed.text).is_as_typed()) << typed.text;
}

INSTANTIATE_TEST_SUITE_P(
    Ways, NamedPicture,
    testing::Values("![photo](images/a.png)", "![](IMG_1.jpg)", "[the photo](a.jpg)",
                    "![my photo](<images/a.png>)", "![x](images/a_(1).png)", "![[a.webp]]",
                    "<img src=\"a.jpg\">", "<IMG SRC='images/A.JPG'>", "<img src=a.png>",
                    "<a href=\"a.gif?x=1\">there</a>", "body{background:url(a.png)}", "url(\"a.png\")",
                    "/home/sam/Pictures/a.png", "../img/a.png", "(./a.png)", "~/Pictures/a.heic",
                    "https://a.example/%61%2e%6a%70%67", "https://a.example/a%2E%70ng",
                    "https://a.example/a.eps", "https://a.example/favicon.ico", "https://a.example/a.cr2?x=1",
                    "www.ico.example/a.jpg", "https://lh3.googleusercontent.com/abc=w100",
                    "pic.twitter.com/abcdef", "https://1drv.ms/i/s!Ab", "https://www.icloud.com/photos/#0abc",
                    "https://a.jpg"));

TEST(NamedPicture, IsFoundWhereALineSaysWhatANameStandsFor)
{
    for (const std::string text :
         {"Note ![x][1]\n\n[1]: images/a.png\n", "Note ![one]\n\n  [one]: IMG_1.jpg \"title\"\n",
          "Note\n[a]: ../a.png\n"}) {
        const auto typed = take_out_data(text);
        EXPECT_EQ(typed.links_taken_out, 1U) << typed.text;
        EXPECT_NE(typed.text.find("]: [a link"), std::string::npos) << typed.text;
    }
}

class NameOfPicture : public testing::TestWithParam<std::string> {};

TEST_P(NameOfPicture, ThatAPersonSaysStays)
{
    const auto typed = take_out_data(GetParam());
    EXPECT_TRUE(typed.is_as_typed()) << typed.text;
}

INSTANTIATE_TEST_SUITE_P(
    Ways, NameOfPicture,
    testing::Values(
        "She sent IMG_1234.jpg, and IMG_1.jpg/IMG_2.jpg before that.", "[Sam]: IMG_9.jpg",
        "[12/03/2026, 10:14]: IMG_1234.jpg", "[01/03/2026, 08:00:00] Sam: IMG-1.jpg (file attached)",
        "[Guide](https://www.gov.uk/a/b.html), [notes](minutes.docx) and [page](page.html),IMG_1.jpg",
        "the file =a.png or src = a.jpg; (a.jpg) [b.jpg] \"c.png\" /a.png; url is not given",
        "photos/screenshots.jpg, his/her.jpg and 3/4.jpg; .png files",
        "See https://ico.org.uk/make-a-complaint, www.ico.org.uk or casework@ico.org.uk.",
        "https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.ico.org.uk%2Fx&data=1",
        "https://www.tga.example/a and https://www.eps.example.org/policy",
        "https://1drv.ms/w/s!Ab123 and https://www.icloud.com/iclouddrive/0abc",
        "https://x.example/100%25%20sure and https://x.example/caf%C3%A9/menu%2Ehtml"));

}  // namespace
}  // namespace safelead::words
