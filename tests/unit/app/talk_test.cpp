#include "app/talk.h"

#include "app/cases.h"
#include "app/concerns.h"
#include "app/conversations.h"
#include "app/keep_in_directory.h"
#include "app/late_talk.h"
#include "app/report_concern.h"
#include "app/talk_settings.h"
#include "app/tidy.h"
#include "support/practice_partnership.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using test::PracticePartnership;

Date on(std::string_view text)
{
    return *parse_date(text);
}

/// A school that answers young people on weekdays of one term, and somebody who writes to it.
class School {
public:
    School()
    {
        directory::TalkHours hours;
        hours.people = {lead().person};
        for (std::size_t day = 0; day < 5; ++day) hours.week.at(day) = directory::Interval{8h + 30min, 16h};
        hours.terms = {{on("2026-11-02"), on("2026-12-18")}};
        if (!wait_for(set_talk_hours(at.safelead(), lead(), at.command(), hours)))
            throw_bug("the school could not be switched on");
    }

    [[nodiscard]] Actor lead() { return at.actor("lead@fennimore.example"); }
    [[nodiscard]] Actor head() { return at.actor("head@fennimore.example"); }
    [[nodiscard]] OrganisationId id() { return lead().organisation; }

    [[nodiscard]] NewTalk talk(std::string words = "Something was shared.", std::string name = {})
    {
        return {id(),
                std::move(words),
                std::move(name),
                record::NameAgreement::ask_first,
                record::StaffInvolved::unknown,
                "192.0.2.1"};
    }

    [[nodiscard]] TalkStarted begin(NewTalk talk)
    {
        return wait_for(start_talk(at.safelead(), at.command(), std::move(talk))).value();
    }

    [[nodiscard]] TalkAnswer back(const std::string& code, std::string address = "192.0.2.1")
    {
        return wait_for(come_back(at.safelead(), {id(), code, std::move(address)}));
    }

    [[nodiscard]] record::Reference only()
    {
        return conversations(at.safelead(), lead())->all.at(0).reference;
    }

    [[nodiscard]] ConversationView read(const Actor& actor)
    {
        return wait_for(read_conversation(at.safelead(), actor, only())).value();
    }

    [[nodiscard]] Outcome<ConversationChanged> change(const Actor& actor, ConversationChange what)
    {
        return wait_for(change_conversation(at.safelead(), actor, at.command(), only(), std::move(what)));
    }

    PracticePartnership at;
};

const std::string wrong_code = "acorn acorn acorn acorn acorn acorn acorn acorn acorn";

TEST(Talk, IsOffUntilTheSchoolNamesWhoAnswersAndWhen)
{
    PracticePartnership at;
    EXPECT_TRUE(schools_to_write_to(at.safelead()).empty());
    const auto school = at.actor("lead@fennimore.example").organisation;
    EXPECT_FALSE(talk_place(at.safelead(), school));
    const auto refused =
        wait_for(start_talk(at.safelead(), at.command(), {school, "Hello.", "", {}, {}, ""}));
    EXPECT_EQ(refused.error(), TalkRefusal::off);
    School on;
    EXPECT_EQ(schools_to_write_to(on.at.safelead()).size(), 1U);
    EXPECT_TRUE(talk_place(on.at.safelead(), on.id())->reading.until) << "Monday at ten";
}

TEST(Talk, GoesBothWaysAndSurvivesARestart)
{
    School school;
    const auto started = school.begin(school.talk());
    EXPECT_EQ(std::ranges::count(started.code, ' '), 8);
    EXPECT_TRUE(school.read(school.lead()).it->messages.at(0).words == "Something was shared.");
    ASSERT_TRUE(school.change(school.lead(), record::AnswerYoungPerson{PersonId{""}, "Thank you."}));
    school.at.restart();
    auto back = school.back("  " + started.code + "\n");
    ASSERT_TRUE(back);
    EXPECT_EQ(back->it->messages.size(), 2U);
    EXPECT_EQ(back->it->messages.at(1).by, school.lead().person) << "whoever is signed in, whatever was said";
    EXPECT_TRUE(back->it->read_at);
    const auto more =
        wait_for(say_more(school.at.safelead(), school.at.command(), back->pass, {"More.", "", {}}));
    ASSERT_TRUE(more);
    EXPECT_EQ(more->it->messages.size(), 3U);
    leave_talk(school.at.safelead(), back->pass);
    EXPECT_EQ(wait_for(look_again(school.at.safelead(), back->pass)).error(), TalkRefusal::over);
}

