// What a command on the record says of it, besides what it did.

#include "cli/on_record.h"

#include "app/accounts.h"
#include "cli/exit_codes.h"
#include "support/practice_partnership.h"

#include <fmt/format.h>
#include <gmock/gmock.h>

#include <sstream>

namespace safelead::cli {
namespace {

using test::PracticePartnership;
using testing::HasSubstr;

class ReopeningASetUp : public ::testing::Test {
protected:
    void SetUp() override
    {
        const auto office = at.actor("office@fennimore.example");
        school = office.organisation.text();
        for (const auto* who : {"lead", "deputy", "head", "chair"})
            ASSERT_TRUE(wait_for(app::record_left(
                at.safelead(), at.command(), at.actor(fmt::format("{}@fennimore.example", who)).person)));
    }

    int give(const std::string& role)
    {
        errors.str("");
        const auto teacher = at.actor("teacher@fennimore.example");
        return carry_out(PersonGiveRole{school, std::string{teacher.person.text()}, role},
                         {at.safelead(), {}, {}, {}, in, out, errors});
    }

    int reopen(std::string reason)
    {
        errors.str("");
        return carry_out(OrganisationReopenSetUp{school, std::move(reason)},
                         {at.safelead(), {}, {}, {}, in, out, errors});
    }

    PracticePartnership at;
    std::string school;
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream errors;
};

TEST_F(ReopeningASetUp, SaysThatSomethingWasTakenOutOfTheReason)
{
    std::string data = "data:image/png;base64,";
    for (int count = 0; count < 30; ++count) data += "iVBORw0KGgo";
    EXPECT_EQ(reopen("All four have left. " + data), exit_done);
    EXPECT_THAT(errors.str(), HasSubstr("Part of what you gave carried data"));
    EXPECT_THAT(out.str(), HasSubstr("open again"));
}

TEST_F(ReopeningASetUp, LetsTheOperatorGiveTheRolesThatNobodyIsLeftToGive)
{
    EXPECT_NE(give("dsl"), exit_done) << "two of its own people do that";
    ASSERT_EQ(reopen("All four have left."), exit_done);
    EXPECT_NE(give("lead of leads"), exit_done);
    EXPECT_THAT(errors.str(), HasSubstr("is no role"));
    ASSERT_EQ(give("dsl"), exit_done) << errors.str();
    EXPECT_TRUE(at.actor("teacher@fennimore.example").roles.has(directory::Role::dsl));
}

TEST(ChangingAnOrganisation, PutsRightWhatIsGivenAndLeavesTheRest)
{
    PracticePartnership at;
    const auto id = at.actor("office@fennimore.example").organisation;
    std::istringstream in;
    std::ostringstream out;
    std::ostringstream errors;
    const auto change = [&](const OrganisationChange& asked) {
        errors.str("");
        return carry_out(asked, {at.safelead(), {}, {}, {}, in, out, errors});
    };
    const auto before = *app::partnership(at.safelead())->organisation(id);
    OrganisationChange asked{std::string{id.text()}, "Fennimore Academy", {}, {}, "0113 496 0199", {}, {}};
    ASSERT_EQ(change(asked), exit_done) << errors.str();
    EXPECT_EQ(change(asked), exit_done) << "a second time it is so already";
    at.restart();
    auto expected = before;
    expected.name = "Fennimore Academy";
    expected.telephone = "0113 496 0199";
    EXPECT_EQ(*app::partnership(at.safelead())->organisation(id), expected);

    EXPECT_EQ(change({std::string{id.text()}, " ", {}, {}, {}, {}, {}}), exit_said_no);
    EXPECT_EQ(errors.str(), "Give a name.\n");
    EXPECT_EQ(change({std::string{id.text()}, {}, {}, "12345", {}, {}, {}}), exit_said_no);
    EXPECT_EQ(errors.str(), "This is no URN: it has six digits, and GIAS lists it with the school.\n");
    EXPECT_NE(change({std::string{id.text()}, {}, "big", {}, {}, {}, {}}), exit_done);
    EXPECT_THAT(errors.str(), HasSubstr("is no phase"));
    EXPECT_EQ(change({"nowhere", "Hill", {}, {}, {}, {}, {}}), exit_said_no);
}

TEST_F(ReopeningASetUp, TakesAReasonAsLongAsTheRecordKeeps)
{
    EXPECT_EQ(reopen(" "), exit_said_no);
    EXPECT_EQ(errors.str(), "Give a reason: it stays in the record.\n");
    std::string long_reason;
    while (long_reason.size() < 5'000) long_reason += "They left. ";
    EXPECT_EQ(reopen(long_reason), exit_said_no);
    EXPECT_EQ(errors.str(), "That is too long to keep: say it in fewer words.\n");
    EXPECT_EQ(reopen(long_reason.substr(0, 2'000)), exit_done);
    EXPECT_EQ(errors.str(), "");
}

}  // namespace
}  // namespace safelead::cli
