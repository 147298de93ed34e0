#include "web/forms/form_reader.h"

#include "directory/local_time.h"
#include "web/forms/case_forms.h"
#include "web/forms/concern_form.h"

#include <gmock/gmock.h>

namespace safelead::web {
namespace {

using namespace std::chrono_literals;
using testing::ElementsAre;

/// A wall clock that always shows UTC.
class PlainZone final : public directory::Zone {
public:
    [[nodiscard]] directory::LocalTime local(Instant instant) const override
    {
        const auto day = std::chrono::floor<std::chrono::days>(instant);
        return {{Date{day}, std::chrono::floor<std::chrono::minutes>(instant - day)}, 0min, false};
    }
    [[nodiscard]] Instant instant(directory::WallTime wall) const override
    {
        return std::chrono::sys_days{wall.date} + wall.time;
    }
};

const PlainZone zone;

std::vector<std::string> fields_of(const FormErrors& errors)
{
    std::vector<std::string> fields;
    for (const auto& error : errors) fields.push_back(error.field);
    return fields;
}

Date on(int year, unsigned month, unsigned day)
{
    return Date{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
}

TEST(FormReader, TrimsAndJoinsLines)
{
    const FormFields typed{{{"words", "  one\r\ntwo \r\n"}}};
    FormReader read{typed, zone};
    EXPECT_EQ(read.words("words"), "one\ntwo");
    EXPECT_TRUE(read.errors().empty());
}

TEST(FormReader, ReadsADayWithTheMonthAsANumberOrAName)
{
    for (const auto* month : {"11", "nov", "November"}) {
        const FormFields typed{{{"when-day", "23"}, {"when-month", month}, {"when-year", "2026"}}};
        FormReader read{typed, zone};
        EXPECT_EQ(read.date("when"), on(2026, 11, 23)) << month;
    }
}

TEST(FormReader, TakesNoTimeThatHasNotComeYetOfWhatHasHappened)
{
    const auto now = *parse_instant("2026-11-23T10:00:30Z");
    const auto read_of = [&](std::string day, std::string year, std::string time) {
        const FormFields typed{{{"called", "by telephone"},
                                {"called-day", std::move(day)},
                                {"called-month", "11"},
                                {"called-year", std::move(year)},
                                {"called-time", std::move(time)}}};
        FormReader read{typed, zone};
        (void)read.past_event_time("called", now);
        return fields_of(read.errors());
    };
    EXPECT_THAT(read_of("23", "2026", "10:00"), ElementsAre());
    EXPECT_THAT(read_of("23", "2026", "10:01"), ElementsAre()) << "a clock may be a little ahead";
    EXPECT_THAT(read_of("23", "2026", "10:02"), ElementsAre("called-time"));
    EXPECT_THAT(read_of("23", "2026", ""), ElementsAre()) << "today has come";
    EXPECT_THAT(read_of("24", "2026", ""), ElementsAre("called-day"));
    EXPECT_THAT(read_of("24", "2026", "09:00"), ElementsAre("called-day"));
    EXPECT_THAT(read_of("22", "2027", "09:00"), ElementsAre("called-day"));
    EXPECT_THAT(read_of("22", "2025", "23:59"), ElementsAre());
}

TEST(FormReader, SaysThatADayDoesNotExist)
{
    const FormFields typed{{{"when-day", "30"}, {"when-month", "2"}, {"when-year", "2026"}}};
    FormReader read{typed, zone};
    EXPECT_EQ(read.date("when"), std::nullopt);
    EXPECT_THAT(fields_of(read.errors()), ElementsAre("when-day"));
}

TEST(FormReader, TakesAnEmptyDayForNotKnown)
{
    const FormFields typed;
    FormReader read{typed, zone};
    EXPECT_EQ(read.date("when"), std::nullopt);
    EXPECT_TRUE(read.errors().empty());
}

TEST(FormReader, ReadsTimesAsPeopleWriteThem)
{
    const std::pair<const char*, std::chrono::minutes> times[] = {
        {"2:30pm", 14h + 30min}, {"2.30 PM", 14h + 30min}, {"14:30", 14h + 30min}, {"9am", 9h}, {"12am", 0h},
        {"12pm", 12h},           {"midday", 12h},          {"0:05", 5min}};
    for (const auto& [words, time] : times) {
        const FormFields typed{{{"at", words}}};
        FormReader read{typed, zone};
        EXPECT_EQ(read.time_of_day("at"), time) << words;
    }
}

TEST(FormReader, RefusesWhatIsNoTime)
{
    for (const auto* words : {"25:00", "14", "13pm", "2:75pm", "soon"}) {
        const FormFields typed{{{"at", words}}};
        FormReader read{typed, zone};
        EXPECT_EQ(read.time_of_day("at"), std::nullopt) << words;
        EXPECT_THAT(fields_of(read.errors()), ElementsAre("at")) << words;
    }
}

TEST(FormReader, GivesWordsToADayWithoutAny)
{
    const FormFields typed{
        {{"when-day", "23"}, {"when-month", "11"}, {"when-year", "2026"}, {"when-time", "9am"}}};
    FormReader read{typed, zone};
    const auto time = read.event_time("when");
    EXPECT_FALSE(time.words.empty());
    EXPECT_EQ(time.day, on(2026, 11, 23));
    EXPECT_EQ(time.instant, zone.instant({on(2026, 11, 23), 9h}));
}

TEST(FormReader, KeepsWordsThatNameNoDay)
{
    const FormFields typed{{{"when", "after lunch"}}};
    FormReader read{typed, zone};
    EXPECT_EQ(read.event_time("when"), (record::EventTime{"after lunch", std::nullopt, std::nullopt}));
}

TEST(FormReader, NoticesAFormThatLostItsCommand)
{
    const FormFields typed;
    FormReader read{typed, zone};
    EXPECT_EQ(read.command().text(), "");
    EXPECT_THAT(fields_of(read.errors()), ElementsAre("form"));
}

TEST(OwnAddress, IsAPathAndNothingElse)
{
    EXPECT_TRUE(is_own_address("/cases/C-1?saved=1"));
    EXPECT_FALSE(is_own_address("//example.org"));
    EXPECT_FALSE(is_own_address("/\\example.org"));
    EXPECT_FALSE(is_own_address("https://example.org/"));
    EXPECT_FALSE(is_own_address(""));
    EXPECT_FALSE(is_own_address("/a\nb"));
}

TEST(ConcernForm, NeedsAChildTheWordsAndAnAnswerAboutDanger)
{
    const FormFields typed{{{"command", "0123456789"}}};
    const auto concern = parse_concern(typed, zone);
    ASSERT_FALSE(concern);
    EXPECT_THAT(fields_of(concern.error()), ElementsAre("child", "words", "danger"));
}

TEST(ConcernForm, DoesNotTakeAnUnansweredQuestionForNo)
{
    const FormFields typed{
        {{"command", "0123456789"}, {"unlisted", "Sam"}, {"words", "x"}, {"danger", "unknown"}}};
    const auto concern = parse_concern(typed, zone);
    ASSERT_TRUE(concern);
    EXPECT_EQ(concern->report.danger_now, record::Answer::unknown);
    EXPECT_EQ(concern->report.staff_involved, record::StaffInvolved::unknown);
    EXPECT_EQ(concern->report.told_lead_in_person, record::Answer::unknown);
    EXPECT_EQ(concern->report.staff_exposure, record::StaffExposure::unknown);
}

TEST(ConcernForm, TakesOneChildALineFromThoseNotOnTheList)
{
    const FormFields typed{{{"command", "0123456789"},
                            {"unlisted", "Sam Reed, Year 9\r\n\r\nJo"},
                            {"words", "x"},
                            {"danger", "no"}}};
    const auto concern = parse_concern(typed, zone);
    ASSERT_TRUE(concern);
    EXPECT_THAT(concern->report.not_on_list,
                ElementsAre(app::NotOnList{"Sam Reed", "Year 9"}, app::NotOnList{"Jo", ""}));
}

TEST(AnswersForm, SendsOnlyWhatChanged)
{
    record::Case state;
    state.answers.emplace("coercion", record::Established{"no", PersonId{"p"}, {}, ""});
    const FormFields typed{
        {{"command", "0123456789"}, {"fact-coercion", "no"}, {"fact-blackmail", "unknown"}}};
    const auto answers = parse_answers(typed, zone, PersonId{"p"}, state);
    ASSERT_TRUE(answers);
    EXPECT_THAT(answers->asked.answers, ElementsAre(record::FactAnswered{"blackmail", "unknown"}));
}

TEST(DecisionForm, KeepsALineForEachFactThatIsNotKnown)
{
    const FormFields typed{{{"command", "0123456789"},
                            {"route", "SCHOOL_MANAGE"},
                            {"enough-known", "yes"},
                            {"unknown-coercion", " asked twice "},
                            {"unknown-grooming", ""}}};
    const auto decision = parse_decision(typed, zone, PersonId{"p"});
    ASSERT_TRUE(decision);
    EXPECT_EQ(decision->asked.enough_known, record::Answer::yes);
    EXPECT_EQ(decision->asked.manageable, record::Answer::unknown);
    EXPECT_THAT(decision->asked.still_unknown, ElementsAre(record::StillUnknown{"coercion", "asked twice"}));
}

TEST(SignOffForm, NeedsAllOfARecordedCall)
{
    const FormFields typed{{{"command", "0123456789"}, {"answer", "call"}, {"call-name", "Ada Bell"}}};
    const auto answer = parse_sign_off(typed, zone, PersonId{"p"}, 1);
    ASSERT_FALSE(answer);
    EXPECT_THAT(fields_of(answer.error()), ElementsAre("call-position", "call", "call-said"));
}

}  // namespace
}  // namespace safelead::web
