// Who reads a case: kept out by name, locked, opened because it could not wait.

#include "record/case_commands.h"
#include "record/kept_in.h"
#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::head;
using tests::lead;
using tests::teacher;

using People = std::vector<PersonId>;

KeepRecord keep_out(const PersonId& person, const PersonId& by = lead)
{
    return {PersonKeptOut{by, person, TooNear::own_child, "They said so."}};
}

KeepRecord lock(const PersonId& with = head)
{
    return {CaseLocked{lead, with, "Somebody close to it works here."}};
}

CaseRefused why_not(Desk& desk, const CaseCommand& command)
{
    return desk.refused(command).why;
}

TEST(WhoReads, IsAsUsualAtFirst)
{
    Desk desk;
    desk.open();
    EXPECT_TRUE(desk.now().who_reads.is_as_usual());
}

TEST(WhoReads, KeepsSomebodyOutUntilTheyAreLetBackIn)
{
    Desk desk;
    desk.open();
    desk.must(keep_out(teacher));
    EXPECT_EQ(desk.now().who_reads.kept_out, People{teacher});
    EXPECT_EQ(why_not(desk, keep_out(teacher)), CaseRefused::settled_already);
    desk.must(KeepRecord{PersonLetBackIn{lead, teacher, "It was somebody else."}});
    EXPECT_TRUE(desk.now().who_reads.is_as_usual());
    EXPECT_EQ(why_not(desk, KeepRecord{PersonLetBackIn{lead, teacher, "Again."}}), CaseRefused::nobody_such);
}

TEST(WhoReads, AsksASecondPersonToLookUnlessSomebodyKeepsThemselvesOut)
{
    Desk desk;
    desk.open();
    EXPECT_EQ(desk.must(keep_out(head, head)).size(), 1U);
    const auto of_another = desk.must(keep_out(teacher));
    ASSERT_EQ(of_another.size(), 2U);
    EXPECT_EQ(std::get<TaskSet>(of_another.back()).owner, "head");
}

TEST(WhoReads, KeepsOutWhoeverHasTheCaseOnlyAfterItIsHandedOver)
{
    Desk desk;
    desk.open();
    EXPECT_EQ(why_not(desk, keep_out(lead)), CaseRefused::hand_over_first);
    desk.must(KeepRecord{CaseHandedOver{lead, head, "It is about my family."}});
    desk.must(keep_out(lead));
    EXPECT_EQ(desk.now().who_reads.kept_out, People{lead});
}

TEST(WhoReads, LocksACaseToWhoeverLocksItWhoeverHasItAndOneMore)
{
    Desk desk;
    desk.open();
    EXPECT_EQ(why_not(desk, lock(lead)), CaseRefused::same_person);
    desk.must(lock());
    EXPECT_EQ(desk.now().who_reads.locked_to, (People{lead, head}));
    EXPECT_EQ(why_not(desk, lock()), CaseRefused::locked_already);
    desk.must(KeepRecord{ReaderNamed{lead, teacher, "They stand in."}});
    EXPECT_EQ(desk.now().who_reads.locked_to.size(), 3U);
    desk.must(KeepRecord{CaseUnlocked{head, "It is known to all."}});
    EXPECT_TRUE(desk.now().who_reads.is_as_usual());
    EXPECT_EQ(why_not(desk, KeepRecord{CaseUnlocked{head, "Again."}}), CaseRefused::not_locked);
    EXPECT_EQ(why_not(desk, KeepRecord{ReaderNamed{lead, teacher, "Again."}}), CaseRefused::not_locked);
}

TEST(WhoReads, HandsALockedCaseOverToNobodyWhomItDoesNotName)
{
    Desk desk;
    desk.open();
    desk.must(lock());
    EXPECT_EQ(desk.refused(KeepRecord{CaseHandedOver{lead, teacher, "I am away."}}),
              (CaseRefusal{CaseRefused::not_a_reader, {"to"}}));
    desk.must(KeepRecord{ReaderNamed{lead, teacher, "They stand in."}});
    desk.must(KeepRecord{CaseHandedOver{lead, teacher, "I am away."}});
    EXPECT_EQ(desk.now().lead, teacher);
    EXPECT_EQ(desk.now().who_reads.locked_to.size(), 3U);
}

TEST(WhoReads, StillReadsALockedCaseThatWasHandedOverToSomebodyItDidNotName)
{
    Desk desk;
    desk.open();
    desk.must(lock());
    desk.keep({CaseHandedOver{lead, teacher, "Written before it was refused."}});
    EXPECT_EQ(desk.now().who_reads.locked_to.size(), 3U);
}

