#include "words/typed.h"

#include <gtest/gtest.h>

#include <cstdint>

namespace safelead::words {
namespace {

/// Bytes that look like nothing in particular; the same on every run.
std::string noise(std::size_t size)
{
    std::uint32_t state = 7;
    std::string bytes;
    for (std::size_t i = 0; i < size; ++i) {
        state = state * 1664525U + 1013904223U;
        bytes += static_cast<char>(state >> 24U);
    }
    return bytes;
}

std::string base64(const std::string& bytes)
{
    static constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string text;
    for (std::size_t i = 0; i + 2 < bytes.size(); i += 3) {
        const auto group = (static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i])) << 16U) |
                           (static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i + 1])) << 8U) |
                           static_cast<std::uint32_t>(static_cast<unsigned char>(bytes[i + 2]));
        for (const unsigned shift : {18U, 12U, 6U, 0U}) text += alphabet[(group >> shift) & 63U];
    }
    return text;
}

std::string cut_every(const std::string& text, std::size_t length, const std::string& by)
{
    std::string pieces;
    for (std::size_t i = 0; i < text.size(); i += length) pieces += text.substr(i, length) + by;
    return pieces;
}

std::string numbers(const char* format, const char* between, std::size_t count = 64)
{
    std::string list;
    for (const char c : noise(count)) {
        char one[16];
        std::snprintf(one, sizeof one, format, static_cast<unsigned>(static_cast<unsigned char>(c)));
        list += one;
        list += between;
    }
    return list;
}

class Carrying : public testing::TestWithParam<std::string> {};

TEST_P(Carrying, IsTakenOutAndTheWordsAroundItStay)
{
    const auto typed = take_out_data("Sam told me at break. " + GetParam() + " Then the bell rang.");
    EXPECT_FALSE(typed.is_as_typed());
    EXPECT_TRUE(typed.text.starts_with("Sam told me at break.")) << typed.text;
    EXPECT_TRUE(typed.text.ends_with("Then the bell rang.")) << typed.text;
    EXPECT_LT(typed.text.size(), 150U) << typed.text;
}

INSTANTIATE_TEST_SUITE_P(
    Ways, Carrying,
    testing::Values("data:image/png;base64," + base64(noise(30)), "DATA:image/svg+xml,%3Csvg%3E%3C/svg%3E",
                    base64(noise(300)), cut_every(base64(noise(300)), 76, "\r\n"),
                    cut_every(base64(noise(300)), 4, " "), cut_every(base64(noise(300)), 10, "\n"),
                    cut_every(base64(noise(300)), 1, "\xE2\x80\x8B"),
                    cut_every(base64(noise(300)), 20, "\xC2\xAD"), numbers("%02x", ""), numbers("%02x", " "),
                    numbers("%02X", ":"), numbers("0x%02x", ", "), numbers("%u", ",", 200),
                    numbers("%u", ", ", 200), numbers("%%%02X", ""), numbers("=%02X", ""),
                    numbers("\\x%02x", ""), "\nbegin 644 picture\n#0V%T\n#0V%T\n#0V%T\n`\nend\n",
                    "<~9jqo^BlbD-BleB1DJ+*+F(f,q/0JhKF<GL>~>", "https://pictures.example/a/b.jpg",
                    "www.pictures.example/x.PNG?size=large", "https://pictures.example/show?file=a.mp4&x=1",
                    "pictures.example/a.webp"));

class Words : public testing::TestWithParam<std::string> {};

TEST_P(Words, StayExactlyAsTheyWereTyped)
{
    const auto typed = take_out_data(GetParam());
    EXPECT_TRUE(typed.is_as_typed()) << typed.text;
    EXPECT_EQ(typed.text, GetParam());
}

INSTANTIATE_TEST_SUITE_P(
    Kinds, Words,
    testing::Values(
        "", "An image was shared in the year 9 group chat. Sam says \"I never said they could\".",
        "Noooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooooo!!!!!",
        "Their account is @sam_r33d.2010 on that app, and another: xX_DragonSlayer2009_Xx.",
        "Ring 0113 496 0123 or 07700 900123, ext. 12; UPN B801200005001; ref C-7K3M-9QXD; 14/11/2026 10:15.",
        "See https://www.example.org/safeguarding/what-to-do?topic=sharing&stage=first#next for the policy.",
        "Dyma nodyn yn Gymraeg: soniodd y disgybl wrthyf fod llun wedi'i rannu. "
        "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogoch.",
        "\xD0\xA0\xD0\xB5\xD0\xB1\xD1\x91\xD0\xBD\xD0\xBE\xD0\xBA "
        "\xD1\x80\xD0\xB0\xD1\x81\xD1\x81\xD0\xBA\xD0\xB0\xD0\xB7\xD0\xB0\xD0\xBB \xD0\xBC\xD0\xBD\xD0\xB5 "
        "\xD0\xBE\xD0\xB1 \xD1\x8D\xD1\x82\xD0\xBE\xD0\xBC.",
        "\xD9\x82\xD8\xA7\xD9\x84 \xD9\x84\xD9\x8A \xD8\xA7\xD9\x84\xD8\xB7\xD9\x81\xD9\x84 "
        "\xD8\xB0\xD9\x84\xD9\x83.",
        "Periods 1 2 3 4 5 6 and rooms 10 11 12 13; marks 55, 60, 72, 80, 91, 44, 38, 67.",
        "The child said: data: I don't have any. begin 6 weeks ago, it ended. <~ tired ~>",
        "picture.jpg was the name they used; also .png and .mp4 files in general",
        "e-mail: dsl@school.example, head.teacher+safeguarding@a-very-long-school-name.sch.example",
        "\xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9\xE2\x80\x8D\xF0\x9F\x91\xA7 family, "
        "\xE2\x80\x9Cquoted\xE2\x80\x9D \xE2\x80\x93 dashes\xE2\x80\xA6"));

TEST(Typed, SaysHowMuchOfEachWasTakenOut)
{
    const auto typed =
        take_out_data("a https://p.example/1.jpg b https://p.example/2.gif c " + base64(noise(200)));
    EXPECT_EQ(typed.links_taken_out, 2U);
    EXPECT_EQ(typed.data_taken_out, 1U);
}

TEST(Typed, OnceCleanedStaysAsItIs)
{
    const auto once = take_out_data("x " + base64(noise(400)) + " https://p.example/1.jpg y");
    EXPECT_TRUE(take_out_data(once.text).is_as_typed()) << once.text;
}

TEST(Typed, KeepsALineOfTheWordBeginAndBlanks)
{
    for (const std::string said : {"begin ", "We met.\nBegin  \nat nine.\n", "BEGIN \t\n"})
        EXPECT_EQ(take_out_data(said).text, said);
}

}  // namespace
}  // namespace safelead::words
