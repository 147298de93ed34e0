#include "exchange/csv_writing.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

std::string line(const std::vector<std::string>& cells)
{
    std::string csv;
    add_csv_line(csv, cells);
    return csv;
}

TEST(Csv, BeginsWithItsMarkAndItsColumns)
{
    EXPECT_EQ(csv_begin({"time_utc", "person"}), "\xEF\xBB\xBF\"time_utc\",\"person\"\r\n");
}

TEST(Csv, KeepsCommasQuotesLinesAndNoCellAtAll)
{
    EXPECT_EQ(line({"a,b", R"(said "no")", "one\ntwo", ""}),
              "\"a,b\",\"said \"\"no\"\"\",\"one\ntwo\",\"\"\r\n");
    EXPECT_EQ(line({}), "\r\n");
}

TEST(Csv, LetsNoCellBeAFormula)
{
    for (const std::string cell :
         {"=1+1", "+44 1632 960001", "-2", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "  =1",
          "\xEF\xBC\x9D"
          "1",
          "\xEF\xBC\xA0"
          "x"})
        EXPECT_TRUE(line({cell}).starts_with("\"'" + cell)) << cell;
    for (const std::string cell : {"Zoë Marsh", "2026-11-23", "a=b", "'quoted'", "—", ""})
        EXPECT_EQ(line({cell}), "\"" + cell + "\"\r\n");
}

}  // namespace
}  // namespace safelead::exchange
