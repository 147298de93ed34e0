// A report about a child who is not there any more: erased since they were chosen.

#include "support/practice_site.h"

#include <gmock/gmock.h>

namespace safelead::web {
namespace {

using testing::AllOf;
using testing::HasSubstr;

TEST(ReportAboutErased, ComesBackWithAllThatWasTypedAndSaysWhatToDo)
{
    test::PracticeSite site;
    test::Browser teacher{site};
    teacher.sign_in("teacher");
    auto fields = test::hidden_fields(std::string{teacher.get("/concerns/new").text()}, "/concerns/new");
    fields.push_back({"child", "nobody-any-more"});
    fields.push_back({"words", "An image was shared on the bus."});
    fields.push_back({"danger", "no"});

    const auto answer = teacher.post("/concerns/new", fields);

    EXPECT_EQ(answer.status, Status::unprocessable);
    EXPECT_THAT(std::string{answer.text()},
                AllOf(HasSubstr("An image was shared on the bus."), HasSubstr("is not on the list any more"),
                      HasSubstr("choose the child again")));
}

}  // namespace
}  // namespace safelead::web
