// Numbers that are marks stay, and numbers that are bytes or points go.

#include "words/typed.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdint>
#include <functional>

namespace safelead::words {
namespace {

/// Numbers in no order; the same on every run.
class Numbers {
public:
    unsigned below(unsigned limit)
    {
        state_ = state_ * 6364136223846793005U + 1442695040888963407U;
        return static_cast<unsigned>(state_ >> 40U) % limit;
    }

private:
    std::uint64_t state_ = 5;
};

/// 20 marks for each of 180 pupils, in rows that begin as `named` says.
std::string table_of_marks(char between, const std::function<std::string(unsigned)>& named)
{
    Numbers numbers;
    std::string table = "Pupil";
    for (int task = 1; task <= 20; ++task) table += between + ("Task " + std::to_string(task));
    for (unsigned pupil = 0; pupil < 180; ++pupil) {
        table += '\n' + named(pupil);
        for (int task = 0; task < 20; ++task) table += between + std::to_string(numbers.below(101));
    }
    return table + '\n';
}

/// "Abe Bace": of as many letters as names have.
std::string name_of(unsigned pupil)
{
    const auto name = [](unsigned number) {
        constexpr std::string_view consonants = "bdfklmnprst";
        constexpr std::string_view vowels = "aeiou";
        std::string letters;
        letters += static_cast<char>('A' + number % 26);
        letters += vowels[number % 5];
        letters += consonants[number % 11];
        letters += vowels[number / 5 % 5];
        return letters;
    };
    return name(pupil) + ' ' + name(pupil * 7 + 3);
}

void expect_kept(const std::string& table)
{
    const auto typed = take_out_data(table);
    EXPECT_TRUE(typed.is_as_typed() && typed.text == table)
        << table.substr(280, 80) << "...: " << typed.text.substr(0, 400);
}

TEST(Even, ATableOfMarksStaysAsItIs)
{
    for (const char between : {',', '\t', ';'}) {
        const auto by_name = table_of_marks(between, name_of);
        expect_kept(by_name);
        const auto by_surname =
            table_of_marks(between, [](unsigned pupil) { return name_of(pupil).substr(5); });
        expect_kept(by_surname);
        const auto by_number =
            table_of_marks(between, [](unsigned pupil) { return "Pupil " + std::to_string(pupil + 1); });
        expect_kept(by_number);
        expect_kept(table_of_marks(between, [](unsigned pupil) { return std::to_string(pupil + 1); }));
    }
}

std::string list_of(std::size_t count, const std::function<std::string(std::size_t)>& one)
{
    std::string list;
    for (std::size_t i = 0; i < count; ++i) list += one(i);
    return list;
}

void expect_taken(const std::string& list, std::string_view what)
{
    const auto typed = take_out_data("Sam told me at break. " + list + " Then the bell rang.");
    EXPECT_TRUE(typed.text.starts_with("Sam told me at break.")) << what;
    EXPECT_TRUE(typed.text.ends_with("Then the bell rang.")) << what;
    // Ends that fill no window of their own may be left.
    EXPECT_LT(typed.text.size(), 200 + list.size() / 8) << what << ": " << typed.text.substr(0, 400);
}

TEST(Even, BytesInDecimalGo)
{
    for (const std::string between : {",", "\t", " ", "\n"}) {
        Numbers numbers;
        expect_taken(list_of(600, [&](std::size_t) { return std::to_string(numbers.below(256)) + between; }),
                     "bytes by '" + between + "'");
        expect_taken(list_of(600,
                             [&](std::size_t i) {
                                 return (i % 16 == 0 ? "\nrow " + between : "") +
                                        std::to_string(numbers.below(256)) + between;
                             }),
                     "bytes in rows by '" + between + "'");
    }
}

/// Points of a picture, each near to the one before it.
TEST(Even, PointsOfAPictureGo)
{
    Numbers numbers;
    unsigned point = 90;
    const auto next = [&] {
        point = std::min(255U, std::max(20U, point + numbers.below(9)) - 4);
        return std::to_string(point);
    };
    expect_taken(list_of(3600, [&](std::size_t) { return next() + " "; }), "points");
    expect_taken(list_of(3600, [&](std::size_t) { return "Mark: " + next() + "\n"; }), "points as marks");
}

/// A word may have many signs after it, and a piece may be nothing but signs.
TEST(Even, BesideDataWordsWithManySignsStay)
{
    constexpr std::string_view signs =
        "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";
    Numbers numbers;
    const auto data = list_of(200'000, [&](std::size_t) {
        return std::string(1, signs[numbers.below(static_cast<unsigned>(signs.size()))]);
    });
    const std::string many(20, '!');
    const std::string before = "Sam said Stop" + many + " Please" + many + " ";
    const std::string after = " Stop" + many + " Please" + many + " " + std::string(200'000, '!') + " bell.";
    const auto typed = take_out_data(before + data + after);
    EXPECT_TRUE(typed.text.starts_with(before)) << typed.text.substr(0, 200);
    EXPECT_TRUE(typed.text.ends_with(after)) << typed.text.substr(0, 200);
    EXPECT_FALSE(typed.is_as_typed());
}

}  // namespace
}  // namespace safelead::words
