// Somebody waits for a page while what is on it is erased.

#include "app/children.h"
#include "app/concerns.h"
#include "app/erasures.h"
#include "app/practice_people.h"
#include "support/practice_partnership.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using test::PracticePartnership;

TEST(ErasedWhileRead, AConcernIsNotThere)
{
    PracticePartnership at;
    const auto lead = at.actor("lead@fennimore.example");
    const auto head = at.actor("head@fennimore.example");
    record::Identity identity;
    identity.given_name = "Robin";
    const auto child = wait_for(add_children(at.safelead(), lead, at.command(), {identity})).value().front();
    const auto reported = at.report([&](Report& report) {
        report.children = {child};
        report.not_on_list.clear();
    });
    ASSERT_TRUE(
        wait_for(keep_without_case(at.safelead(), lead, at.command(), reported.reference, "No more to it.")));
    ASSERT_TRUE(wait_for(ask_erasure(at.safelead(), lead, at.command(), child,
                                     {record::ErasureReason::retention_ended, "The time has ended.", {}})));

    auto page = read_concern(at.safelead(), lead, reported.reference);
    ASSERT_FALSE(page.is_ready());
    page.gate()->wait();  // That they looked at it is kept.
    ASSERT_TRUE(
        wait_for(agree_erasure(at.safelead(), head, at.command(), child, std::string{practice_password})));
    const auto shown = wait_for(std::move(page));
    ASSERT_FALSE(shown);
    EXPECT_TRUE(std::holds_alternative<NotThere>(shown.error()));
}

}  // namespace
}  // namespace safelead::app
