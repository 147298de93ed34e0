#include "exchange/dmn.h"

#include "exchange/xml_writer.h"
#include "support/packs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace safelead::exchange {
namespace {

using testing::HasSubstr;
using testing::Not;

guidance::Pack with_overlay(std::string_view edition)
{
    const std::vector<std::string> overlays{"mandatory-reporting"};
    return test::packs().with_overlays(edition, overlays).value();
}

TEST(Dmn, GivesTheSameBytesForTheSamePack)
{
    const auto& pack = test::pack("ukcis-2024");
    EXPECT_EQ(pack_to_dmn(pack, DmnForm::v1_5), pack_to_dmn(pack, DmnForm::v1_5));
}

TEST(Dmn, KeepsTheIdSourceAndKindOfEveryRule)
{
    for (const auto& pack : test::packs().editions()) {
        const std::string xml = pack_to_dmn(pack, DmnForm::v1_5);
        for (const auto& table : pack.tables()) {
            for (const auto& rule : table.rules) {
                EXPECT_THAT(xml, HasSubstr("<text>" + std::string{rule.id.text()} + "</text>"));
                EXPECT_THAT(xml, HasSubstr("<text>" + std::string{to_text(rule.standing)} + "</text>"));
            }
        }
    }
}

TEST(Dmn, TakesAllegedForYes)
{
    const std::string xml = pack_to_dmn(test::pack("ukcis-2020"), DmnForm::v1_5);
    EXPECT_THAT(xml, HasSubstr("<text>&quot;yes&quot;, &quot;alleged&quot;</text>"));
}

TEST(Dmn, SaysThatNobodyHasCheckedTheRules)
{
    EXPECT_THAT(pack_to_dmn(test::pack("ukcis-2024"), DmnForm::v1_5),
                HasSubstr("No practising safeguarding lead has checked these rules yet."));
}

TEST(Dmn, DerivesPeopleInFeelAndAsksForThemInSFeel)
{
    const auto& pack = test::pack("ukcis-2024");
    const std::string feel = "some person in people satisfies";
    EXPECT_THAT(pack_to_dmn(pack, DmnForm::v1_5), HasSubstr(feel));
    EXPECT_THAT(pack_to_dmn(pack, DmnForm::v1_1_s_feel), Not(HasSubstr(feel)));
    EXPECT_THAT(pack_to_dmn(pack, DmnForm::v1_1_s_feel), HasSubstr("<inputData id=\"there_is_subject\""));
}

TEST(Dmn, RaisesTheRouteOnlyWhereAnOverlayIsLaid)
{
    EXPECT_THAT(pack_to_dmn(test::pack("ukcis-2024"), DmnForm::v1_5),
                Not(HasSubstr("route_before_overlays")));
    const std::string raised = pack_to_dmn(with_overlay("ukcis-2024"), DmnForm::v1_5);
    EXPECT_THAT(raised, HasSubstr("route_before_overlays"));
    EXPECT_THAT(raised, HasSubstr("raise.at_least.REFER_IMMEDIATE"));
}

TEST(XmlWriter, EscapesTextAndAttributes)
{
    XmlWriter xml;
    xml.open("a", {{"b", "\"<&\n"}});
    xml.text("c", "1 < 2 & 3\x01");
    xml.close();
    EXPECT_EQ(std::move(xml).take(),
              "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<a b=\"&quot;&lt;&amp;&#10;\">\n"
              "  <c>1 &lt; 2 &amp; 3\xEF\xBF\xBD</c>\n</a>\n");
}

}  // namespace
}  // namespace safelead::exchange
