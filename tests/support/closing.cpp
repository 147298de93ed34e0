#include "support/closing.h"

#include "record/what_is_open.h"

#include <gtest/gtest.h>

#include <utility>

namespace safelead::test {

void refer_and_close(PracticePartnership& at, const app::Actor& by, const record::Reference& of)
{
    const auto change = [&](record::CaseCommand what) {
        EXPECT_TRUE(wait_for(app::change_case(at.safelead(), by, at.command(), of, std::move(what))));
    };
    change(record::AnswerFacts{PersonId{""}, {{"blackmail", "yes"}}, "The child"});
    change(record::MakeDecision{PersonId{""}, "REFER_IMMEDIATE", "", {}, {}, {}});
    change(record::RecordReferral{{PersonId{""},
                                   "Children's social care",
                                   "telephone",
                                   {"Now", {}, {}},
                                   "All",
                                   "A",
                                   "1",
                                   record::AgencyKind::social_care}});
    change(record::KeepRecord{
        record::AgencyAnswered{PersonId{""}, "Social care", "A", {"Now", {}, {}}, {}, "They took it on."}});
    const auto before = wait_for(app::view_case(at.safelead(), by, of)).value();
    for (const auto* task : record::tasks_to_do(*before.it))
        change(record::FinishTask{task->set.task, PersonId{""}, "Seen to."});
    change(record::CloseCase{PersonId{""}, "Referred and seen to."});
}

}  // namespace safelead::test
