// Each point of the law that the pages must give, with its source; and that nobody has verified it.

#include "web/pages/open_pages.h"

#include <gmock/gmock.h>

#include <regex>

namespace safelead::web {
namespace {

using testing::HasSubstr;

std::string law()
{
    return law_page(Speaker{english}).main.bytes();
}

TEST(LawPage, HasEveryPointWithItsSource)
{
    const auto html = law();
    for (const char* point : {"anyone under 18",
                              "Protection of Children Act 1978, section 1;",
                              "Criminal Justice Act 1988, section 160",
                              "section 1A",
                              "27 February 2023",
                              "section 160(2)(c)",
                              "does not cover sending it on",
                              "section 7(7) and (8)",
                              "Coroners and Justice Act 2009, section 62",
                              "section 66B",
                              "31 January 2024",
                              "under 10",
                              "under 13",
                              "they must record a crime",
                              "talk with a Safer Schools Officer is telling the police",
                              "person involved",
                              "further investigation, which could have provided evidence",
                              "police decision",
                              "January 2016",
                              "not a finding of guilt",
                              "not a caution",
                              "goes further than the official words",
                              "section 113B",
                              "28 November 2020",
                              "chapter 20",
                              "29 April 2026",
                              "section 46A",
                              "chapter 21",
                              "16LA",
                              "1 September 2026",
                              "sections 550ZA to 550ZD"})
        EXPECT_THAT(html, HasSubstr(point));
}

TEST(LawPage, SaysOfEachPartWhatItRestsOnAndThatNobodyHasVerifiedIt)
{
    const auto html = law();
    const std::regex part{"<section[^>]*>(.|\n)*?</section>"};
    std::size_t parts = 0;
    for (std::sregex_iterator at{html.begin(), html.end(), part}, end; at != end; ++at) {
        ++parts;
        const auto words = at->str();
        EXPECT_THAT(words, HasSubstr("safelead-source")) << words;
        EXPECT_TRUE(words.find("not verified") != std::string::npos ||
                    words.find("not yet approved") != std::string::npos)
            << words;
    }
    EXPECT_GE(parts, 13U);
    EXPECT_THAT(html, HasSubstr("No lawyer and no practising safeguarding lead has checked this page yet"));
}

TEST(LawPage, SaysOfTheActsOf2026WhetherTheyHaveBegun)
{
    const auto html = law();
    EXPECT_THAT(html, HasSubstr("Whether it is in force: not verified."));
    EXPECT_THAT(html, HasSubstr("No date of beginning was found, so it is treated as not in force."));
}

TEST(LawPage, LeadsFromTheMinuteToEachPart)
{
    const auto html = law();
    const std::regex link{"href=\"#([a-z0-9-]+)\""};
    std::size_t links = 0;
    for (std::sregex_iterator at{html.begin(), html.end(), link}, end; at != end; ++at, ++links)
        EXPECT_THAT(html, HasSubstr("id=\"" + (*at)[1].str() + "\""));
    EXPECT_GE(links, 7U);
}

}  // namespace
}  // namespace safelead::web
