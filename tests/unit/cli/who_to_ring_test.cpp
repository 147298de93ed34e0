#include "cli/who_to_ring.h"

#include "cli/exit_codes.h"
#include "support/source_dir.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <sstream>

namespace safelead::cli {
namespace {

struct Answer {
    int code;
    std::string out;
    std::string err;
};

Answer ask(const std::string& at, const std::string& area, Output output)
{
    static const auto guidance = app::read_local_guidance(safelead::test::source_dir() + "/guidance").value();
    const auto now = directory::parse_wall_time("2026-11-23T18:40").value();
    std::ostringstream out;
    std::ostringstream err;
    const WhoToRing options{at, area, output};
    const auto code = who_to_ring(options, guidance, now, out, err);
    return {code, out.str(), err.str()};
}

TEST(WhoToRingCommand, AnswersForNowInTheOnlyArea)
{
    const auto answer = ask("", "", Output::words);
    EXPECT_EQ(answer.code, exit_done);
    EXPECT_NE(answer.out.find("Who to ring at 23 November 2026, 6:40pm"), std::string::npos);
    EXPECT_LT(answer.out.find("999"), answer.out.find("0113 535 0600"));
    EXPECT_LT(answer.out.find("0113 535 0600"), answer.out.find("0113 376 0336"));
    EXPECT_NE(answer.out.find("No person has checked this yet."), std::string::npos);
    EXPECT_EQ(answer.err, "");
}

TEST(WhoToRingCommand, WritesJsonForPrograms)
{
    const auto answer = ask("2026-11-23T10:00", "leeds", Output::json);
    EXPECT_EQ(answer.code, exit_done);
    const auto json = nlohmann::json::parse(answer.out);
    EXPECT_EQ(json.at("at"), "2026-11-23T10:00");
    EXPECT_EQ(json.at("contacts").at(0).at("telephone").at("dial"), "999");
    EXPECT_EQ(json.at("contacts").at(1).at("id"), "leeds-duty-and-advice");
    EXPECT_EQ(json.at("contacts").at(1).at("closes"), "2026-11-23T17:00");
    EXPECT_TRUE(json.at("contacts").at(1).at("verified_on").is_null());
}

TEST(WhoToRingCommand, SaysWhatIsWrongAndPrintsNothingElse)
{
    const auto time = ask("tomorrow", "leeds", Output::words);
    EXPECT_EQ(time.code, exit_wrong_use);
    EXPECT_EQ(time.out, "");
    EXPECT_EQ(time.err, "\"tomorrow\" is not a time: write it like 2026-11-23T18:40.\n");
    const auto area = ask("", "atlantis", Output::json);
    EXPECT_EQ(area.code, exit_wrong_use);
    EXPECT_EQ(area.out, "");
    EXPECT_NE(area.err.find("leeds"), std::string::npos);
}

TEST(WhoToRingCommand, SaysWhenItDoesNotKnowTheBankHolidays)
{
    EXPECT_NE(ask("2031-01-01T10:00", "leeds", Output::words).out.find("are not known here"),
              std::string::npos);
}

}  // namespace
}  // namespace safelead::cli
