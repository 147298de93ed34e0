// What was typed in the form of a step that could not be recorded, to be copied.

#include "web/pages/typed_step.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace safelead::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(TypedStep, SaysWhichMeetingAndWhichActionsWereChosen)
{
    const FormFields typed{{{"kind", "meeting-told"},
                            {"meeting", "2"},
                            {"their-action", "11"},
                            {"their-action", "13"},
                            {"words-meeting-told", "You were asked for."}}};
    EXPECT_THAT(typed_step(Speaker{english}, typed, {}).bytes(),
                AllOf(HasSubstr("Number of the meeting"), HasSubstr("2"), HasSubstr("11, 13"),
                      HasSubstr("You were asked for.")));
}

TEST(TypedStep, IsEmptyWhereNothingWasTyped)
{
    EXPECT_TRUE(typed_step(Speaker{english}, FormFields{}, {}).is_empty());
    EXPECT_TRUE(typed_step(Speaker{english}, FormFields{{{"kind", "made-up"}}}, {}).is_empty());
}

}  // namespace
}  // namespace safelead::web