TEST(Talk, ShowsTheSameCodeToTheSameSendingForTenMinutes)
{
    School school;
    const auto command = school.at.command();
    const auto first = wait_for(start_talk(school.at.safelead(), command, school.talk())).value();
    EXPECT_EQ(wait_for(start_talk(school.at.safelead(), command, school.talk()))->code, first.code);
    EXPECT_EQ(wait_for(start_talk(school.at.safelead(), command, school.talk("Other words."))).error(),
              TalkRefusal::other_content);
    school.at.clock().pass(11min);
    EXPECT_EQ(wait_for(start_talk(school.at.safelead(), command, school.talk()))->code, "");
    EXPECT_EQ(conversations(school.at.safelead(), school.lead())->all.size(), 1U);
}

TEST(Talk, AnswersEveryCodeThatOpensNothingAlike)
{
    School school;
    const auto code = school.begin(school.talk()).code;
    for (const auto& typed : {wrong_code, std::string{"no code at all"}, std::string{}, code + " acorn"})
        EXPECT_EQ(school.back(typed).error(), TalkRefusal::wrong) << typed;
    EXPECT_EQ(
        wait_for(come_back(school.at.safelead(), {OrganisationId{"nowhere"}, code, "192.0.2.1"})).error(),
        TalkRefusal::wrong);
    school.at.clock().pass(std::chrono::days{90} + 1min);
    EXPECT_EQ(school.back(code).error(), TalkRefusal::wrong) << "too old";
}

TEST(Talk, EndsAPassAfterHalfAnHour)
{
    School school;
    const auto back = school.back(school.begin(school.talk()).code).value();
    school.at.clock().pass(29min);
    ASSERT_TRUE(wait_for(look_again(school.at.safelead(), back.pass)));
    school.at.clock().pass(31min);
    EXPECT_EQ(wait_for(look_again(school.at.safelead(), back.pass)).error(), TalkRefusal::over);
    EXPECT_EQ(wait_for(look_again(school.at.safelead(), "made up")).error(), TalkRefusal::over);
}

TEST(Talk, LimitsGuessingWithoutShuttingOutASharedAddress)
{
    School school;
    const auto code = school.begin(school.talk()).code;
    for (int i = 0; i < 1000; ++i) (void)school.back(wrong_code, "198.51.100.7");
    EXPECT_EQ(school.back(code, "198.51.100.7").error(), TalkRefusal::wait);
    EXPECT_TRUE(school.back(code, "192.0.2.1")) << "an address that took no part";
    for (int i = 0; i < 29; ++i) (void)school.back(wrong_code, "192.0.2.1");
    EXPECT_TRUE(school.back(code, "192.0.2.1")) << "a school with some mistakes";
    school.at.clock().pass(16min);
    EXPECT_TRUE(school.back(code, "198.51.100.7"));
}

TEST(Talk, LimitsFloodsOfASchoolAndOfAConversation)
{
    School school;
    const auto started = school.begin(school.talk());
    for (int i = 0; i < 39; ++i) (void)school.begin(school.talk());
    EXPECT_EQ(wait_for(start_talk(school.at.safelead(), school.at.command(), school.talk())).error(),
              TalkRefusal::wait);
    auto elsewhere = school.talk();
    elsewhere.address = "203.0.113.9";
    EXPECT_TRUE(wait_for(start_talk(school.at.safelead(), school.at.command(), elsewhere)));
    const auto pass = school.back(started.code)->pass;
    for (int i = 0; i < 40; ++i)
        ASSERT_TRUE(wait_for(say_more(school.at.safelead(), school.at.command(), pass, {"More.", "", {}})));
    EXPECT_EQ(wait_for(say_more(school.at.safelead(), school.at.command(), pass, {"More.", "", {}})).error(),
              TalkRefusal::wait);
}

