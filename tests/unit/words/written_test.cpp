// How words of other languages and from other programs are written: none of it is data, and what is hidden in
// the same way goes.

#include "words/typed.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>

namespace safelead::words {
namespace {

constexpr std::string_view no_width = "\u200b";

std::string times(std::string_view text, std::size_t count)
{
    std::string all;
    for (std::size_t i = 0; i < count; ++i) all += text;
    return all;
}

bool stays(const std::string& text)
{
    return take_out_data(text).is_as_typed();
}

TEST(Written, SpacesOfNoWidthBetweenWordsThatHaveNoOthersStay)
{
    // clang-format off: it breaks such text within its letters, and elsewhere each time.
    for (const std::string_view said :
         {"សិស្ស​ម្នាក់​បាន​មក​រក​ខ្ញុំ​ហើយ​ប្រាប់​ថា​មាន​រូប​មួយ​ត្រូវ​បាន​គេ​ចែក​រំលែក​ក្នុង​ក្រុម​។ ",
          "นักเรียน​คน​หนึ่ง​มา​หา​ฉัน​และ​บอก​ว่า​มี​คน​ส่ง​ภาพ​ใน​กลุ่ม​แชท ",
          "ကျောင်းသူ​တစ်ယောက်​က ကျွန်မ​ကို လာ​ပြော​ပါ​တယ်။ ပုံ​တစ်​ပုံ​ကို အုပ်စု​ထဲ​မှာ မျှဝေ​ခဲ့​တယ်​လို့ "})
        // clang-format on
        EXPECT_TRUE(stays(times(said, 12))) << said;
}

TEST(Written, SpacesOfNoWidthThatSayMoreGo)
{
    constexpr std::string_view thai[] = {"น", "ก", "ร", "ค", "ม", "ส"};
    std::string bits;
    std::string twice;
    std::uint32_t state = 3;
    for (std::size_t i = 0; i < 600; ++i) {
        state = state * 1664525U + 1013904223U;
        const auto letter = thai[i % 6];
        bits += std::string{letter} + ((state >> 30U) % 2 == 0 ? std::string{no_width} : "");
        twice += std::string{letter} + std::string{letter} + times(no_width, 1 + (state >> 30U) % 2);
    }
    EXPECT_FALSE(stays(bits));
    EXPECT_FALSE(stays(twice));
}

/// As `json.dumps` writes each character.
std::string escaped(std::u16string_view text)
{
    std::string written;
    for (const char16_t unit : text) {
        char one[8];
        std::snprintf(one, sizeof one, "\\u%04x", static_cast<unsigned>(unit));
        written += one;
    }
    return written;
}

/// As Instagram does: each byte of it.
std::string escaped_bytes(std::string_view text)
{
    std::string written;
    for (const char byte : text) {
        char one[8];
        std::snprintf(one, sizeof one, "\\u00%02x", static_cast<unsigned>(static_cast<unsigned char>(byte)));
        written += one;
    }
    return written;
}

TEST(Written, WordsThatAreEscapedAsInJsonStay)
{
    EXPECT_TRUE(stays(
        "{\"note\": \"" +
        escaped(
            u"山姆在第四节课结束时来找我，说有人在群聊里分享了一张图片。我听了他说的话，没有看任何设备。") +
        "\"}"));
    EXPECT_TRUE(
        stays(escaped(u"جاء") + " " + escaped(u"سام") + " " + escaped(u"إليّ في نهاية الحصة الرابعة")));
    EXPECT_TRUE(stays("\"lol " + times(escaped(u"😂"), 40) + "\""));
    EXPECT_TRUE(stays("\"content\": \"wtf " + times(escaped_bytes("😂"), 40) + "\""));
    EXPECT_TRUE(stays(times(
        "d" + escaped(u"é") + "j" + escaped(u"à") + " " + escaped(u"à") + " l'" + escaped(u"é") + "cole ",
        20)));
}

TEST(Written, BytesThatAreEscapedGo)
{
    std::string bytes;
    std::string cells;
    std::uint32_t state = 3;
    for (std::size_t i = 0; i < 300; ++i) {
        state = state * 1664525U + 1013904223U;
        const auto one = escaped_bytes(std::string(1, static_cast<char>(state >> 24U)));
        bytes += one;
        cells += "\"" + one + "\", ";
    }
    for (const std::string& data : {bytes, cells, "\\u00ff\\u00d8" + bytes}) {
        const auto typed = take_out_data("Sam told me. " + data + " Then the bell rang.");
        EXPECT_LT(typed.text.size(), 200U) << typed.text;
    }
}

TEST(Written, WhatIsHiddenInEscapedWordsGoesAndTheWordsAroundThemStay)
{
    std::u16string hidden;
    for (int i = 0; i < 80; ++i) hidden += i % 3 == 0 ? u"\u200b" : u"\u200c";
    const auto typed =
        take_out_data("{\"a\": \"Sam told me\", \"b\": \"" + escaped(hidden) + "\", \"c\": \"caf\\u00e9\"}");
    EXPECT_EQ(typed.text,
              "{\"a\": \"Sam told me\", \"b\": \"" + std::string{data_marker} + "\", \"c\": \"caf\\u00e9\"}");
    EXPECT_EQ(take_out_data("see \\u0068ttps:\\u002f\\u002fx.example\\u002fa.jpg now").links_taken_out, 1U);
}

TEST(Written, RowsWhoseLastCellsAreEmptyStay)
{
    EXPECT_TRUE(stays("Name\tForm\tNotes\tA\tB\n" + times("Sam\t9A\t \t \t \n", 40)));
    EXPECT_TRUE(stays("Name\tForm\tA\tB\tC\n" + times("Sam\t9A\t \t\t \t\nDina\t9A\tlate\t \t \t\n", 40)));
    std::string bits;
    for (unsigned i = 0; i < 80; ++i) {
        bits += "Word";
        for (unsigned bit = 0; bit < 8; ++bit) bits += (i * 37 >> bit) % 2 == 0 ? ' ' : '\t';
        bits += '\n';
    }
    EXPECT_FALSE(stays(bits));
}

std::string letters_of_base64(std::size_t count, std::uint32_t& state)
{
    static constexpr std::string_view alphabet =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    std::string letters;
    for (std::size_t i = 0; i < count; ++i) {
        state = state * 1664525U + 1013904223U;
        letters += alphabet[state >> 26U];
    }
    return letters;
}

TEST(Written, WhatLinksAskForIsLimitedAndAmongWordsItIsNot)
{
    std::uint32_t state = 3;
    std::string queries;
    std::string fragments;
    std::string films;
    std::string chat;
    for (int i = 0; i < 300; ++i) {
        queries += "https://docs.example/d?id=" + letters_of_base64(40, state) + "\n";
        fragments += "https://docs.example/d#" + letters_of_base64(40, state) + "\n";
        films += "09:14 https://www.youtube.com/watch?v=" + letters_of_base64(11, state) + "\n";
        chat += times("[02/11/2026, 09:14] Sam: mum said that we should meet by the hall after lunch\n", 12) +
                "[02/11/2026, 09:15] Kit: https://youtu.example/?si=" + letters_of_base64(16, state) + "\n";
    }
    EXPECT_LT(take_out_data(queries).text.size(), 500U);
    EXPECT_LT(take_out_data(fragments).text.size(), 500U);
    EXPECT_TRUE(stays(films));
    EXPECT_TRUE(stays(chat));
    EXPECT_TRUE(stays(queries.substr(0, 20 * 67)));
}

}  // namespace
}  // namespace safelead::words