TEST(WhoReads, GivesNoWorkToWhoeverIsKeptOutOrNotNamed)
{
    Desk desk;
    desk.open();
    const auto set_for = [](std::optional<PersonId> owner) {
        return KeepRecord{OwnTaskSet{TaskId{""}, lead, "Ring them.", std::move(owner), Clock::real, 1, {}}};
    };
    desk.must(set_for(std::nullopt));
    const auto task = desk.now().tasks.back().set.task;
    desk.must(keep_out(teacher));
    EXPECT_EQ(desk.refused(KeepRecord{TaskGiven{task, lead, teacher, ""}}),
              (CaseRefusal{CaseRefused::not_a_reader, {"to"}}));
    EXPECT_EQ(desk.refused(set_for(teacher)), (CaseRefusal{CaseRefused::not_a_reader, {"owner"}}));
    EXPECT_EQ(why_not(desk, KeepRecord{CaseHandedOver{lead, teacher, "I am away."}}),
              CaseRefused::not_a_reader);
    desk.must(KeepRecord{PersonLetBackIn{lead, teacher, "It was somebody else."}});
    desk.must(lock());
    EXPECT_EQ(why_not(desk, KeepRecord{TaskGiven{task, lead, teacher, ""}}), CaseRefused::not_a_reader);
    desk.must(KeepRecord{TaskGiven{task, lead, head, ""}});
}

TEST(WhoReads, LetsNobodyInByALockWhoIsKeptOut)
{
    Desk desk;
    desk.open();
    desk.must(keep_out(teacher));
    EXPECT_EQ(why_not(desk, lock(teacher)), CaseRefused::nobody_such);
    desk.must(lock());
    EXPECT_EQ(why_not(desk, KeepRecord{ReaderNamed{lead, teacher, "They ask."}}), CaseRefused::nobody_such);
}

TEST(WhoReads, IsSettledInAClosedCaseToo)
{
    Desk desk;
    desk.open().with_two_children().answered();
    desk.must(tests::not_referring("SCHOOL_MANAGE"));
    desk.must(SignOffDecision{1, head, std::nullopt});
    desk.settle_tasks();
    desk.must(CloseCase{lead, "The plan is done."});
    EXPECT_EQ(desk.must(keep_out(teacher)).size(), 1U) << "no task in a closed case";
    EXPECT_EQ(desk.must(lock()).size(), 1U);
    EXPECT_EQ(desk.now().state, CaseState::closed);
}

TEST(OpenedByForce, IsForANightAndEndsOnce)
{
    Desk desk;
    desk.open();
    desk.must(lock());
    EXPECT_EQ(why_not(desk, OpenByForce{OpeningId{"o-1"}, teacher, " "}), CaseRefused::no_reason);
    desk.must(OpenByForce{OpeningId{"o-1"}, teacher, "A child is not home."});
    ASSERT_EQ(desk.now().who_reads.openings.size(), 1U);
    EXPECT_EQ(why_not(desk, OpenByForce{OpeningId{"o-2"}, teacher, "Again."}), CaseRefused::settled_already);
    EXPECT_EQ(why_not(desk, EndOpening{OpeningId{"o-1"}}), CaseRefused::settled_already)
        << "its time is not over";
    desk.wait(std::chrono::hours{12});
    desk.must(EndOpening{OpeningId{"o-1"}});
    EXPECT_TRUE(desk.now().who_reads.openings.empty());
    EXPECT_EQ(why_not(desk, EndOpening{OpeningId{"o-1"}}), CaseRefused::settled_already);
}

TEST(OpenedByForce, HandsOverNoLockedCase)
{
    Desk desk;
    desk.open();
    desk.must(lock());
    desk.must(OpenByForce{OpeningId{"o-1"}, teacher, "A child is not home."});
    for (const auto& to : {teacher, head})
        EXPECT_EQ(why_not(desk, KeepRecord{CaseHandedOver{teacher, to, "I see to it."}}),
                  CaseRefused::opened_by_force);
    EXPECT_EQ(why_not(desk, KeepRecord{CaseHandedOver{lead, teacher, "They see to it."}}),
              CaseRefused::not_a_reader);
    desk.must(KeepRecord{CaseHandedOver{lead, head, "I am away."}});
}

TEST(OpenedByForce, SettlesNothingAboutWhoReadsAndOpensNothingToWhoeverIsKeptOut)
{
    Desk desk;
    desk.open();
    desk.must(keep_out(teacher));
    EXPECT_EQ(why_not(desk, OpenByForce{OpeningId{"o-1"}, teacher, "A child is not home."}),
              CaseRefused::not_the_one_named);
    desk.must(OpenByForce{OpeningId{"o-2"}, head, "A child is not home."});
    EXPECT_EQ(why_not(desk, keep_out(lead, head)), CaseRefused::opened_by_force);
    EXPECT_EQ(why_not(desk, KeepRecord{PersonLetBackIn{head, teacher, "They asked."}}),
              CaseRefused::opened_by_force);
    EXPECT_EQ(why_not(desk, KeepRecord{CaseLocked{head, teacher, "Mine now."}}),
              CaseRefused::opened_by_force);
}

}  // namespace
}  // namespace safelead::record
