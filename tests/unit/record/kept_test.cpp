// What guidance wants on record: the meeting, tasks, parents, devices, deleting, viewing, plans, corrections.

#include "record/chronology.h"
#include "record/kept_in.h"
#include "record/removal.h"
#include "record/review_meeting.h"
#include "record/what_is_open.h"
#include "record/written.h"
#include "support/case_builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::head;
using tests::lead;
using tests::not_referring;
using tests::teacher;

const EventTime today{"today", std::nullopt, std::nullopt};

Desk grave()
{
    Desk desk;
    desk.open().with_two_children().answered({{"coercion", "yes"}});
    return desk;
}

/// The school manages it, and the head has agreed.
Desk settled()
{
    Desk desk;
    desk.open().with_two_children().answered();
    desk.must(not_referring("SCHOOL_MANAGE"));
    desk.must(SignOffDecision{1, head, std::nullopt});
    return desk;
}

ReviewMeetingHeld meeting(const Case& of)
{
    ReviewMeetingHeld held{lead, today, "The lead, the head and the form tutor.", {}, {}};
    for (const auto thing : review_things) held.findings.push_back({std::string{thing}, Answer::unknown, ""});
    for (const auto& criterion : of.advice->advice.criteria)
        held.criteria.push_back({std::string{criterion.text()}, "\"They said they would tell.\""});
    return held;
}

DeletionAsked deletion()
{
    return {0,
            lead,
            CaseRef{"B"},
            today,
            "the lead",
            "telephone and cloud",
            std::nullopt,
            Answer::yes,
            "It was used.",
            ""};
}

ViewingRecorded viewing()
{
    return {0,
            lead,
            CaseRef{"A"},
            lead,
            "safeguarding lead",
            head,
            today,
            teacher,
            "the head's office",
            Answer::yes,
            "",
            ViewingGround::unavoidable,
            "It was on the school's own system.",
            Answer::no,
            today,
            "one minute",
            "The police were told.",
            Answer::yes};
}

SupportPlanMade plan()
{
    return {0,  lead, CaseRef{"A"}, "A parent is there tonight.", "the form tutor", "", "A mentor.", "",
            "", ""};
}

std::size_t waiting(const Desk& desk)
{
    return tasks_to_do(desk.now()).size();
}

TEST(ReviewMeeting, WantsAllNineThingsAndTakesNotKnown)
{
    Desk desk = grave();
    auto held = meeting(desk.now());
    held.findings.pop_back();
    EXPECT_EQ(desk.refused(KeepRecord{held}).why, CaseRefused::no_reason);
    desk.must(KeepRecord{meeting(desk.now())});
    EXPECT_EQ(kept_in<ReviewMeetingHeld>(desk.now()).size(), 1U);
}

TEST(ReviewMeeting, WantsTheWordsThatACriterionRestsOn)
{
    Desk desk = grave();
    ASSERT_FALSE(desk.now().advice->advice.criteria.empty());
    auto held = meeting(desk.now());
    held.criteria.front().words = " ";
    EXPECT_EQ(desk.refused(KeepRecord{held}).why, CaseRefused::no_reason);
    held.criteria.clear();
    EXPECT_EQ(desk.refused(KeepRecord{held}).why, CaseRefused::no_reason);
}

TEST(ReviewMeeting, HoldsUpNoReferral)
{
    Desk desk = grave();
    desk.must(tests::referring("REFER_IMMEDIATE"));
    desk.must(tests::referral());
    EXPECT_EQ(desk.now().referrals.size(), 1U);
}

TEST(OwnTask, IsDueByItsClockAndStaysUntilSettled)
{
    Desk desk = settled();
    const auto before = waiting(desk);
    desk.must(KeepRecord{OwnTaskSet{TaskId{""}, lead, "Ring the other school.", head, Clock::real, 4, {}}});
    EXPECT_EQ(waiting(desk), before + 1);
    const Task& task = desk.now().tasks.back();
    EXPECT_EQ(task.owner, head);
    EXPECT_EQ(task.set_by, lead);
    EXPECT_GT(task.set.due, task.set_at);
    desk.must(DropTask{task.set.task, head, "They rang us."});
    EXPECT_EQ(waiting(desk), before);
}

TEST(OwnTask, GoesUpOnceAndOnlyWhenItIsOverdue)
{
    Desk desk = settled();
    desk.must(KeepRecord{OwnTaskSet{TaskId{""}, lead, "Ring home.", lead, Clock::real, 1, {}}});
    const auto task = desk.now().tasks.back().set.task;
    EXPECT_EQ(desk.refused(PassTaskUp{task, head}).why, CaseRefused::settled_already);
    desk.wait(std::chrono::hours{24 * 30});
    desk.must(PassTaskUp{task, head});
    EXPECT_EQ(desk.now().tasks.back().passed_up_to, std::vector{head});
    EXPECT_EQ(desk.now().tasks.back().owner, lead);
    EXPECT_EQ(desk.refused(PassTaskUp{task, head}).why, CaseRefused::settled_already);
}

