#include "exchange/arrangements_json.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace safelead::exchange {
namespace {

using directory::Deadline;

constexpr const char* doors = R"({
  "area": "hill", // made up
  "front_doors": [
    {
      "id": "door", "name": "Refer a child", "when": "A child who lives here.",
      "contact": "line", "otherwise": "night",
      "steps": ["Ring first."], "say": ["Where each child is now."],
      "sources": [{"tag": "seen", "where": "a page"}],
      "seen_on": null, "verified_on": null, "review_by": "2027-01-01"
    }
  ]
})";

constexpr const char* times = R"({
  "area": "hill",
  "timescales": [
    {
      "id": "form", "what": "The form has been sent.", "who": "Whoever referred",
      "deadline": "hours 24", "counted_from": "the call", "step": "contact-form",
      "sources": [{"tag": "seen", "where": "a page"}],
      "seen_on": "2026-11-23", "verified_on": null, "review_by": "2027-01-01"
    }
  ]
})";

std::string with(std::string text, const std::string& part, const std::string& instead)
{
    const auto at = text.find(part);
    if (at == std::string::npos) throw std::runtime_error{"the part to replace is not there"};
    return text.replace(at, part.size(), instead);
}

directory::Contacts contacts()
{
    directory::Contacts all;
    for (const auto& [id, area] : {std::pair{"line", "hill"}, {"night", "england"}, {"far", "valley"}}) {
        all.all.push_back(
            {directory::ContactId{id}, id, "", {}, "", "", "", {}, {}, area, {}, {}, {}, {}, {}, {}});
    }
    return all;
}

std::string said_of_doors(const std::string& part, const std::string& instead)
{
    const auto read = parse_front_doors("front-doors.json", with(doors, part, instead), "hill", contacts());
    return read ? "" : words(read.error());
}

std::string said_of_times(const std::string& part, const std::string& instead)
{
    const auto read = parse_timescales("timescales.json", with(times, part, instead), "hill");
    return read ? "" : words(read.error());
}

TEST(ParseFrontDoors, ReadsOneWithItsContactsAndGrounds)
{
    const auto read = parse_front_doors("front-doors.json", doors, "hill", contacts());
    ASSERT_TRUE(read) << words(read.error());
    ASSERT_EQ(read->size(), 1U);
    const auto& door = read->front();
    EXPECT_EQ(door.contact, directory::ContactId{"line"});
    EXPECT_EQ(door.otherwise, directory::ContactId{"night"});
    EXPECT_EQ(door.steps, std::vector<std::string>{"Ring first."});
    EXPECT_EQ(directory::words(door.grounds.sources), "seen, a page");
    EXPECT_EQ(directory::checked_words(door.grounds, *parse_date("2026-11-24")),
              "No person has checked this yet.");
}

TEST(ParseFrontDoors, RefusesContactsThatAreNotThereOrAreAnothersAreas)
{
    EXPECT_EQ(said_of_doors("\"line\"", "\"nobody\""),
              "front-doors.json:6: front_doors[0].contact: is no contact of any contacts.json.");
    EXPECT_EQ(said_of_doors("\"night\"", "\"far\""),
              "front-doors.json:6: front_doors[0].otherwise: is a contact of valley, not of this area.");
}

TEST(ParseFrontDoors, RefusesWhatIsNotSaidOrNotKnown)
{
    EXPECT_EQ(said_of_doors("[\"Ring first.\"]", "[]"),
              "front-doors.json:7: front_doors[0].steps: is empty: say what to do.");
    EXPECT_EQ(said_of_doors("[{\"tag\": \"seen\", \"where\": \"a page\"}]", "[]"),
              "front-doors.json:8: front_doors[0].sources: is empty: say where this comes from.");
    EXPECT_EQ(said_of_doors("\"say\"", "\"says\""),
              "front-doors.json:7: front_doors[0].says: is not a field that is known here.");
    EXPECT_EQ(said_of_doors("\"hill\"", "\"valley\""),
              "front-doors.json:2: area: is not \"hill\", the folder it is in.");
}

