#include "directory/who_to_ring.h"

#include "local_files.h"

#include <algorithm>

namespace safelead::directory {
namespace {

using namespace std::chrono;

WallTime at(const char* text)
{
    return parse_wall_time(text).value();
}

std::vector<ToRing> asked(const char* time, Asking asking)
{
    const auto& files = local_files();
    return who_to_ring(files.contacts, files.holidays, at(time), asking);
}

std::string first(const char* time, std::optional<Need> need, Audience audience = Audience::staff)
{
    return asked(time, {"leeds", need, audience}).at(0).contact.telephone.value().display;
}

std::string digits_of(std::string_view text)
{
    std::string digits;
    std::ranges::copy_if(text, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

TEST(WhoToRing, GivesTheDutyTeamByDayAndTheEmergencyTeamOtherwise)
{
    EXPECT_EQ(first("2026-11-23T10:00", Need::refer), "0113 376 0336");
    EXPECT_EQ(first("2026-11-23T18:40", Need::refer), "0113 535 0600");
    EXPECT_EQ(first("2026-11-28T10:00", Need::refer), "0113 535 0600") << "a Saturday";
    EXPECT_EQ(first("2026-12-25T10:00", Need::refer), "0113 535 0600") << "Christmas Day, a Friday";
    EXPECT_EQ(first("2026-12-28T10:00", Need::refer), "0113 535 0600")
        << "the substitute for Boxing Day, a Monday";
    EXPECT_EQ(first("2026-12-29T10:00", Need::refer), "0113 376 0336");
}

TEST(WhoToRing, GivesBothWhereSourcesDisagree)
{
    for (const auto* time : {"2026-11-23T08:45", "2026-11-27T16:45"}) {
        const auto list = asked(time, {"leeds", Need::refer, Audience::staff});
        ASSERT_EQ(list.size(), 2U);
        EXPECT_EQ(list[0].contact.id, ContactId{"leeds-duty-and-advice"});
        EXPECT_EQ(list[0].availability.now, Openness::sources_disagree);
        EXPECT_EQ(list[1].contact.id, ContactId{"leeds-emergency-duty-team"});
    }
}

TEST(WhoToRing, PutsDangerFirstAtAnyHour)
{
    for (const auto* time : {"2026-11-23T10:00", "2026-12-25T03:00"}) {
        for (const auto audience :
             {Audience::staff, Audience::young_person, Audience::parent, Audience::adult}) {
            EXPECT_EQ(first(time, std::nullopt, audience), "999");
        }
        const auto list = asked(time, {"leeds", Need::danger, Audience::staff});
        EXPECT_EQ(list.at(0).contact.telephone.value().dial, "999");
        EXPECT_EQ(list.at(1).need, Need::refer) << "then whoever must be told";
    }
}

TEST(WhoToRing, GivesAYoungPersonChildlineBeforeAnyOther)
{
    EXPECT_EQ(first("2026-11-23T22:00", Need::support_for_child, Audience::young_person), "0800 1111");
}

TEST(WhoToRing, GivesNoOtherAreasContactsAndNoneForAnotherAudience)
{
    for (const auto& one : asked("2026-11-23T10:00", {"elsewhere", std::nullopt, Audience::staff})) {
        EXPECT_EQ(one.contact.area, "england");
    }
    for (const auto& one : asked("2026-11-23T10:00", {"leeds", std::nullopt, Audience::young_person})) {
        EXPECT_NE(one.contact.id, ContactId{"revenge-porn-helpline"}) << "18 and over only";
        EXPECT_NE(one.contact.id, ContactId{"leeds-duty-and-advice"});
    }
}

TEST(WhoToRing, GivesEachContactOnce)
{
    const auto list = asked("2026-11-23T10:00", {"leeds", std::nullopt, Audience::staff});
    for (const auto& one : list) {
        EXPECT_EQ(std::ranges::count(list, one.contact.id, [](const ToRing& r) { return r.contact.id; }), 1);
    }
    EXPECT_GE(list.size(), 10U);
}

TEST(WhoToRing, NeverGivesANumberOfThePast)
{
    const auto& files = local_files();
    ASSERT_EQ(files.history.size(), 4U);
    for (const auto& contact : files.contacts.all) {
        if (!contact.telephone) continue;
        const auto number = digits_of(contact.telephone->display);
        EXPECT_NE(number, "08448920240");
        EXPECT_NE(number, "01133760469");
        for (const auto& past : files.history) EXPECT_EQ(digits_of(past.was).find(number), std::string::npos);
    }
}

TEST(WhoToRing, SaysThatNobodyHasCheckedTheNumbersYet)
{
    const Date today{year{2026} / 11 / 23};
    for (const auto& contact : local_files().contacts.all) {
        EXPECT_EQ(contact.verified_on, std::nullopt) << contact.id.text();
        EXPECT_EQ(checked_words(contact, today), "No person has checked this yet.");
        EXPECT_FALSE(contact.sources.empty());
    }
}

TEST(CheckedWords, SayWhenAndWhetherItIsDueAgain)
{
    auto contact = local_files().contacts.all.front();
    contact.verified_on = year{2026} / 11 / 20;
    contact.review_by = year{2027} / 2 / 20;
    EXPECT_EQ(checked_words(contact, year{2027} / 2 / 20), "Checked on 20 November 2026.");
    EXPECT_EQ(checked_words(contact, year{2027} / 2 / 21),
              "Not checked since 20 November 2026. It was due to be checked again by 20 February 2027.");
    contact.verified_on.reset();
    EXPECT_EQ(checked_words(contact, year{2027} / 2 / 21),
              "No person has checked this yet. It was due to be checked by 20 February 2027.");
}

TEST(Availability, SaysWhenItChanges)
{
    const auto& files = local_files();
    const auto& duty = *files.contacts.find(ContactId{"leeds-duty-and-advice"});
    const auto said = [&](const char* time) {
        return words(availability(duty, files.contacts, files.holidays, at(time)), at(time));
    };
    EXPECT_EQ(said("2026-11-23T10:00"), "Open now, until 5pm.");
    EXPECT_EQ(said("2026-11-27T10:00"), "Open now, until 4:30pm.");
    EXPECT_EQ(said("2026-11-23T07:00"), "Closed now. Opens today at 9am.");
    EXPECT_EQ(said("2026-11-23T17:00"), "Closed now. Opens tomorrow at 9am.");
    EXPECT_EQ(said("2026-12-24T18:00"), "Closed now. Opens on Tuesday 29 December 2026 at 9am.");
}

TEST(Availability, OfTheEmergencyTeamIsTheDutyTeamsTurnedRound)
{
    const auto& files = local_files();
    const auto& team = *files.contacts.find(ContactId{"leeds-emergency-duty-team"});
    const auto said = [&](const char* time) {
        return words(availability(team, files.contacts, files.holidays, at(time)), at(time));
    };
    EXPECT_EQ(said("2026-11-23T18:40"), "Open now, until 8:30am tomorrow.");
    EXPECT_EQ(said("2026-11-23T10:00"), "Closed now. Opens today at 5pm.");
}

}  // namespace
}  // namespace safelead::directory