TEST(HandingOver, TakesTheCaseAndItsNamedTasks)
{
    Desk desk = settled();
    desk.must(KeepRecord{OwnTaskSet{TaskId{""}, lead, "Ring home.", lead, Clock::working, 8, {}}});
    desk.must(KeepRecord{CaseHandedOver{lead, head, "The lead leaves."}});
    EXPECT_EQ(desk.now().lead, head);
    EXPECT_EQ(desk.now().tasks.back().owner, head);
    EXPECT_EQ(desk.refused(KeepRecord{CaseHandedOver{lead, head, "Again."}}).why, CaseRefused::same_person);
}

TEST(Deleting, WaitsWhileAnAgencyIsInvolvedOrNothingIsDecided)
{
    Desk undecided;
    undecided.open().with_two_children().answered();
    EXPECT_EQ(undecided.refused(KeepRecord{deletion()}).why, CaseRefused::evidence_first);
    EXPECT_EQ(why_removal_waits(undecided.now(), tests::small_pack()), RemovalWaits::not_decided);

    Desk desk = grave();
    EXPECT_EQ(why_removal_waits(desk.now(), tests::small_pack()), RemovalWaits::police_or_social_care);
    EXPECT_EQ(desk.refused(KeepRecord{deletion()}).why, CaseRefused::evidence_first);
    auto agreed = deletion();
    agreed.police_agreed = "an officer, in writing, today";
    desk.must(KeepRecord{agreed});
}

TEST(Deleting, WaitsForTheSecondPerson)
{
    Desk desk;
    desk.open().with_two_children().answered();
    desk.must(not_referring("SCHOOL_MANAGE"));
    EXPECT_EQ(why_removal_waits(desk.now(), tests::small_pack()), RemovalWaits::sign_off_awaited);
    desk.must(SignOffDecision{1, head, std::nullopt});
    EXPECT_EQ(why_removal_waits(desk.now(), tests::small_pack()), std::nullopt);
    desk.must(KeepRecord{deletion()});
}

TEST(Deleting, ComesAfterReportRemove)
{
    Desk desk = settled();
    auto asked = deletion();
    asked.report_remove_first = Answer::unknown;
    EXPECT_EQ(desk.refused(KeepRecord{asked}).why, CaseRefused::report_remove_first);
}

TEST(Deleting, NeverHoldsAChildBackFromReportRemove)
{
    Desk desk = grave();
    desk.must(KeepRecord{RemovalAsked{lead, CaseRef{"A"}, today, RemovalBy::report_remove, "the child",
                                      "Report Remove", "", ""}});
    EXPECT_EQ(desk.refused(KeepRecord{RemovalAsked{lead, CaseRef{"A"}, today, RemovalBy::platform, "the lead",
                                                   "a photo app", "", ""}})
                  .why,
              CaseRefused::evidence_first);
}

TEST(Deleting, IsConfirmedOnceAndARefusalSaysWhatIsNext)
{
    Desk desk = settled();
    desk.must(KeepRecord{deletion()});
    DeletionAnswered answer{1, lead, std::nullopt, today, DeletionAnswer::refused, "\"No.\"", "", ""};
    EXPECT_EQ(desk.refused(KeepRecord{answer}).why, CaseRefused::no_reason);
    answer.answer = DeletionAnswer::confirmed;
    desk.must(KeepRecord{answer});
    EXPECT_EQ(kept_in<DeletionAnswered>(desk.now()).back().it->about, CaseRef{"B"});
    EXPECT_EQ(desk.refused(KeepRecord{answer}).why, CaseRefused::settled_already);
}

TEST(Viewing, IsRefusedWithoutAGroundAndWithAnAttestationOnly)
{
    Desk desk = settled();
    auto distressing = viewing();
    distressing.would_distress = Answer::unknown;
    EXPECT_EQ(desk.refused(KeepRecord{distressing}).why, CaseRefused::no_ground_to_view);
    auto unattested = viewing();
    unattested.attested = Answer::unknown;
    EXPECT_EQ(desk.refused(KeepRecord{unattested}).why, CaseRefused::no_reason);
    auto alone = viewing();
    alone.witness = alone.viewer;
    EXPECT_EQ(desk.refused(KeepRecord{alone}).why, CaseRefused::same_person);
    desk.must(KeepRecord{viewing()});
    EXPECT_EQ(kept_in<ViewingRecorded>(desk.now()).front().it->number, 1);
}

TEST(Viewing, IsSignedOnceByEachWhomItNames)
{
    Desk desk = settled();
    desk.must(KeepRecord{viewing()});
    EXPECT_EQ(desk.refused(KeepRecord{ViewingSigned{1, lead, SignsAs::approver, ""}}).why,
              CaseRefused::not_the_one_named);
    desk.must(KeepRecord{ViewingSigned{1, head, SignsAs::approver, ""}});
    EXPECT_EQ(desk.refused(KeepRecord{ViewingSigned{1, head, SignsAs::approver, ""}}).why,
              CaseRefused::settled_already);
    desk.must(KeepRecord{ViewingSigned{1, lead, SignsAs::witness, "the office safe"}});
}