TEST(ParseTimescales, ReadsAClockOfAReferralAndRefusesOneThatIsNotKnownOrIsThereTwice)
{
    const std::string step = "\"step\": \"contact-form\"";
    const auto read =
        parse_timescales("timescales.json", with(times, step, "\"clock\": \"answered-by-police\""), "hill");
    ASSERT_TRUE(read) << words(read.error());
    EXPECT_EQ(read->front().clock, "answered-by-police");
    EXPECT_NE(said_of_times(step, "\"clock\": \"soon\"").find("timescales[0].clock: is no clock"),
              std::string::npos);
    const std::string whole = with(times, step, "\"clock\": \"answered\"");
    const auto from = whole.find("    {");
    const auto one = whole.substr(from, whole.find("    }\n  ]") + 5 - from);
    const auto twice = with(whole, one, one + "," + with(one, "\"form\"", "\"another\""));
    const auto refused = parse_timescales("timescales.json", twice, "hill");
    ASSERT_FALSE(refused);
    EXPECT_NE(words(refused.error()).find("clock: has a time of its own twice"), std::string::npos);
}

TEST(ParseTimescales, ReadsATimeForAStep)
{
    const auto read = parse_timescales("timescales.json", times, "hill");
    ASSERT_TRUE(read) << words(read.error());
    const directory::Arrangements hill{"hill", {}, *read};
    const auto* time = hill.time_for("contact-form");
    ASSERT_NE(time, nullptr);
    EXPECT_EQ(time->deadline, (Deadline{Deadline::Kind::real_time, 24 * 60}));
    EXPECT_EQ(hill.time_for("another"), nullptr);
    EXPECT_EQ(hill.time_for(""), nullptr);
}

TEST(ParseTimescales, RefusesADeadlineThatNobodyCouldKeepOrCount)
{
    EXPECT_NE(said_of_times("hours 24", "soon").find("timescales[0].deadline"), std::string::npos);
    EXPECT_NE(said_of_times("hours 24", "hours 0").find("timescales[0].deadline"), std::string::npos);
}

TEST(ParseTimescales, RefusesOneIdOrOneStepTwice)
{
    const auto twice = [](const std::string& id, const std::string& step) {
        const std::string text = times;
        const auto from = text.find("    {\n");
        const auto one = text.substr(from, text.find("    }") + 5 - from);
        auto other = with(one, "\"form\"", id);
        other = with(other, "\"contact-form\"", step);
        return said_of_times(one, one + ",\n" + other);
    };
    EXPECT_EQ(twice("\"form-2\"", "\"another\""), "");
    EXPECT_NE(twice("\"form\"", "\"another\"").find("stands there twice"), std::string::npos);
    EXPECT_NE(twice("\"form-2\"", "\"contact-form\"").find("has a time of its own twice"), std::string::npos);
}

constexpr const char* ladder = R"({
  "area": "hill",
  "rungs": [
    {
      "id": "direct", "words": "The two talk.", "who": "The two workers", "named": "The duty manager",
      "deadline": "working_days 2",
      "sources": [{"tag": "seen", "where": "a page"}],
      "seen_on": null, "verified_on": null, "review_by": "2027-01-01"
    },
    {
      "id": "partnership", "words": "The partnership is asked.", "deadline": null,
      "sources": [{"tag": "seen", "where": "a page"}],
      "seen_on": null, "verified_on": null, "review_by": "2027-01-01"
    }
  ]
})";

TEST(ParseLadder, ReadsWhoIsNamedAndTheTimeOfEachStepAndLeavesOutWhatNobodyKnows)
{
    const auto read = parse_ladder("concerns-resolution.json", ladder, "hill");
    ASSERT_TRUE(read) << words(read.error());
    ASSERT_EQ(read->size(), 2U);
    EXPECT_EQ(read->front().named, "The duty manager");
    EXPECT_EQ(read->front().deadline, (Deadline{Deadline::Kind::working_days, 2}));
    EXPECT_FALSE(directory::is_plain(read->front()));
    EXPECT_EQ(read->back().who, "");
    EXPECT_EQ(read->back().named, "");
    EXPECT_FALSE(read->back().deadline);
}

TEST(ParseLadder, RefusesAStepThatLooksLikeOneOfThePlainLadder)
{
    const auto read =
        parse_ladder("concerns-resolution.json", with(ladder, "\"direct\"", "\"plain-managers\""), "hill");
    ASSERT_FALSE(read);
    EXPECT_NE(words(read.error()).find("rungs[0].id"), std::string::npos);
}

TEST(PlainLadder, HasTwoStepsThatNobodyHasVerified)
{
    const auto plain = directory::plain_ladder();
    ASSERT_EQ(plain.size(), 2U);
    for (const auto& rung : plain) {
        EXPECT_TRUE(directory::is_plain(rung));
        EXPECT_FALSE(rung.grounds.verified_on);
        EXPECT_FALSE(rung.deadline) << "no source gives it a time";
        EXPECT_EQ(rung.named, "");
    }
}

}  // namespace
}  // namespace safelead::exchange
