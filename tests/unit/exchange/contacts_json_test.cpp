#include "exchange/contacts_json.h"

#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

/// A file of one contact, made up, with one part of it replaced.
std::string file_with(const std::string& part, const std::string& instead)
{
    std::string text = R"({
  "area": "hill", // made up
  "contacts": [
    {
      "id": "line", "name": "A line", "about": "For a test.",
      "telephone": {"display": "0113 496 0000", "dial": "+441134960000"},
      "needs": ["refer"], "audiences": ["staff"],
      "hours": {"kind": "weekly",
        "week": [{"days": ["monday"], "open": ["09:00-17:00"]}],
        "bank_holidays": {}},
      "sources": [{"tag": "seen", "where": "a page"}],
      "seen_on": null, "verified_on": null, "review_by": "2027-01-01"
    }
  ]
})";
    const auto at = text.find(part);
    if (at == std::string::npos) throw std::runtime_error{"the part to replace is not there"};
    return text.replace(at, part.size(), instead);
}

std::string said(const std::string& part, const std::string& instead)
{
    const auto read = parse_contacts("contacts.json", file_with(part, instead));
    return read ? "" : words(read.error());
}

TEST(ParseContacts, ReadsOneWithComments)
{
    const auto read = parse_contacts("contacts.json", file_with("made up", "made up"));
    ASSERT_TRUE(read) << words(read.error());
    const auto& contact = read->at(0);
    EXPECT_EQ(contact.area, "hill");
    EXPECT_EQ(contact.hours.week[0].open.size(), 1U);
    EXPECT_TRUE(contact.hours.bank_holiday.has_value());
    EXPECT_EQ(contact.verified_on, std::nullopt);
}

TEST(ParseContacts, NamesFileLineAndField)
{
    EXPECT_EQ(
        said("09:00-17:00", "17:00-09:00"),
        "contacts.json:9: contacts[0].hours.week[0].open: \"17:00-09:00\" is not like \"09:00-17:00\".");
    EXPECT_EQ(said("[\"refer\"]", "[\"lunch\"]"),
              "contacts.json:7: contacts[0].needs: does not know \"lunch\".");
    EXPECT_EQ(said("\"2027-01-01\"", "\"soon\""),
              "contacts.json:12: contacts[0].review_by: is neither a date (2026-11-23) nor null.");
    EXPECT_NE(said("\"seen_on\"", "\"seen_at\"").find("contacts[0].seen_on"), std::string::npos);
    EXPECT_NE(said("{\"tag\": \"seen\", \"where\": \"a page\"}", "").find("contacts[0].sources"),
              std::string::npos);
    EXPECT_NE(said("\"name\"", "\"id\"").find("contacts.json:5"), std::string::npos)
        << "the same member twice";
    EXPECT_NE(said("\"area\"", "area").find("contacts.json:2"), std::string::npos);
}

TEST(ParseContacts, RefusesANumberThatChargesOrDiffersFromTheOneShown)
{
    EXPECT_NE(said("+441134960000", "+441134960001").find("is not the number"), std::string::npos);
    EXPECT_NE(said("{\"display\": \"0113 496 0000\", \"dial\": \"+441134960000\"}",
                   "{\"display\": \"0844 892 0240\", \"dial\": \"+448448920240\"}")
                  .find("charges the caller"),
              std::string::npos);
    EXPECT_NE(said("+441134960000", "tel:0113").find("contacts[0].telephone.dial"), std::string::npos);
}

TEST(ParseContacts, RefusesAContactNobodyCanReach)
{
    EXPECT_NE(
        said("{\"display\": \"0113 496 0000\", \"dial\": \"+441134960000\"}", "null").find("reach them"),
        std::string::npos);
}

std::vector<directory::Contact> one(const std::string& part, const std::string& instead)
{
    return parse_contacts("contacts.json", file_with(part, instead)).value();
}

TEST(Join, RefusesOneIdTwiceAndANumberOfThePast)
{
    const auto contacts = one("made up", "made up");
    EXPECT_TRUE(join({contacts}, {}));
    EXPECT_FALSE(join({contacts, contacts}, {}));
    EXPECT_FALSE(join({contacts}, {{"old", "Old", "0113 4960000", "It was printed then.", "", ""}}));
}

TEST(Join, RefusesWhoeverAnswersForOneThatIsNotThere)
{
    const auto hours = R"({"kind": "weekly",
        "week": [{"days": ["monday"], "open": ["09:00-17:00"]}],
        "bank_holidays": {}})";
    EXPECT_FALSE(join({one(hours, R"({"kind": "when_closed", "other": "nobody"})")}, {}));
    EXPECT_FALSE(join({one(hours, R"({"kind": "when_closed", "other": "line"})")}, {})) << "itself";
}

}  // namespace
}  // namespace safelead::exchange