TEST(Device, IsNotGivenBackWhilePoliceAreInvolvedUnlessTheyAgree)
{
    Desk desk = grave();
    desk.must(KeepRecord{DeviceTaken{0, lead, CaseRef{"A"}, "a black telephone", "on", "the lead", today,
                                     "It was handed over.", "Powered down.", "the safe"}});
    DeviceMoved back{1,          lead,       std::nullopt, today, DeviceWent::returned,
                     "the lead", "a parent", "receipt 4",  ""};
    EXPECT_EQ(desk.refused(KeepRecord{back}).why, CaseRefused::evidence_first);
    back.agreed = "an officer, in writing";
    desk.must(KeepRecord{back});
    EXPECT_EQ(desk.refused(KeepRecord{back}).why, CaseRefused::settled_already);
}

TEST(Family, NotToldIsLookedAtAgainWithinADayAndTellingSettlesIt)
{
    Desk desk = settled();
    const auto before = waiting(desk);
    FamilyNotTold not_told{
        lead,         CaseRef{"A"}, "mother", WhyNotTold::police_ask_to_wait, "The officer asked for a day.",
        "an officer", today,        25};
    EXPECT_EQ(desk.refused(KeepRecord{not_told}).why, CaseRefused::too_long_a_wait);
    not_told.again_in_hours = 12;
    desk.must(KeepRecord{not_told});
    EXPECT_EQ(waiting(desk), before + 1);
    desk.must(KeepRecord{
        FamilyTold{lead, CaseRef{"A"}, "mother", "the lead", today, "in person", "All of it.", ""}});
    EXPECT_EQ(waiting(desk), before);
}

TEST(SupportPlan, IsReviewedThreeTimesAndANewOneTakesItsPlace)
{
    Desk desk = settled();
    const auto before = waiting(desk);
    desk.must(KeepRecord{plan()});
    EXPECT_EQ(waiting(desk), before + 3);
    desk.must(KeepRecord{
        SupportPlanReviewed{1, lead, CaseRef{""}, ReviewWeek::first, today, "Better.", "Nothing."}});
    EXPECT_EQ(waiting(desk), before + 2);
    EXPECT_EQ(kept_in<SupportPlanReviewed>(desk.now()).front().it->about, CaseRef{"A"});
    desk.must(KeepRecord{plan()});
    EXPECT_EQ(waiting(desk), before + 3);
}

TEST(Conversation, HasAWordOfWhatWasSaid)
{
    Desk desk = settled();
    ConversationHeld held{lead, CaseRef{"A"}, "the child", today, "", "", "", "", ""};
    EXPECT_EQ(desk.refused(KeepRecord{held}).why, CaseRefused::nothing_said);
    held.their_words = "\"I want it gone, Zebedee said.\"";
    desk.must(KeepRecord{held});
    const auto texts = written_in(desk.now());
    EXPECT_NE(std::ranges::find(texts, std::string_view{held.their_words}), texts.end());
}

TEST(Written, HasWhatTheTasksSay)
{
    Desk desk = settled();
    ASSERT_FALSE(desk.now().tasks.empty());
    const auto texts = written_in(desk.now());
    for (const auto& task : desk.now().tasks)
        EXPECT_NE(std::ranges::find(texts, std::string_view{task.set.words}), texts.end()) << task.set.words;
}

TEST(KeptRecord, IsAboutSomebodyInTheCaseAndStaysOutOfOtherChildrensViews)
{
    Desk desk = settled();
    ConversationHeld held{lead, CaseRef{"Z"}, "a child", today, "", "", "words", "", ""};
    EXPECT_EQ(desk.refused(KeepRecord{held}).why, CaseRefused::nobody_such);
    held.about = CaseRef{"A"};
    desk.must(KeepRecord{held});
    const auto has_conversation = [&](const char* child) {
        const auto lines = lines_for(view_for(desk.now(), CaseRef{child}), chronology(desk.now(), {}));
        return std::ranges::any_of(lines,
                                   [](const Line& line) { return line.kind == LineKind::conversation; });
    };
    EXPECT_TRUE(has_conversation("A"));
    EXPECT_FALSE(has_conversation("B"));
}

TEST(Correction, AddsAndNeverReplaces)
{
    Desk desk = settled();
    desk.must(AddNote{NoteAdded{lead, today, "It was on Tuesday."}});
    const auto position = static_cast<int>(desk.now().history.back().position);
    const auto entries = desk.now().history.size();
    EXPECT_EQ(
        desk.refused(KeepRecord{EntryCorrected{lead, 9999, "Tuesday", "Wednesday", "The register."}}).why,
        CaseRefused::nobody_such);
    desk.must(KeepRecord{EntryCorrected{lead, position, "Tuesday", "Wednesday", "The register."}});
    EXPECT_EQ(desk.now().history.size(), entries + 1);
    const auto& note = std::get<NoteAdded>(*desk.now().history[entries - 1].event);
    EXPECT_EQ(note.words, "It was on Tuesday.");
}

}  // namespace
}  // namespace safelead::record
