#include "directory/bank_holidays.h"

#include "exchange/contacts_json.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <set>

namespace safelead::directory {
namespace {

using namespace std::chrono;

std::string text_of_file(const std::string& path)
{
    std::ifstream file{safelead::test::source_dir() + path};
    return {std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{}};
}

/// Easter Sunday, by the anonymous Gregorian algorithm.
sys_days easter(int y)
{
    const int a = y % 19;
    const int b = y / 100;
    const int c = y % 100;
    const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
    const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int n = h + l - 7 * m + 114;
    return year{y} / month{static_cast<unsigned>(n / 31)} /
           std::chrono::day{static_cast<unsigned>(n % 31 + 1)};
}

bool is_weekend(sys_days date)
{
    return weekday{date} == Saturday || weekday{date} == Sunday;
}

/// The days of a year in England and Wales, from the rules and not from the file.
std::set<Date> by_the_rules(int y)
{
    const year in{y};
    std::set<sys_days> days{easter(y) - std::chrono::days{2}, easter(y) + std::chrono::days{1},
                            sys_days{in / May / Monday[1]}, sys_days{in / May / Monday[last]},
                            sys_days{in / August / Monday[last]}};
    for (const auto fixed : {in / January / 1, in / December / 25, in / December / 26}) {
        auto observed = sys_days{fixed};
        while (is_weekend(observed) || days.contains(observed)) observed += std::chrono::days{1};
        days.insert(observed);
    }
    return {days.begin(), days.end()};
}

TEST(BankHolidaysFile, HoldsExactlyWhatTheRulesGive)
{
    const auto read = exchange::parse_bank_holidays(
        "bank-holidays.json", text_of_file("/guidance/local/england/bank-holidays.json"));
    ASSERT_TRUE(read);
    const BankHolidays holidays{read->days};
    std::set<Date> in_file;
    for (const auto& day : read->days) in_file.insert(day.date);
    std::set<Date> expected;
    for (int y = 2024; y <= 2028; ++y) expected.merge(by_the_rules(y));

    EXPECT_EQ(in_file, expected);
    EXPECT_TRUE(holidays.knows(year{2028}));
    EXPECT_FALSE(holidays.knows(year{2029}));
    EXPECT_EQ(holidays.name_of(year{2026} / 12 / 28), "Boxing Day (substitute day)");
}

TEST(BankHolidaysFile, SaysThatNobodyHasCheckedIt)
{
    const auto read = exchange::parse_bank_holidays(
        "bank-holidays.json", text_of_file("/guidance/local/england/bank-holidays.json"));
    ASSERT_TRUE(read);
    EXPECT_EQ(read->verified_on, std::nullopt);
    EXPECT_NE(read->source.find("not yet compared"), std::string::npos);
}

}  // namespace
}  // namespace safelead::directory
