// What od, hexdump and xxd print goes whatever form it has, and numbered lists that look like it stay.

#include "words/typed.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <cstdio>
#include <functional>

namespace safelead::words {
namespace {

constexpr std::size_t lines = 24;

/// Numbers that follow no order; the same on every run.
class Numbers {
public:
    std::uint32_t below(std::uint32_t end)
    {
        state_ = state_ * 1664525U + 1013904223U;
        return (state_ >> 8U) % end;
    }

private:
    std::uint32_t state_ = 11;
};

std::string formatted(const char* format, std::uint32_t number)
{
    char text[40];
    std::snprintf(text, sizeof text, format, number);
    return text;
}

/// Lines that begin with a place, and columns behind it.
std::string rows(const char* place, std::uint32_t first, std::uint32_t step, std::size_t columns,
                 const std::function<std::string()>& column)
{
    std::string text;
    for (std::uint32_t line = 0; line < lines; ++line) {
        text += formatted(place, first + line * step);
        for (std::size_t i = 0; i < columns; ++i) text += " " + column();
        text += "\n";
    }
    return text;
}

void expect_gone(const std::string& dump)
{
    const auto typed = take_out_data("Sam told me at break.\n" + dump + "Then the bell rang.\n");
    EXPECT_EQ(typed.text, "Sam told me at break.\n" + std::string{data_marker} + "\nThen the bell rang.\n");
}

void expect_same(const std::string& list)
{
    const auto typed = take_out_data("Sam told me at break.\n" + list + "Then the bell rang.\n");
    EXPECT_TRUE(typed.is_as_typed()) << typed.text.substr(0, 300);
}

TEST(Dumps, GoInEachFormOfTheirColumns)
{
    Numbers numbers;
    const auto one_of = [&](const char* format, std::uint32_t end) {
        return [&numbers, format, end] { return formatted(format, numbers.below(end)); };
    };
    expect_gone(rows("%07o", 0, 16, 8, one_of("%06o", 65'536)));
    expect_gone(rows("%07o", 0, 16, 16, one_of("%03o", 256)));
    expect_gone(rows("%07o", 4096, 16, 8, one_of("%5u", 65'536)));
    expect_gone(rows("%07d", 0, 16, 4, one_of("%u", 0xFFFFFF)));
    expect_gone(rows("%08x:", 0, 16, 4, one_of("%08x", 0xFFFFFF)));
    expect_gone(rows("%08x:", 0, 6, 6, [&] {
        std::string bits;
        for (int i = 0; i < 8; ++i) bits += numbers.below(2) == 0 ? '0' : '1';
        return bits;
    }));
    expect_gone(rows("%07x", 0, 16, 16, [&] {
        const auto byte = numbers.below(256);
        return byte > 32 && byte < 127 ? std::string(1, static_cast<char>(byte)) : formatted("%03o", byte);
    }));
}

TEST(Dumps, WordsBetweenTheirLinesStay)
{
    Numbers numbers;
    const auto dump = [&](std::uint32_t first) {
        return rows("%07o", first, 16, 8, [&] { return formatted("%06o", numbers.below(65'536)); });
    };
    const auto marker = std::string{data_marker};
    const auto first = dump(0);
    EXPECT_EQ(take_out_data(first + "he said that there is more\n" + dump(lines * 16) + "ok").text,
              marker + "\nhe said that there is more\n" + marker + "\nok");
}

TEST(Dumps, WithoutPlacesTheirWordsOfTwoBytesGo)
{
    Numbers numbers;
    std::string words = " ";
    for (int i = 0; i < 200; ++i)
        words += formatted("%06o", numbers.below(65'536)) + (i % 8 == 7 ? "\n " : " ");
    EXPECT_LT(take_out_data("Sam told me. " + words + " Then the bell rang.").text.size(), 150U);
}

TEST(Dumps, ListsWhoseNumbersRiseStay)
{
    Numbers numbers;
    const auto marks = [&] { return std::to_string(numbers.below(100)); };
    const auto sums = [&] { return std::to_string(numbers.below(100)) + ".50"; };
    expect_same(rows("%06d", 1001, 1, 3, sums));       // Receipts.
    expect_same(rows("%06d", 1, 20, 3, marks));        // Books of tickets.
    expect_same(rows("%06d", 10, 10, 5, sums));        // Articles.
    expect_same(rows("%06d", 4000, 16, 4, sums));      // Accounts.
    expect_same(rows("%06d", 90'000, 500, 3, marks));  // Times of day.
    expect_same(rows("20260%d", 901, 1, 3, marks));    // Days.
    expect_same(rows("%04d", 900, 5, 4, marks));
    std::string times;
    for (unsigned i = 0; i < 72; ++i)
        times += formatted("%02u:", 9 + i / 12) + formatted("%02u Room 4, 12 pupils\n", i % 12 * 5);
    expect_same(times);
}

}  // namespace
}  // namespace safelead::words
