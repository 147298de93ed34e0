// Notes of supervision: written by one of the two, read by both and the head, and by nobody else.

#include "app/supervision.h"

#include "support/practice_partnership.h"

#include <gtest/gtest.h>

namespace safelead::app {
namespace {

using test::PracticePartnership;

class SupervisionNotes : public ::testing::Test {
protected:
    record::SupervisionHeld held(const Actor& of, const Actor& supervisor)
    {
        return {of.person, of.person, supervisor.person, {"on Friday", {}, {}}, "Two cases go to the deputy.",
                {}};
    }

    std::size_t read_by(const Actor& actor)
    {
        return supervisions(at.safelead(), actor).value().notes.size();
    }

    PracticePartnership at;
    Actor lead = at.actor("lead@fennimore.example");
    Actor deputy = at.actor("deputy@fennimore.example");
    Actor head = at.actor("head@fennimore.example");
    Actor teacher = at.actor("teacher@fennimore.example");
};

TEST_F(SupervisionNotes, AreReadByThoseWhoWereThereAndTheHead)
{
    ASSERT_TRUE(wait_for(record_supervision(at.safelead(), lead, at.command(), held(lead, teacher))));
    EXPECT_EQ(read_by(lead), 1U);
    EXPECT_EQ(read_by(head), 1U);
    EXPECT_EQ(read_by(deputy), 0U);
    EXPECT_FALSE(supervisions(at.safelead(), teacher).has_value());
    at.restart();
    EXPECT_EQ(supervisions(at.safelead(), head)->notes.front().held.agreed, "Two cases go to the deputy.");
}

TEST_F(SupervisionNotes, AreWrittenByOneOfTheTwo)
{
    EXPECT_FALSE(wait_for(record_supervision(at.safelead(), deputy, at.command(), held(lead, head))));
    EXPECT_FALSE(wait_for(record_supervision(at.safelead(), lead, at.command(), held(lead, lead))));
    EXPECT_FALSE(wait_for(record_supervision(at.safelead(), teacher, at.command(), held(lead, teacher))));
    auto empty = held(lead, head);
    empty.agreed = " ";
    EXPECT_FALSE(wait_for(record_supervision(at.safelead(), lead, at.command(), empty)));
    auto past = held(lead, head);
    past.next = parse_date("2020-01-01");
    EXPECT_FALSE(wait_for(record_supervision(at.safelead(), lead, at.command(), past)));
    EXPECT_EQ(read_by(head), 0U);
}

TEST_F(SupervisionNotes, KeepNoDataThatSomebodyPasted)
{
    auto pasted = held(lead, head);
    pasted.agreed =
        "Agreed. data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNg";
    const auto done = wait_for(record_supervision(at.safelead(), lead, at.command(), pasted));
    ASSERT_TRUE(done.has_value());
    EXPECT_GT(*done, 0U);
    EXPECT_EQ(supervisions(at.safelead(), lead)->notes.front().held.agreed.find("base64"), std::string::npos);
}

}  // namespace
}  // namespace safelead::app
