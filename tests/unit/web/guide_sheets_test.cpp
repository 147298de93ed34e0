// Every guide on one sheet, as poppler and qpdf see it.

#include "support/practice_site.h"
#include "support/printed_by.h"
#include "support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>

namespace safelead::web {
namespace {

using test::Browser;
using test::PracticeSite;
using test::printed_by;

bool has(const std::string& text, const std::string& part)
{
    return text.find(part) != std::string::npos;
}

TEST(GuideSheets, AreOneTaggedPageWithTheirFontsInside)
{
    PracticeSite site;
    const safelead::test::TemporaryFolder folder;
    const auto guides = test::open_shelf().texts.on("guides");
    ASSERT_EQ(guides.size(), 11U);
    for (const auto* guide : guides) {
        Browser browser{site};
        const auto answer = browser.get("/guides/" + guide->name + ".pdf");
        ASSERT_EQ(answer.status, Status::ok) << guide->name << " does not fit on one page";
        ASSERT_EQ(answer.content_type, "application/pdf");
        const auto file = (folder.path() / "guide.pdf").string();
        std::ofstream{file, std::ios::binary} << answer.text();

        const auto about = printed_by("pdfinfo " + file);
        EXPECT_TRUE(has(about, "Tagged:          yes")) << guide->name << about;
        EXPECT_TRUE(has(about, "Pages:           1")) << guide->name << about;
        EXPECT_TRUE(has(about, "(A4)")) << guide->name << about;
        EXPECT_TRUE(has(about, guide->title)) << guide->name << about;
        const auto structure = printed_by("pdfinfo -struct-text " + file);
        ASSERT_TRUE(has(structure, "H2")) << guide->name << structure;
        EXPECT_LT(structure.find("H1"), structure.find("H2")) << guide->name << structure;
        EXPECT_TRUE(has(structure, "LBody")) << guide->name;
        const auto checked = printed_by("qpdf --check " + file);
        EXPECT_TRUE(has(checked, "No syntax or stream encoding errors")) << guide->name << checked;
        const auto root = printed_by("qpdf --show-object=$(qpdf --show-object=trailer " + file +
                                     " | sed 's|.*/Root \\([0-9]*\\).*|\\1|') " + file);
        EXPECT_TRUE(has(root, "/Lang (en-GB)") && has(root, "/DisplayDocTitle true")) << root;

        const auto fonts = printed_by("pdffonts " + file);
        std::size_t lines = 0;
        for (std::size_t at = fonts.find('\n'); at != std::string::npos; at = fonts.find('\n', at + 1))
            ++lines;
        EXPECT_GT(lines, 2U) << fonts;
        std::size_t embedded = 0;
        for (std::size_t at = fonts.find(" yes yes yes "); at != std::string::npos;
             at = fonts.find(" yes yes yes ", at + 1))
            ++embedded;
        EXPECT_EQ(embedded, lines - 2) << guide->name << fonts;
    }
}

TEST(GuideSheets, AreReadInTheOrderOfTheText)
{
    PracticeSite site;
    const safelead::test::TemporaryFolder folder;
    Browser browser{site};
    const auto file = (folder.path() / "guide.pdf").string();
    std::ofstream{file, std::ios::binary} << browser.get("/guides/155-when-children-share-images.pdf").text();
    auto words = printed_by("pdftotext -raw " + file + " -");
    std::ranges::replace(words, '\n', ' ');
    std::size_t at = 0;
    for (const char* part :
         {"One minute guide 155", "When children share images", "Then: what the guide said",
          "How much of a problem", "Of those who had taken images", "The law", "What to do", "Its numbers",
          "Now: what is in force", "Who to ring now", "0800 1111", "Where this comes from"}) {
        const auto found = words.find(part, at);
        ASSERT_NE(found, std::string::npos) << part << " is not there, or too early, in\n" << words;
        at = found;
    }
    EXPECT_FALSE(has(words, "0844"));
    EXPECT_EQ(browser.get("/guides/nothing.pdf").status, Status::not_found);
}

TEST(Guides, SayWhenTheyArePastTheirReview)
{
    PracticeSite site;
    Browser browser{site};
    EXPECT_FALSE(has(std::string{browser.get("/guides").text()}, "Past its review date"));
    site.clock().set(std::chrono::sys_days{std::chrono::year{2027} / 5 / 24} + std::chrono::hours{9});
    EXPECT_TRUE(has(std::string{browser.get("/guides").text()}, "Past its review date"));
    EXPECT_TRUE(has(std::string{browser.get("/guides/1001-the-first-minute").text()},
                    "were due to be checked again by 23 May 2027"));
}

TEST(Guides, AreKeptForEverybodyWithoutWhatOneVisitorAsked)
{
    PracticeSite site;
    Browser browser{site};
    const std::string said = "was not kept";
    const std::string address = "/guides/1001-the-first-minute";
    EXPECT_TRUE(has(std::string{browser.get(address + "?taken-out").text()}, said))
        << "then the words looked for below are none";
    EXPECT_FALSE(has(std::string{browser.get(address).text()}, said));
    EXPECT_FALSE(has(std::string{browser.get(address + "?language=en").text()}, said));
}

TEST(Guides, AreSearchedAndFed)
{
    PracticeSite site;
    Browser browser{site};
    const std::string found{browser.get("/guides?words=gift+cards").text()};
    EXPECT_TRUE(has(found, "/guides/1007-threats-and-demands-for-money"));
    EXPECT_FALSE(has(found, "/guides/1005-telling-parents"));
    const std::string feed{browser.get("/guides/feed").text()};
    EXPECT_TRUE(has(feed, "<feed xmlns=\"http://www.w3.org/2005/Atom\""));
    EXPECT_TRUE(has(feed, "<id>urn:safelead:guide:155:1</id>"));
}

TEST(Guide155, HasEveryFactOfTheGuideOf2017WithItsBase)
{
    const auto* guide = test::open_shelf().texts.find("guides", "155-when-children-share-images");
    ASSERT_NE(guide, nullptr);
    const auto words = guidance::all_words(*guide);
    for (const char* fact : {"naked or semi-naked",
                             "Snapchat, WhatsApp or Facebook Messenger",
                             "Youth Produced Sexual Imagery",
                             "or an adult",
                             "over 1 in 10",
                             "3% fully naked",
                             "Of those who had taken images",
                             "not of all children",
                             "55%",
                             "31%",
                             "did not know",
                             "bullying, embarrassment and exploitation",
                             "even one of yourself",
                             "National Police Chiefs",
                             "must record a crime",
                             "outcome code",
                             "January 2016",
                             "Outcome 21",
                             "not in the public interest",
                             "peer on peer abuse, healthy relationships and consent",
                             "Light Bite",
                             "harmful sexual behaviour",
                             "consent and adolescent relationships",
                             "safeguarding lead",
                             "Safer Schools Officers",
                             "Sexting in Schools and Colleges",
                             "Children's Social Work Service",
                             "pastoral support and discipline",
                             "teacher, child protection lead or police officer",
                             "Childline",
                             "Contact Centre",
                             "Think before you send",
                             "0113 395 2882",
                             "0113 376 0469",
                             "0113 376 0336",
                             "0113 222 4403",
                             "Early Help"})
        EXPECT_TRUE(has(words, fact)) << fact;
}

std::string first_number(Browser& browser, const char* at)
{
    const std::string page{
        browser.get("/contacts?for=staff&area=leeds&need=refer&at=" + std::string{at}).text()};
    const auto list = page.find("class=\"safelead-call\"");
    const auto from = page.find("tel:", list) + 4;
    return list == std::string::npos ? "" : page.substr(from, page.find('"', from) - from);
}

TEST(Contacts, GiveTheLineThatAnswersOnHolidaysAndWhenTheClocksChange)
{
    PracticeSite site;
    Browser browser{site};
    const std::string by_day = "+441133760336";
    const std::string out_of_hours = "+441135350600";
    EXPECT_EQ(first_number(browser, "2026-11-23T10:00"), by_day);
    EXPECT_EQ(first_number(browser, "2026-11-23T22:00"), out_of_hours);
    EXPECT_EQ(first_number(browser, "2026-12-25T10:00"), out_of_hours) << "Christmas Day";
    EXPECT_EQ(first_number(browser, "2026-12-28T10:00"), out_of_hours) << "Boxing Day's substitute";
    EXPECT_EQ(first_number(browser, "2027-03-26T10:00"), out_of_hours) << "Good Friday";
    EXPECT_EQ(first_number(browser, "2027-03-28T01:30"), out_of_hours) << "an hour that there is not";
    EXPECT_EQ(first_number(browser, "2026-10-25T01:30"), out_of_hours) << "an hour that comes twice";
}

TEST(Contacts, FollowTheClocksOfEngland)
{
    PracticeSite site;
    Browser browser{site};
    const auto now = [&] {
        const std::string page{browser.get("/contacts?area=leeds&need=refer").text()};
        const auto from = page.find("tel:", page.find("class=\"safelead-call\"")) + 4;
        return page.substr(from, page.find('"', from) - from);
    };
    // 16:30 UTC on a Monday: half past five in summer time, half past four the week after.
    site.clock().set(std::chrono::sys_days{std::chrono::year{2026} / 10 / 19} +
                     std::chrono::minutes{16 * 60 + 30});
    EXPECT_EQ(now(), "+441135350600");
    site.clock().set(std::chrono::sys_days{std::chrono::year{2026} / 10 / 26} +
                     std::chrono::minutes{16 * 60 + 30});
    EXPECT_EQ(now(), "+441133760336");
}

TEST(Contacts, SayNotCheckedPastTheirDay)
{
    PracticeSite site;
    Browser browser{site};
    const std::string before{browser.get("/contacts?area=leeds").text()};
    EXPECT_FALSE(has(before, "It was due to be checked"));
    site.clock().set(std::chrono::sys_days{std::chrono::year{2027} / 12 / 1} + std::chrono::hours{9});
    EXPECT_TRUE(has(std::string{browser.get("/contacts?area=leeds").text()}, "It was due to be checked by"));
}

}  // namespace
}  // namespace safelead::web
