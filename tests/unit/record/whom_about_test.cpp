// Whom an event of a case is about, by its history and not by who is in it now.

#include "record/whom_about.h"

#include "support/case_builders.h"

#include <gtest/gtest.h>

namespace safelead::record {
namespace {

using tests::Desk;
using tests::lead;

const EventTime yesterday{"yesterday", std::nullopt, std::nullopt};

Desk with_two()
{
    Desk desk;
    desk.open().with_two_children().answered();
    return desk;
}

int last_entry(const Desk& desk)
{
    return static_cast<int>(desk.now().history.back().position);
}

EntryCorrected correction_of(int entry)
{
    return {lead, entry, "Tuesday", "Wednesday", "The register."};
}

TEST(WhomAbout, IsWhoTheEntryIsAboutThatACorrectionSpeaksOf)
{
    Desk desk = with_two();
    desk.must(KeepRecord{ImpactNoted{lead, CaseRef{"B"}, ImpactOn::attendance, yesterday, "Away.", ""}});
    EXPECT_EQ(whom_about(desk.now(), correction_of(last_entry(desk))), WhomAbout{CaseRef{"B"}});
    desk.must(KeepRecord{correction_of(last_entry(desk))});
    EXPECT_EQ(whom_about(desk.now(), correction_of(last_entry(desk))), WhomAbout{CaseRef{"B"}})
        << "also a correction of that";
    desk.must(AddNote{NoteAdded{lead, yesterday, "It was on Tuesday."}});
    EXPECT_EQ(whom_about(desk.now(), correction_of(last_entry(desk))), WhomAbout{AboutTheCase{}});
}

TEST(WhomAbout, IsNotTheCaseWhereWhatItSpeaksOfIsNotThere)
{
    const Desk desk = with_two();
    for (const int entry : {0, -1, 9999})
        EXPECT_EQ(whom_about(desk.now(), correction_of(entry)), WhomAbout{AboutSomebodyErased{}});
    EXPECT_EQ(whom_about(desk.now(), ViewingSigned{1, lead, SignsAs::viewer, ""}),
              WhomAbout{AboutSomebodyErased{}});
}

TEST(WhomAbout, IsWhoeverWasAddedDescribedOrTakenOut)
{
    const Desk desk = with_two();
    EXPECT_EQ(whom_about(desk.now(), PersonTakenOut{lead, CaseRef{"A"}, "Not involved"}),
              WhomAbout{CaseRef{"A"}});
    EXPECT_EQ(whom_about(desk.now(), PersonAdded{lead, CaseRef{"C"}, std::nullopt, "an adult, not named"}),
              WhomAbout{CaseRef{"C"}});
}

TEST(AddedAs, KnowsWhoeverWasTakenOutAndNobodyElse)
{
    Desk desk = with_two();
    const auto child = desk.now().people.front().child;
    desk.must(TakePersonOut{lead, CaseRef{"A"}, "Not involved"});
    ASSERT_NE(added_as(desk.now(), CaseRef{"A"}), nullptr);
    EXPECT_EQ(added_as(desk.now(), CaseRef{"A"})->child, child);
    EXPECT_EQ(added_as(desk.now(), CaseRef{"Z"}), nullptr);
}

}  // namespace
}  // namespace safelead::record
