#include "app/kits.h"

#include "support/practice_partnership.h"

#include <gmock/gmock.h>

namespace safelead::app {
namespace {

using directory::KitPart;
using directory::KitUse;
using test::PracticePartnership;

constexpr std::string_view campaign = "think-before-you-send";

KitUse use(std::string_view from, std::vector<KitPart> parts)
{
    return {std::string{campaign}, *parse_date(from), std::move(parts)};
}

TEST(Kits, AreToldByALeadAndSeenByTheCoordinator)
{
    PracticePartnership at;
    const auto lead = at.actor("lead@fennimore.example");
    const auto coordinator = at.actor("coordinator@partnership.example");
    ASSERT_TRUE(
        wait_for(record_kit_use(at.safelead(), lead, at.command(), use("2026-11-20", {KitPart::posters}))));
    ASSERT_TRUE(
        wait_for(record_kit_use(at.safelead(), lead, at.command(), use("2026-11-02", {KitPart::lesson}))));
    const auto all = all_kit_uses(at.safelead(), coordinator, campaign).value();
    ASSERT_EQ(all.size(), 2U);
    EXPECT_EQ(all[0].school, "Fennimore High School (practice)");
    EXPECT_EQ(all[0].use, use("2026-11-02", {KitPart::lesson})) << "by day";
    EXPECT_EQ(own_kit_uses(at.safelead(), lead, campaign).value().size(), 2U);
    EXPECT_TRUE(own_kit_uses(at.safelead(), at.actor("lead@littlewendle.example"), campaign).value().empty());
    EXPECT_TRUE(all_kit_uses(at.safelead(), coordinator, "another").value().empty());
}

TEST(Kits, ToldAgainForTheSameDayAreOne)
{
    PracticePartnership at;
    const auto lead = at.actor("lead@fennimore.example");
    ASSERT_TRUE(
        wait_for(record_kit_use(at.safelead(), lead, at.command(), use("2026-11-20", {KitPart::posters}))));
    ASSERT_TRUE(
        wait_for(record_kit_use(at.safelead(), lead, at.command(), use("2026-11-20", {KitPart::cards}))));
    EXPECT_THAT(own_kit_uses(at.safelead(), lead, campaign).value(),
                testing::ElementsAre(use("2026-11-20", {KitPart::cards})));
}

TEST(Kits, AreRefusedWithoutAPartForADayToComeAndByOthers)
{
    PracticePartnership at;
    const auto lead = at.actor("lead@fennimore.example");
    EXPECT_FALSE(wait_for(record_kit_use(at.safelead(), lead, at.command(), use("2026-11-20", {}))));
    EXPECT_FALSE(
        wait_for(record_kit_use(at.safelead(), lead, at.command(), use("2099-01-01", {KitPart::cards}))));
    for (const char* other : {"teacher@fennimore.example", "coordinator@partnership.example"})
        EXPECT_FALSE(wait_for(record_kit_use(at.safelead(), at.actor(other), at.command(),
                                             use("2026-11-20", {KitPart::cards}))))
            << other;
    EXPECT_FALSE(all_kit_uses(at.safelead(), lead, campaign)) << "only the coordinator sees all";
}

}  // namespace
}  // namespace safelead::app
