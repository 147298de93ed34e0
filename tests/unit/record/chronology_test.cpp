#include "record/chronology.h"

#include "support/case_builders.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace safelead::record {
namespace {

using tests::at;
using tests::Desk;
using tests::lead;
using tests::on;

std::vector<LineKind> kinds(const std::vector<Line>& lines)
{
    std::vector<LineKind> all;
    for (const Line& line : lines) all.push_back(line.kind);
    return all;
}

const Line& only(const std::vector<Line>& lines, LineKind kind)
{
    EXPECT_EQ(std::ranges::count(lines, kind, &Line::kind), 1);
    return *std::ranges::find(lines, kind, &Line::kind);
}

TEST(Chronology, HasEveryEventOnceInTheOrderOfEntryWhereNothingElseIsSaid)
{
    Desk desk;
    desk.open().with_two_children();
    const auto lines = chronology(desk.now(), {});
    EXPECT_EQ(lines.size(), desk.now().history.size());
    EXPECT_EQ(kinds(lines),
              (std::vector{LineKind::case_opened, LineKind::advice_given, LineKind::person_added,
                           LineKind::person_added, LineKind::person_described, LineKind::advice_given,
                           LineKind::task_set, LineKind::person_described, LineKind::advice_given}));
}

TEST(Chronology, PutsALineWhereItHappenedAndSaysThatItWasEnteredLater)
{
    Desk desk;
    desk.open();
    desk.must(AddNote{NoteAdded{lead, {"last Thursday", on("2026-11-19"), {}}, "A parent rang."}});
    const auto lines = chronology(desk.now(), {});
    EXPECT_EQ(lines.front().kind, LineKind::note_added);
    EXPECT_EQ(lines.front().entered, Entered::later);
    EXPECT_EQ(lines.front().happened_at, at("2026-11-19T00:00:00Z"));
    EXPECT_EQ(lines.front().entered_at, at("2026-11-23T09:01:00Z"));
    EXPECT_EQ(lines.front().when->words, "last Thursday");
    EXPECT_EQ(only(lines, LineKind::case_opened).entered, Entered::at_the_time);
}

TEST(Chronology, LeavesWhatIsToldOfTodayWhereItWasEnteredUnlessTheMinuteIsKnown)
{
    Desk desk;
    desk.open();
    desk.must(AddNote{NoteAdded{lead, {"today", on("2026-11-23"), {}}, "x"}});
    desk.must(AddNote{NoteAdded{lead, {"at 8", on("2026-11-23"), at("2026-11-23T08:00:00Z")}, "y"}});
    const auto lines = chronology(desk.now(), {});
    EXPECT_EQ(std::get<NoteAdded>(*lines.front().in_case).words, "y");
    EXPECT_EQ(lines.front().entered, Entered::at_the_time);
    EXPECT_EQ(std::get<NoteAdded>(*lines.back().in_case).words, "x");
}

TEST(Chronology, HasTheConcernsOfTheCase)
{
    Desk desk;
    desk.open();
    auto told = tests::report();
    told.when.day = on("2026-11-20");
    const Concern concern = tests::concern_after({told, TakeIntoCase{lead, CaseId{"case-1"}}});
    const auto lines = chronology(desk.now(), {&concern});
    EXPECT_EQ(lines.front().kind, LineKind::concern_reported);
    EXPECT_EQ(lines.front().by, tests::teacher);
    EXPECT_TRUE(std::holds_alternative<ConcernReported>(*lines.front().in_concern));
    EXPECT_EQ(only(lines, LineKind::concern_taken_into_case).by, lead);
    EXPECT_EQ(only(lines, LineKind::advice_given).by, std::nullopt);
}

TEST(ChildView, ShowsEverybodyElseUnderAPseudonym)
{
    Desk desk;
    desk.open().with_two_children();
    desk.must(AddPerson{lead, std::nullopt, "a member of staff"});
    desk.must(AddPerson{lead, std::nullopt, "somebody met online"});
    desk.must(DescribePerson{lead, CaseRef{"C"}, {"sharer"}, {}, {}, {}, {}, "", "staff"});
    const ChildView view = view_for(desk.now(), CaseRef{"B"});
    EXPECT_EQ(view.others,
              (std::vector<SeenAs>{
                  {CaseRef{"A"}, "Child A"}, {CaseRef{"C"}, "Adult 1"}, {CaseRef{"D"}, "Person D"}}));
    EXPECT_EQ(view.pseudonym(CaseRef{"B"}), nullptr);
    EXPECT_EQ(*view.pseudonym(CaseRef{"A"}), "Child A");
    EXPECT_THROW((void)view_for(desk.now(), CaseRef{"Q"}), Bug);
}

TEST(ChildView, KeepsAPseudonymForSomebodyWhoWasTakenOut)
{
    Desk desk;
    desk.open().with_two_children();
    desk.must(TakePersonOut{lead, CaseRef{"A"}, "It was somebody else."});
    EXPECT_EQ(*view_for(desk.now(), CaseRef{"B"}).pseudonym(CaseRef{"A"}), "Child A");
}

TEST(ChildView, LeavesOutTheLinesThatAreAboutAnotherAlone)
{
    Desk desk;
    desk.open().with_two_children();
    const auto view = view_for(desk.now(), CaseRef{"B"});
    const auto lines = lines_for(view, chronology(desk.now(), {}));
    EXPECT_EQ(lines.size(), desk.now().history.size() - 2);
    for (const Line& line : lines) EXPECT_TRUE(!line.about || *line.about == CaseRef{"B"});
}

}  // namespace
}  // namespace safelead::record