TEST(Talk, PassesTheGate)
{
    School school;
    const auto started = school.begin(
        school.talk("Look: data:image/png;base64,"
                    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5E"
                    "rkJggg==Qx7Zp0Lm4Tn9Vb2Rk6Wc8Hf3Jd5Sg1YaUeIoPqXwZrTyBnMvCkLsDjFhGgEt"));
    EXPECT_GE(started.taken_out, 1U);
    const auto words = school.read(school.lead()).it->messages.at(0).words;
    EXPECT_TRUE(words.starts_with("Look:")) << words;
    EXPECT_EQ(words.find("iVBOR"), std::string::npos);
}

TEST(Talk, KeepsANameOutOfTheConversation)
{
    School school;
    const auto code = school.begin(school.talk("Something was shared.", "Jo Marsh 8B")).code;
    auto view = school.read(school.lead());
    EXPECT_EQ(view.it->name, record::NameStanding::sealed);
    EXPECT_FALSE(view.name);
    ASSERT_TRUE(school.change(school.lead(), record::AskForName{PersonId{""}, "So that we can find you."}));
    const auto pass = school.back(code)->pass;
    ASSERT_TRUE(
        wait_for(answer_about_name(school.at.safelead(), school.at.command(), pass, record::Answer::yes)));
    ASSERT_TRUE(school.change(school.lead(), record::OpenName{PersonId{""}, record::NameBasis::agreed, ""}));
    EXPECT_EQ(school.read(school.lead()).name, "Jo Marsh 8B");
    EXPECT_FALSE(school.read(school.head()).name) << "nobody else sees it by that";
    EXPECT_EQ(school.back(code)->it->openings.size(), 1U) << "they are told";
}

TEST(Talk, HasAnOpeningForDangerLookedAtBySomebodyElse)
{
    School school;
    (void)school.begin(school.talk("Something was shared.", "Jo Marsh 8B"));
    ASSERT_TRUE(school.change(
        school.lead(), record::OpenName{PersonId{""}, record::NameBasis::danger, "They are not safe."}));
    EXPECT_TRUE(conversations(school.at.safelead(), school.lead())->to_review.empty());
    EXPECT_EQ(conversations(school.at.safelead(), school.head())->to_review.size(), 1U);
    const record::ReviewNameOpening review{1, PersonId{""}, record::OpeningFound::right, "There was danger."};
    EXPECT_FALSE(school.change(school.lead(), review)) << "never their own";
    ASSERT_TRUE(school.change(school.head(), review));
    EXPECT_TRUE(conversations(school.at.safelead(), school.head())->to_review.empty());
}

TEST(Talk, GoesPastTheLeadIfItIsAboutThem)
{
    School school;
    auto talk = school.talk();
    talk.about = record::StaffInvolved::lead;
    EXPECT_EQ(school.begin(talk).routed_to, record::RoutedTo::head);
    EXPECT_TRUE(conversations(school.at.safelead(), school.lead())->all.empty());
    const auto seen = conversations(school.at.safelead(), school.head())->all;
    ASSERT_EQ(seen.size(), 1U);
    EXPECT_EQ(wait_for(read_conversation(school.at.safelead(), school.lead(), seen.at(0).reference)).error(),
              NotDone{NotThere{}});
}

TEST(Talk, GoesToTheChairIfItIsAboutALeadWhoIsTheHeadToo)
{
    School school;
    const auto by =
        directory::by_two(school.lead().person, school.at.actor("deputy@fennimore.example").person);
    const directory::GiveRole give{school.head().person, school.id(), directory::Role::dsl, by};
    ASSERT_TRUE(wait_for(keep_in_directory(school.at.safelead().parts(), "test", school.at.command(),
                                           Said{"give role"}, give)));
    auto talk = school.talk();
    talk.about = record::StaffInvolved::lead;
    EXPECT_EQ(school.begin(talk).routed_to, record::RoutedTo::chair);
    EXPECT_TRUE(conversations(school.at.safelead(), school.head())->all.empty());
    EXPECT_EQ(conversations(school.at.safelead(), school.at.actor("chair@fennimore.example"))->all.size(),
              1U);
}

