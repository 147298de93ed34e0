#include "learning/currency.h"

#include "learning/posts.h"

#include <gtest/gtest.h>

namespace safelead::learning {
namespace {

Date on(std::string_view text)
{
    return *parse_date(text);
}

Requirement every_two_years()
{
    Requirement one;
    one.id = "dsl-two-yearly";
    one.roles = {directory::Role::dsl};
    one.topics = {TopicId{"dsl"}};
    one.first_within_days = 0;
    one.again_in_months = 24;
    return one;
}

Achievement had(std::string_view topic, std::string_view day, std::string_view organisation = "school")
{
    return {TopicId{std::string{topic}},
            Kind::course,
            on(day),
            OrganisationId{std::string{organisation}},
            60,
            {},
            {},
            {},
            {},
            std::nullopt,
            1};
}

const OrganisationId school{"school"};

Standing standing(const Requirement& one, std::vector<Achievement> all, std::string_view today,
                  std::string_view since = "2026-01-10")
{
    return currency_of(one, on(since), school, all, on(today)).standing;
}

TEST(Currency, IsOverdueTheDayAfterItWasDueAndNotOnThatDay)
{
    const auto one = every_two_years();
    EXPECT_EQ(standing(one, {had("dsl", "2024-11-28")}, "2026-11-28"), Standing::due_soon);
    EXPECT_EQ(standing(one, {had("dsl", "2024-11-28")}, "2026-11-29"), Standing::overdue);
    EXPECT_EQ(standing(one, {had("dsl", "2025-11-28")}, "2026-11-29"), Standing::in_date);
}

TEST(Currency, OfSomebodyNewIsToBeginAsLongAsThereIsTime)
{
    auto one = every_two_years();
    one.first_within_days = 30;
    EXPECT_EQ(standing(one, {}, "2026-02-09"), Standing::to_begin);
    EXPECT_EQ(standing(one, {}, "2026-02-10"), Standing::overdue);
    one.first_within_days = 0;
    EXPECT_EQ(standing(one, {}, "2026-01-10"), Standing::to_begin);
    EXPECT_EQ(standing(one, {}, "2026-01-11"), Standing::overdue);
}

TEST(Currency, CountsTheLastTimeAndNothingElseThanWhatIsAskedFor)
{
    const auto one = every_two_years();
    const auto currency =
        currency_of(one, on("2020-01-01"), school,
                    {had("dsl", "2023-05-02"), had("dsl", "2025-03-01"), had("governors", "2026-10-01")},
                    on("2026-11-28"));
    EXPECT_EQ(currency.last, on("2025-03-01"));
    EXPECT_EQ(currency.due, on("2027-03-01"));
    EXPECT_EQ(standing(one, {had("governors", "2026-10-01")}, "2026-11-28"), Standing::overdue);
    EXPECT_EQ(standing(one, {had("dsl", "2026-12-01")}, "2026-11-28"), Standing::overdue)
        << "what is still ahead does not count";
}

TEST(Currency, OfAnInductionIsWhatWasLearntHereOnce)
{
    Requirement one = every_two_years();
    one.topics = {TopicId{"induction"}};
    one.again_in_months.reset();
    one.where = Where::here;
    EXPECT_EQ(standing(one, {had("induction", "2019-09-01", "other")}, "2026-11-28"), Standing::overdue);
    const auto currency =
        currency_of(one, on("2019-09-01"), school, {had("induction", "2019-09-01")}, on("2026-11-28"));
    EXPECT_EQ(currency.standing, Standing::in_date);
    EXPECT_FALSE(currency.due);
}

TEST(Currency, GoesByMonthsToTheirLastDay)
{
    EXPECT_EQ(months_after(on("2024-02-29"), 12), on("2025-02-28"));
    EXPECT_EQ(months_after(on("2024-02-29"), 24), on("2026-02-28"));
    EXPECT_EQ(months_after(on("2026-08-31"), 1), on("2026-09-30"));
    EXPECT_EQ(months_after(on("2026-11-28"), 12), on("2027-11-28"));
}

TEST(Posts, SayTheEarliestOfTheRolesThatAreStillHeld)
{
    using directory::Role;
    const PersonId person{"p"};
    Posts posts;
    const auto at = [](std::string_view text) { return *parse_instant(text); };
    posts.take(directory::RoleGiven{person, school, Role::staff, {}}, at("2024-09-01T08:00:00Z"));
    posts.take(directory::RoleGiven{person, school, Role::dsl, {}}, at("2026-01-10T08:00:00Z"));
    EXPECT_EQ(posts.since(person, school, {Role::staff, Role::dsl}), at("2024-09-01T08:00:00Z"));
    EXPECT_EQ(posts.since(person, school, {Role::dsl}), at("2026-01-10T08:00:00Z"));
    posts.take(directory::RoleTaken{person, school, Role::dsl, {}}, at("2026-02-01T08:00:00Z"));
    EXPECT_FALSE(posts.since(person, school, {Role::dsl}));
    posts.take(directory::PersonLeft{person, {}}, at("2026-03-01T08:00:00Z"));
    EXPECT_FALSE(posts.since(person, school, {Role::staff}));
}

TEST(Learner, StrikesOutAndNeverTakesAway)
{
    Learner learner;
    TrainingRecorded training;
    training.on = on("2026-11-01");
    training.topic = TopicId{"updates"};
    const auto today = on("2026-11-28");
    EXPECT_EQ(decide(learner, RecordTraining{training}, today).error(), Refusal::provider_missing);
    training.provider = "The partnership";
    training.on = on("2026-11-29");
    EXPECT_EQ(decide(learner, RecordTraining{training}, today).error(), Refusal::date_ahead);
    training.on = today;
    learner = evolve(learner, decide(learner, RecordTraining{training}, today).value().at(0), Instant{});
    EXPECT_EQ(achievements_of(learner).size(), 1U);
    EXPECT_EQ(decide(learner, StrikeOutTraining{{2, PersonId{"lead"}, "wrong"}}, today).error(),
              Refusal::no_such_record);
    EXPECT_EQ(decide(learner, StrikeOutTraining{{1, PersonId{"lead"}, " "}}, today).error(),
              Refusal::reason_missing);
    learner =
        evolve(learner,
               decide(learner, StrikeOutTraining{{1, PersonId{"lead"}, "wrong person"}}, today).value().at(0),
               Instant{});
    EXPECT_TRUE(achievements_of(learner).empty());
    EXPECT_EQ(learner.records.size(), 1U);
}

TEST(Learner, ConfirmsEachEditionOnce)
{
    Learner learner;
    const ConfirmGuide first{{school, "1001-the-first-minute", 1}};
    const auto today = on("2026-11-28");
    learner = evolve(learner, decide(learner, first, today).value().at(0), Instant{});
    EXPECT_EQ(decide(learner, first, today).error(), Refusal::already_understood);
    EXPECT_TRUE(learner.understood_at("1001-the-first-minute", 1));
    EXPECT_FALSE(learner.understood_at("1001-the-first-minute", 2)) << "a new edition asks again";
}

TEST(TrainingSession, TakesNoTelephoneNumberForAPageThatAnybodyReads)
{
    SessionPlanned planned;
    planned.starts = Instant{std::chrono::days{20'000}};
    planned.minutes = 60;
    planned.places = 1;
    planned.where = "Room 1. Ring 0113 496 0100";
    const Instant now = planned.starts - std::chrono::days{3};
    EXPECT_EQ(decide(Session{}, PlanSession{planned}, now).error(), Refusal::has_telephone_number);
    planned.where = "Room 1, 3:30 to 4:30 on 1 December 2026";
    EXPECT_TRUE(decide(Session{}, PlanSession{planned}, now).has_value());
}

}  // namespace
}  // namespace safelead::learning
