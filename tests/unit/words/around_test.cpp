// What stands around a link, data or a drawing stays as it was typed, with white space between them or
// without.

#include "words/addresses.h"
#include "words/typed.h"

#include <gtest/gtest.h>

#include <utility>

namespace safelead::words {
namespace {

/// The markers' places, short enough to read.
std::string with_markers_short(std::string text)
{
    for (const auto& [marker, letter] :
         {std::pair{data_marker, "{data}"}, {link_marker, "{picture}"}, {long_link_marker, "{long}"}})
        for (auto at = text.find(marker); at != std::string::npos; at = text.find(marker, at))
            text.replace(at, marker.size(), letter);
    return text;
}

struct Case {
    std::string typed;
    std::string kept;
};

class Around : public testing::TestWithParam<Case> {};

TEST_P(Around, TheWordsStay)
{
    EXPECT_EQ(with_markers_short(take_out_data(GetParam().typed).text), GetParam().kept);
}

INSTANTIATE_TEST_SUITE_P(
    Links, Around,
    testing::Values(
        Case{"山姆说：“他们把照片放在https://x.example/a.jpg了，我很害怕”",
             "山姆说：“他们把照片放在{picture}了，我很害怕”"},
        Case{"นักเรียนบอกว่าอยู่ที่https://x.example/a.jpgแล้วครูแจ้ง", "นักเรียนบอกว่าอยู่ที่{picture}แล้วครูแจ้ง"},
        Case{"قال:https://x.example/a.jpg،وقالت الأم", "قال:{picture}،وقالت الأم"},
        Case{"12/03/2026,9A,https://x.example/a.jpg,told,DSL", "12/03/2026,9A,{picture},told,DSL"},
        Case{"Sam,https://x.example/a.jpg,\"They had it\",Ms Rowe", "Sam,{picture},\"They had it\",Ms Rowe"},
        Case{"[Sam's statement](https://x.example/a.png) was read", "[Sam's statement]({picture}) was read"},
        Case{"mother/father:https://x.example/a.jpg/grandmother", "mother/father:{picture}/grandmother"},
        Case{"Did you see https://x.example/a.jpg? Yes.", "Did you see {picture}? Yes."},
        Case{"(https://x.example/a_(1).jpg), she said", "({picture}), she said"},
        Case{"at https://x.example/w_200,h_300/photo.jpg now", "at {picture} now"},
        Case{"https://x.example/i?id=3&format=jpg&name=large ok", "{picture} ok"},
        Case{"https://x.example/Foo.jpg/220px-Foo.jpg?x=1 ok", "{picture} ok"},
        Case{"x.example/a.mpg //x.example/a.gifv 192.0.2.1/a.jxl", "{picture} {picture} {picture}"},
        Case{"https://x.example/a%2Ejpg, blob:https://x.example/3f2b ok", "{picture}, {picture} ok"},
        Case{"C:\\Users\\office\\a.jpg and \\\\server\\share\\a.m3u8 ok", "{picture} and {picture} ok"},
        Case{"imgur.com/a/xYz, https://prnt.sc/abc and https://photos.app.goo.gl/AbC1; imgur.com is a site",
             "{picture}, {picture} and {picture}; imgur.com is a site"},
        Case{"x.example/photo,1.jpg https://x.example/v1.2/photo,1.jpg?w=9 ok", "{picture} {picture} ok"},
        Case{"https://sam@imgur.com/a, https://sam:pw@ibb.co/b and https://a@b@prnt.sc:443/c ok",
             "{picture}, {picture} and {picture} ok"},
        Case{"a.www.:// Sam said that at https://x.example/a.jpg were others",
             "a.www.:// Sam said that at {picture} were others"}));

INSTANTIATE_TEST_SUITE_P(
    Data, Around,
    testing::Values(
        Case{"他发来data:image/png;base64,iVBORw0KGgoAAAANSUhEUg，然后老师打电话。",
             "他发来{data}，然后老师打电话。"},
        Case{"摘要是d41d8cd98f00b204e9800998ecf8427e对吧", "摘要是{data}对吧"},
        Case{"x data:image/svg+xml;utf8,<svg xmlns='http://www.w3.org/2000/svg'><path d='M1 2 L4 4 "
             "z'/></svg> y",
             "x {data} y"},
        Case{"Sam drew <svg width=\"9\"><path d=\"M0 0L9 9\"/></svg> at break", "Sam drew {data} at break"},
        Case{"Sam drew <path d=\"M0 0L9 9\"/> at break", "Sam drew {data} at break"},
        Case{"a %3Csvg%3E%3Cpath d=%22M0 0%22/%3E%3C/svg%3E b", "a {data} b"},
        Case{"a\nstatic char *x[] = {\n\"2 2 1 1\",\n\"A c #000000\",\n\"AA\"};\nb", "a\n{data}\nb"},
        Case{"a P1\n8 8\n01100110\n01100110\n01100110\n01100110\n01100110\n01100110\n01100110\n01100110\nb",
             "a {data}\nb"},
        Case{"a\n%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\n%%EOF\nb", "a\n{data}\nb"},
        Case{"a\nbegin 644 x.png\n#0V%T\n#0V%T\n`\nend\nb", "a\n{data}\nb"},
        Case{"a\nbegin 644 x.png\n#0V%T\n#0V%T\nThen the bell rang.", "a\n{data}\nThen the bell rang."},
        Case{"-----BEGIN KEY-----\nMIIB8zCCAVwCAQAwQjE\n-----END KEY-----\nb", "{data}\nb"},
        Case{"-----BEGIN NOTES: one-----\nSam: not sleeping\n-----BEGIN KEY: two-----\nMIIB8zCCAVwCAQAwQjE\n"
             "-----END KEY: two-----\nb",
             "-----BEGIN NOTES: one-----\nSam: not sleeping\n{data}\nb"},
        Case{"begin-base64 644 notes: one\nSam: not sleeping\nbegin-base64 644 key: two\n"
             "MIIB8zCCAVwCAQAwQjE\n====\nb",
             "begin-base64 644 notes: one\nSam: not sleeping\n{data}\nb"},
        Case{"a\n  0\nSECTION\n  2\nENTITIES\n  0\nLINE\n  0\nENDSEC\n  0\nEOF\nb", "a\n  {data}\nb"},
        Case{"a\r\n  0\r\nSECTION\r\n  2\r\nENTITIES\r\n  0\r\nLINE\r\n  0\r\nENDSEC\r\n  0\r\nEOF\r\nb",
             "a\r\n  {data}\r\nb"}));

/// A picture of noughts and ones, with `comment` after its first word and after its width.
std::string netpbm(const std::string& comment)
{
    std::string bits;
    for (int row = 0; row < 8; ++row) bits += "01100110\n";
    return "P1 #" + comment + "\n8 # wide\n8\n" + bits;
}

TEST(Around, ACommentInAPictureMayBeOfAnyLength)
{
    for (const std::size_t times : {1U, 40U, 10'000U}) {
        std::string comment;
        for (std::size_t i = 0; i < times; ++i) comment += " made by a program";
        const auto typed = take_out_data("a " + netpbm(comment) + "b");
        EXPECT_EQ(with_markers_short(typed.text), "a {data}\nb") << times;
    }
}

TEST(Around, ADrawingMayBeOfAnyLength)
{
    for (const std::size_t times : {1U, 30'000U}) {
        std::string line = "M0 0";
        for (std::size_t i = 0; i < times; ++i) line += " l1 1";
        const auto typed =
            take_out_data("Sam drew <svg width=\"9\"><path d=\"" + line + "\"/></svg> at break");
        EXPECT_EQ(with_markers_short(typed.text), "Sam drew {data} at break") << times;
    }
}

/// What only begins as an address ends where it began, and takes nothing of what comes after.
TEST(Around, AddressesStandInOrderAndNoneReachesIntoAnother)
{
    std::string text;
    for (int i = 0; i < 30'000; ++i) text += "a.www.://";
    const auto addresses = addresses_in(text, {0, text.size()});
    EXPECT_GE(addresses.size(), 30'000U);
    std::size_t done = 0;
    std::size_t wrong = 0;
    for (const Address& address : addresses) {
        wrong += address.at.begin < done || address.at.end < address.at.begin ? 1U : 0U;
        done = address.at.end;
    }
    EXPECT_EQ(wrong, 0U);
    EXPECT_LE(done, text.size());
}

TEST(Around, OfManyBeginningsOnlyTheBlockThatHasABodyIsTaken)
{
    std::string beginnings;
    for (int i = 0; i < 20'000; ++i) beginnings += "-----Begin note: x\n";
    const auto typed =
        take_out_data(beginnings + "-----BEGIN KEY: x-----\nMIIB8zCCAVwCAQAwQjE\n-----END KEY-----\nb");
    EXPECT_EQ(with_markers_short(typed.text), beginnings + "{data}\nb");
}

TEST(Around, OfARowTheCellAfterAPageStaysHoweverManyDotsItHas)
{
    std::string page = "https://x.example/";
    for (int i = 0; i < 30'000; ++i) page += "zz-";
    std::string names;
    for (int i = 0; i < 20'000; ++i) names += ".jpg";
    const auto row = page + "policy.html,IMG" + names + ",DSL";
    EXPECT_EQ(take_out_data(row).text, row);
}

/// "ab.cd/" in the letters of base91 makes no address of them.
TEST(Around, WhatOnlyLooksLikeAHostHidesNothing)
{
    const auto typed = take_out_data("x.yz/aB3$dE9&kL2#mN7!pQ5.rS8*tU4^vW6(xY1)zA0~cD3@eF6+gH9_iJ2:kL5;mN8");
    EXPECT_EQ(with_markers_short(typed.text), "{data}");
}

class Kept : public testing::TestWithParam<std::string> {};

TEST_P(Kept, AsItWasTyped)
{
    const auto typed = take_out_data(GetParam());
    EXPECT_TRUE(typed.is_as_typed()) << typed.text;
    EXPECT_EQ(typed.text, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Words, Kept,
    testing::Values(
        "Begin 6 week support plan on Monday.\nSam said no.\nEnd of term review with everybody.",
        "begin 644 pupils\nWe will meet each week.\nend of plan",
        "-----Begin forwarded message-----\nDear Ms Rowe, Sam is not sleeping.\n-----End forwarded "
        "message-----",
        "-----BEGIN NOTES-----\nSam\nAsh\nKim\n-----END NOTES-----",
        "<~ Sam is fine ~> and <~ so said all of us ~>",
        "Sam said img.jpg/mp4 and v1.2/photo.jpg; ask Ms Rowe/Mr Okafor.", "Personal data:name/address,phone",
        "What data:yes/no,unsure. The data was in base64, so I asked.",
        "https://x.example/policy.html,told,IMG_1234.jpg,DSL",
        "https://x.example/policy.html,IMG_1234.jpg,DSL",
        "https://imgur.com@x.example/a and https://imgur.com:pw@x.example/b are not what they look like",
        "He saved it as <svg> or <img>, x < y > z, and wrote </svg>",
        "P1 28 27 30 25 26 22 21 20 28 27 30 25 26 22 21 20 28 27 30 25 26 22 21 20 28 27 30 25 26 22 21 20 "
        "28 27",
        "A PDF begins with %PDF-1.4 and is static, char by char {so he said} [sic]",
        "3f2b8c1e-9d47-4a6b-8f10-2c5d7e9a1b34,Smith\n7d9c1a2b-0e3f-4c5d-9a8b-7c6d5e4f3a2b,Jones\n"
        "af9c1a2b-0e3f-4c5d-9a8b-7c6d5e4f3a2c,Khan",
        "In the thread <CAFzKq5Jw+T3=3VfLw6hY0G1aXx5GQ0kE0aJqXpY8c7bTn4m1rA@mail.gmail.com> the office had "
        "rung.",
        "https://eur01.safelinks.protection.outlook.com/"
        "?url=https%3A%2F%2Fwww.gov.uk%2Fgovernment%2Fkeeping-children-safe&data=05%7C02%7Coffice%40school."
        "example"
        "%7C3f2b8c1e9d474a6b8f102c5d7e9a1b34%7C7d9c1a2b0e3f4c5d9a8b7c6d5e4f3a2b%7C0%7C0%7C638765432109876543"
        "%7CUnknown%"
        "7CTWFpbGZsb3d8eyJFbXB0eU1hcGkiOnRydWUsIlYiOiIwLjAuMDAwMCIsIlAiOiJXaW4zMiIsIkFOIjoiTWFpbCIs"
        "IldUIjoyfQ%3D%3D%7C0%7C%7C%7C&sdata=Qx7Zp0Lm4Tn9Vb2Rk6Wc8Hf3Jd5Sg1YaUeIoPqXwZrT%3D&reserved=0",
        "https://forms.office.com/Pages/"
        "ResponsePage.aspx?id=DQSIkWdsW0yxEjajBLZtrQAAAAAAAAAAAAN__abcUNFpRVlVIT0xTQkdXSjRLM1Y1WUZPWkM3Uy4u",
        "https://www.google.com/search?q=help+with+bullying&sca_esv=1234567890abcdef&gs_lp="
        "Egxnd3Mtd2l6LXNlcnAiEmhlbHAgd2l0aCBidWxseWluZzIFEAAYgAQyBRAAGIAEMgUQABiABDIFEAAYgAQyBRAAGIAEMgUQABi"
        "A"));

TEST(Around, ManyNamesOfMessagesAreNoThread)
{
    std::string thread;
    for (char c = 'a'; c < 'q'; ++c)
        thread +=
            std::string{"<CAFzKq5Jw+T3=3VfLw6hY0G1aXx5GQ0kE0aJqXpY8c7bTn4m1r"} + c + "@mail.gmail.com>\n";
    EXPECT_FALSE(take_out_data(thread).is_as_typed());
}

/// Whoever is named before "@" is not the place that the address leads to.
TEST(Around, AnAddressThatOnlyNamesAKnownPlaceIsNotOne)
{
    const std::string long_mark =
        "Egxnd3Mtd2l6LXNlcnAiEmhlbHAgd2l0aCBidWxseWluZzIFEAAYgAQyBRAAGIAEMgUQABiABDIFEAAYgAQyBRAAGIAEMg";
    for (const std::string host : {"google.com@x.example", "google.com:pw@x.example"})
        EXPECT_EQ(
            with_markers_short(take_out_data("a https://" + host + "/search?gs_lp=" + long_mark + " b").text),
            "a {long} b");
    EXPECT_TRUE(take_out_data("https://sam@google.com/search?gs_lp=" + long_mark).is_as_typed());
    EXPECT_FALSE(take_out_data("mailto:sam@google.com?body=" + long_mark).is_as_typed());
    EXPECT_FALSE(take_out_data("www.x.example//google.com/?q=" + long_mark).is_as_typed());
}

TEST(Around, ManyAddressesOfASearchAreNoSearch)
{
    std::string searches;
    for (char c = 'a'; c < 'g'; ++c)
        searches +=
            std::string{
                "https://www.google.com/search?q=help&gs_lp="
                "Egxnd3Mtd2l6LXNlcnAiEmhlbHAgd2l0aCBidWxseWluZzIFEAAYgAQyBRAAGIAEMgUQABiABDIFEAAYgAQyBRAAGIAE"
                "Mg"} +
            c + "\n";
    EXPECT_EQ(take_out_data(searches).links_taken_out, 6U);
}

/// Each was once looked through again from every place in it on, which took minutes: the limit of a test's
/// time would show that.
TEST(Around, LongTextsOfOneBeginningAfterAnotherAreReadToTheirEnd)
{
    constexpr std::size_t length = 192 << 10;
    for (const std::string piece :
         {"-\n", "<~aaaaaaaaaaaaaaa", "-----begin x\n", "begin 644 x\n", "=ybegin line=1\n", "%3csvg", "P1 #",
          "C:\\a", "http://a,.jp", ",b,a.jpg", "data : ", "%PDF-1.\n"}) {
        std::string text = piece.starts_with(',') ? "http://x.example/a.html" : "";
        while (text.size() < length) text += piece;
        text += "\nWe met on Tuesday.";
        const auto typed = take_out_data(text);
        EXPECT_TRUE(typed.text.ends_with("We met on Tuesday.")) << piece;
    }
}

}  // namespace
}  // namespace safelead::words