TEST(Talk, BecomesAConcernWordForWordAndTheYoungPersonIsTold)
{
    School school;
    const auto code = school.begin(school.talk("Something was shared.")).code;
    const auto reported = wait_for(make_concern(school.at.safelead(), school.lead(), school.at.command(),
                                                school.only(), {"", record::Answer::no, {}}))
                              .value();
    const auto concern =
        wait_for(read_concern(school.at.safelead(), school.lead(), reported.reference)).value();
    EXPECT_EQ(concern.it->reported.words, "Something was shared.");
    const auto back = school.back(code).value();
    EXPECT_EQ(back.it->concern, concern.it->reported.concern);
    EXPECT_FALSE(back.in_case);
    ASSERT_TRUE(
        wait_for(open_case(school.at.safelead(), school.lead(), school.at.command(), {reported.reference})));
    EXPECT_TRUE(school.back(code)->in_case);
}

TEST(Talk, TellsThoseWhoComeBackThatTheSchoolHasStopped)
{
    School school;
    const auto code = school.begin(school.talk()).code;
    ASSERT_TRUE(wait_for(stop_talk(school.at.safelead(), school.lead(), school.at.command())));
    EXPECT_TRUE(schools_to_write_to(school.at.safelead()).empty());
    EXPECT_EQ(schools_to_come_back_to(school.at.safelead()).size(), 1U);
    const auto back = school.back(code);
    ASSERT_TRUE(back);
    EXPECT_FALSE(back->place.is_on());
    EXPECT_EQ(
        wait_for(say_more(school.at.safelead(), school.at.command(), back->pass, {"More.", "", {}})).error(),
        TalkRefusal::off);
}

TEST(Talk, IsNoneOfATeachersWork)
{
    School school;
    (void)school.begin(school.talk());
    const auto teacher = school.at.actor("teacher@fennimore.example");
    EXPECT_FALSE(conversations(school.at.safelead(), teacher));
    EXPECT_EQ(wait_for(read_conversation(school.at.safelead(), teacher, school.only())).error(),
              NotDone{NotThere{}});
    EXPECT_FALSE(wait_for(stop_talk(school.at.safelead(), teacher, school.at.command())));
}

TEST(Talk, ThatWaitsTooLongReachesWhoAnswersAndThenTheNextPersonUp)
{
    School school;  // Written on Monday 23 November; an answer by the end of Tuesday.
    school.at.clock().set(std::chrono::sys_days{on("2026-11-23")} + 10h);
    (void)school.begin(school.talk());
    const auto late = [&school](const Actor& actor) {
        return late_talk(school.at.safelead(), actor).value();
    };
    EXPECT_TRUE(late(school.lead()).empty());

    school.at.clock().set(std::chrono::sys_days{on("2026-11-24")} + 16h + 1min);
    ASSERT_EQ(late(school.lead()).size(), 1U);
    EXPECT_FALSE(late(school.lead()).at(0).is_passed_up);
    EXPECT_EQ(late(school.lead()).at(0).due, Instant{std::chrono::sys_days{on("2026-11-24")} + 16h});
    const auto deputy = school.at.actor("deputy@fennimore.example");
    EXPECT_TRUE(late(deputy).empty()) << "not yet for the next person up";

    school.at.clock().set(std::chrono::sys_days{on("2026-11-25")} + 16h + 1min);
    EXPECT_EQ(late(school.lead()).size(), 1U) << "it stays theirs";
    ASSERT_EQ(late(deputy).size(), 1U);
    EXPECT_TRUE(late(deputy).at(0).is_passed_up);
    EXPECT_THAT(late(deputy).at(0).answer, testing::SizeIs(1));
    EXPECT_TRUE(late(school.head()).empty()) << "one person up, not all";

    ASSERT_TRUE(school.change(school.lead(), record::AnswerYoungPerson{school.lead().person, "We read it."}));
    EXPECT_TRUE(late(school.lead()).empty());
    EXPECT_TRUE(late(deputy).empty());
}

}  // namespace
}  // namespace safelead::app
