#include "app/drawn_pages.h"

#include "support/practice_site.h"

#include <gtest/gtest.h>

namespace safelead::web {
namespace {

using namespace std::chrono_literals;
using app::DrawnPages;
using app::OpenBasis;
using test::Browser;
using test::PracticeSite;

OpenBasis at(int minute, std::shared_ptr<const void> partnership = {})
{
    return {std::chrono::sys_time<std::chrono::minutes>{std::chrono::minutes{minute}},
            std::move(partnership)};
}

TEST(DrawnPages, AreDrawnOnceUntilTheMinuteOrThePartnershipIsAnother)
{
    DrawnPages pages;
    int drawn = 0;
    const auto draw = [&drawn] { return std::to_string(++drawn); };
    EXPECT_EQ(*pages.page(at(1), "/now", draw), "1");
    EXPECT_EQ(*pages.page(at(1), "/now", draw), "1");
    EXPECT_EQ(*pages.page(at(1), "/law", draw), "2") << "another page";
    EXPECT_EQ(*pages.page(at(2), "/now", draw), "3") << "another minute";
    EXPECT_EQ(*pages.page(at(2, std::make_shared<int>(1)), "/now", draw), "4") << "another partnership";
}

TEST(DrawnPages, KeepOnlySoMany)
{
    DrawnPages pages;
    int drawn = 0;
    const auto draw = [&drawn] { return std::to_string(++drawn); };
    for (int i = 0; i < 1'000; ++i) (void)pages.page(at(1), std::to_string(i), draw);
    (void)pages.page(at(1), "0", draw);
    EXPECT_EQ(drawn, 1'000) << "the first is kept";
    (void)pages.page(at(1), "999", draw);
    EXPECT_EQ(drawn, 1'001) << "the last is not";
}

TEST(OpenPages, ShowTheMinuteAtWhichTheyAreAskedFor)
{
    PracticeSite site;
    Browser browser{site};
    site.clock().set(std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 10h);
    const std::string first{browser.get("/now").text()};
    EXPECT_NE(first.find("It is 10am"), std::string::npos);
    EXPECT_EQ(browser.get("/now").text(), first);
    site.clock().set(std::chrono::sys_days{std::chrono::year{2026} / 11 / 23} + 23h + 5min);
    const std::string later{browser.get("/now").text()};
    EXPECT_NE(later.find("It is 11:05pm"), std::string::npos);
    EXPECT_LT(later.find("tel:+441135350600"), later.find("tel:+441133760336")) << "the night line first";
}

TEST(OpenPages, AreNotMixedUp)
{
    PracticeSite site;
    Browser browser{site};
    EXPECT_NE(browser.get("/parents").text(), browser.get("/young-people").text());
    EXPECT_EQ(browser.get("/parents?language=xx").text(), browser.get("/parents").text());
    EXPECT_NE(browser.get("/contacts?need=refer").text(), browser.get("/contacts?need=police").text());
    EXPECT_NE(std::string{browser.get("/law").text()}.find("aria-current"), std::string::npos);
}

}  // namespace
}  // namespace safelead::web
