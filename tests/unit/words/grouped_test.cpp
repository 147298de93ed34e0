// Data in every alphabet, cut every way and with anything between: all of it goes, and the words before and
// after stay. Bytes enough for the smallest of pictures; less than about 300 may stay.

#include "words/typed.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

namespace safelead::words {
namespace {

constexpr std::string_view before = "Sam told me that an image was shared. ";
constexpr std::string_view after = " Then the bell rang and we went to the office.";

/// Bytes that look like nothing in particular; the same on every run.
class Noise {
public:
    unsigned byte()
    {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<unsigned>(state_ >> 56U);
    }

private:
    std::uint64_t state_ = 11;
};

/// As many letters of `alphabet` as hold 600 bytes.
std::string written_in(std::string_view alphabet, std::size_t letters)
{
    Noise noise;
    std::string text;
    while (text.size() < letters) {
        const unsigned byte = noise.byte();
        if (byte < 256 / alphabet.size() * alphabet.size()) text += alphabet[byte % alphabet.size()];
    }
    return text;
}

constexpr std::string_view base64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
constexpr std::string_view base85 =
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";

struct Alphabet {
    std::string_view name;
    std::string_view letters;
    std::size_t length;
};

const std::array alphabets{
    Alphabet{"noughts and ones", "01", 4800},
    Alphabet{"octal", "01234567", 1600},
    Alphabet{"digits", "0123456789", 1445},
    Alphabet{"hexadecimal", "0123456789abcdef", 1200},
    Alphabet{"hexadecimal in capitals", "0123456789ABCDEF", 1200},
    Alphabet{"letters for hexadecimal", "abcdefghijklmnop", 1200},
    Alphabet{"the alphabet", "abcdefghijklmnopqrstuvwxyz", 1022},
    Alphabet{"base32", "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", 960},
    Alphabet{"base32 in small letters", "abcdefghijklmnopqrstuvwxyz234567", 960},
    Alphabet{"base36", "0123456789abcdefghijklmnopqrstuvwxyz", 929},
    Alphabet{"base58", "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz", 820},
    Alphabet{"base64", base64, 800}};

const std::array<std::string_view, 16> between{
    " ", "\n", ".",   ". ",       ":",  ", ",   "? ", "\xC2\xB7", " \xE2\x80\xA2 ", "\xE2\x80\x93",
    "-", "/",  " + ", "\nMark: ", "\t", "\" \""};

/// In pieces of `length`; of one to three letters in turn if it is 0.
std::string cut(std::string_view text, std::size_t length, std::string_view by)
{
    std::string pieces;
    std::size_t size = length;
    for (std::size_t i = 0; i < text.size(); i += size) {
        if (length == 0) size = 1 + (i * 7 + i / 5) % 3;
        pieces += pieces.empty() ? "" : by;
        pieces += text.substr(i, size);
    }
    return pieces;
}

/// Of what stood in the middle, less than a fifth is left: ends that fill no window of their own.
void expect_gone(const std::string& middle, std::string_view what)
{
    const auto typed = take_out_data(std::string{before} + middle + std::string{after});
    EXPECT_FALSE(typed.is_as_typed()) << what << ": " << middle.substr(0, 80);
    EXPECT_TRUE(typed.text.starts_with(before.substr(0, 20))) << what << ": " << typed.text.substr(0, 300);
    EXPECT_TRUE(typed.text.ends_with(after.substr(after.size() - 20))) << what << ": " << typed.text;
    EXPECT_LT(typed.text.size(), before.size() + after.size() + data_marker.size() + 20 + middle.size() / 5)
        << what << ": " << typed.text;
}

TEST(Grouped, InPiecesOfAnyLengthWithAnythingBetween)
{
    for (const auto& [name, letters, length] : alphabets) {
        const auto text = written_in(letters, length);
        for (const auto by : between)
            for (const std::size_t size : {0U, 1U, 2U, 3U, 4U, 5U, 6U, 7U, 8U, 9U, 10U, 11U, 12U, 32U, 60U})
                expect_gone(cut(text, size, by), std::string{name} + " in " + std::to_string(size) + " by '" +
                                                     std::string{by} + "'");
    }
}

TEST(Grouped, WithSignsInTheAlphabet)
{
    const auto text = written_in(base85, 750);
    for (const std::string_view by : {" ", "\n", "\t", "\xE3\x80\x81"})
        for (const std::size_t size : {1U, 3U, 5U, 6U, 7U, 12U, 40U})
            expect_gone(cut(text, size, by), "base85 in " + std::to_string(size));
}

TEST(Grouped, InLinesThatAreNumbered)
{
    const auto text = written_in(base64, 1200);
    for (const std::size_t size : {4U, 6U, 8U, 20U}) {
        std::string lines;
        for (std::size_t i = 0; i < text.size(); i += size)
            lines += "\n" + std::to_string(i / size + 1) + ". " + text.substr(i, size);
        expect_gone(lines, "numbered lines of " + std::to_string(size));
    }
}

TEST(Grouped, InASentenceThatComesAgainAndAgain)
{
    const auto text = written_in(base64, 1200);
    std::string sentences;
    for (std::size_t i = 0; i < text.size(); i += 11)
        sentences += "\nAsh gave " + text.substr(i, 11) + " back to them at noon.";
    expect_gone(sentences, "sentences");
}

TEST(Grouped, OverManyLinksAndAddresses)
{
    const auto text = written_in(base64.substr(0, 62), 8000);
    std::string links;
    std::string addresses;
    for (std::size_t i = 0; i < text.size(); i += 50) links += "\nhttps://a.example/" + text.substr(i, 50);
    for (std::size_t i = 0; i < text.size(); i += 20)
        addresses += "\n" + text.substr(i, 20) + "@school.example";
    expect_gone(links, "links");
    expect_gone(addresses, "addresses");
}

TEST(Grouped, AsNumbersForBytes)
{
    const std::vector<std::pair<std::string_view, std::function<std::string(unsigned)>>> ways{
        {"decimal", [](unsigned byte) { return std::to_string(byte); }},
        {"signed",
         [](unsigned byte) { return std::to_string(static_cast<int>(static_cast<std::int8_t>(byte))); }},
        {"a thousand more", [](unsigned byte) { return std::to_string(byte + 1000); }},
        {"octal",
         [](unsigned byte) {
             std::string digits = "0o";
             for (const unsigned shift : {6U, 3U, 0U})
                 digits += static_cast<char>('0' + ((byte >> shift) & 7U));
             return digits;
         }},
        {"a dollar before",
         [](unsigned byte) {
             constexpr std::string_view hex = "0123456789ABCDEF";
             return std::string{"$"} + hex[byte >> 4U] + hex[byte & 15U];
         }},
        {"an h after", [](unsigned byte) {
             constexpr std::string_view hex = "0123456789ABCDEF";
             return std::string{hex[byte >> 4U]} + hex[byte & 15U] + "h";
         }}};
    for (const auto& [name, way] : ways)
        for (const auto by : between) {
            Noise noise;
            std::string list;
            for (int i = 0; i < 600; ++i) list += (i == 0 ? "" : std::string{by}) + way(noise.byte());
            expect_gone(list, std::string{name} + " by '" + std::string{by} + "'");
        }
}

TEST(Grouped, AsAddressesOfMachinesPairsAndObjects)
{
    Noise noise;
    std::string machines;
    std::string pairs;
    std::string objects = "[";
    for (int i = 0; i < 600; ++i) {
        machines += std::to_string(noise.byte()) + (i % 4 == 3 ? "\n" : ".");
        pairs += std::to_string(noise.byte() * 256 + noise.byte()) + " ";
        objects += "{\"i\": " + std::to_string(i) + ", \"v\": " + std::to_string(noise.byte()) + "}, ";
    }
    expect_gone(machines, "addresses of machines");
    expect_gone(pairs, "two bytes in one number");
    expect_gone(objects + "]", "objects");
}

TEST(Grouped, WhatIsTooShortForAPictureMayStay)
{
    for (const std::string_view words :
         {"The code was 3fa 9b2 77c 01d e8a 4f4 and the other b2c.",
          "Marks: 12, 200, 7, 133, 250, 64, 91, 18.", "He read out 01101101 01100101 01100101 01110100.",
          "Her keys: MFRGG ZDFMZ TWQ2L KNNWG C3TH."}) {
        const auto typed = take_out_data(words);
        EXPECT_TRUE(typed.is_as_typed()) << typed.text;
    }
}

}  // namespace
}  // namespace safelead::words
