#include "app/training.h"

#include "app/open_shelf.h"
#include "app/training_record.h"
#include "app/who_to_ring.h"
#include "support/practice_partnership.h"
#include "support/source_dir.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace safelead::app {
namespace {

using namespace std::chrono_literals;
using test::PracticePartnership;

const OpenShelf& shelf_of_tests()
{
    static const OpenShelf shelf =
        read_open_shelf(safelead::test::source_dir() + "/guidance", test::local_guidance()).value();
    return shelf;
}

class Training : public testing::Test {
protected:
    [[nodiscard]] Actor who(const std::string& name)
    {
        const auto at_partnership = name == "trainer" || name == "coordinator";
        return partnership.actor(name + (at_partnership ? "@partnership.example" : "@fennimore.example"));
    }

    [[nodiscard]] static const learning::Curriculum& curriculum() { return shelf_of_tests().training; }

    [[nodiscard]] learning::SessionReference plan(int places)
    {
        NewTraining planned;
        planned.topic = learning::TopicId{"sharing-images"};
        planned.kind = learning::Kind::light_bite;
        planned.starts = partnership.clock().now() + 48h;
        planned.minutes = 60;
        planned.where = "Room 2";
        planned.places = places;
        planned.content_version = "Guide 155, edition 1";
        return wait_for(plan_training(partnership.safelead(), curriculum(), who("trainer"),
                                      partnership.command(), planned))
            .value();
    }

    [[nodiscard]] Outcome<Done> change(const Actor& actor, const learning::SessionReference& reference,
                                       TrainingChange what)
    {
        return wait_for(change_training(partnership.safelead(), actor, partnership.command(), reference,
                                        std::move(what)));
    }

    [[nodiscard]] Outcome<Done> book(const Actor& actor, const learning::SessionReference& reference)
    {
        return change(actor, reference, learning::BookPlace{actor.person, actor.organisation});
    }

    [[nodiscard]] std::shared_ptr<const learning::Session> see(const learning::SessionReference& reference)
    {
        return see_training(partnership.safelead(), nullptr, reference).value().it;
    }

    [[nodiscard]] std::string code(const learning::SessionReference& reference)
    {
        EXPECT_TRUE(wait_for(
            open_attendance_code(partnership.safelead(), who("trainer"), partnership.command(), reference)));
        return see(reference)->code->code;
    }

    [[nodiscard]] Outcome<Done> give(const Actor& actor, const learning::SessionReference& reference,
                                     const std::string& typed)
    {
        return wait_for(
            give_attendance_code(partnership.safelead(), actor, partnership.command(), reference, typed));
    }

    PracticePartnership partnership;
};

TEST_F(Training, GoesFromBookingOverTheWaitingListToACertificate)
{
    const auto reference = plan(1);
    const auto teacher = who("teacher");
    const auto deputy = who("deputy");
    EXPECT_TRUE(book(teacher, reference));
    EXPECT_TRUE(book(deputy, reference));
    EXPECT_EQ(see(reference)->place_in_line(deputy.person), 1U);
    EXPECT_TRUE(change(teacher, reference, learning::GiveUpPlace{teacher.person}));
    EXPECT_TRUE(see(reference)->has_place(deputy.person));

    partnership.clock().pass(48h - 10min);
    partnership.restart();
    const auto words = code(reference);
    EXPECT_TRUE(give(deputy, reference, "  " + words + "!"));
    EXPECT_TRUE(give(teacher, reference, words));
    const auto session = see(reference);
    EXPECT_EQ(session->mark_of(deputy.person)->came, learning::Came::booked);
    EXPECT_EQ(session->mark_of(teacher.person)->came, learning::Came::walked_in);

    const auto pdf =
        wait_for(certificate(partnership.safelead(), shelf_of_tests(), deputy, reference)).value();
    EXPECT_TRUE(pdf.starts_with("%PDF-"));
    EXPECT_FALSE(wait_for(certificate(partnership.safelead(), shelf_of_tests(), who("head"), reference)));
    const auto mine = my_training(partnership.safelead(), shelf_of_tests(), deputy).value();
    ASSERT_EQ(mine.own.learnt.size(), 1U);
    EXPECT_EQ(mine.own.learnt[0].content_version, "Guide 155, edition 1");
}

TEST_F(Training, ACodeIsTriedFiveTimesAndNoLongerThanItHolds)
{
    const auto reference = plan(5);
    const auto teacher = who("teacher");
    partnership.clock().pass(48h);
    const auto words = code(reference);
    for (int tries = 0; tries < 5; ++tries)
        EXPECT_EQ(give(teacher, reference, "not this").error(), NotDone{learning::Refusal::wrong_code});
    EXPECT_EQ(give(teacher, reference, words).error(), NotDone{learning::Refusal::too_many_tries});
    EXPECT_TRUE(give(who("head"), reference, words)) << "others have their own tries";
    partnership.clock().pass(16min);
    EXPECT_EQ(give(who("deputy"), reference, words).error(), NotDone{learning::Refusal::no_code_open});
}

TEST_F(Training, WhatIsOnlyForOneOrganisationIsNotThereForOthers)
{
    NewTraining planned;
    planned.topic = learning::TopicId{"updates"};
    planned.starts = partnership.clock().now() + 24h;
    planned.minutes = 30;
    planned.where = "Staff room";
    planned.places = 10;
    planned.audience = learning::Audience::organisation;
    const auto reference = wait_for(plan_training(partnership.safelead(), curriculum(), who("lead"),
                                                  partnership.command(), planned))
                               .value();
    const auto elsewhere = partnership.actor("teacher@littlewendle.example");
    EXPECT_EQ(see_training(partnership.safelead(), &elsewhere, reference).error(), NotDone{NotThere{}});
    EXPECT_EQ(see_training(partnership.safelead(), nullptr, reference).error(), NotDone{NotThere{}});
    EXPECT_FALSE(book(elsewhere, reference));
    EXPECT_TRUE(book(who("teacher"), reference));
    EXPECT_FALSE(see_register(partnership.safelead(), who("trainer"), reference));
    EXPECT_FALSE(see_register(partnership.safelead(), who("teacher"), reference));
    EXPECT_TRUE(see_register(partnership.safelead(), who("lead"), reference));
}

TEST_F(Training, TheLeadSeesWhoIsOverdueAndWhatWasDoneElsewhereCounts)
{
    const auto lead = who("lead");
    const auto& shelf = shelf_of_tests();
    partnership.clock().pass(24h * 40);
    const auto standing = [&](const std::string& id) {
        const auto people = training_record(partnership.safelead(), shelf, lead).value();
        const auto found = std::ranges::find(people, lead.person, &PersonsTraining::person);
        for (const auto& one : found->required)
            if (one.requirement->id == id) return one.currency.standing;
        throw_bug("nothing is required of the lead");
    };
    EXPECT_EQ(standing("dsl-two-yearly"), learning::Standing::overdue);
    learning::TrainingRecorded training;
    training.topic = learning::TopicId{"dsl"};
    training.on = *parse_date("2026-09-01");
    training.provider = "The partnership";
    EXPECT_TRUE(wait_for(
        record_training(partnership.safelead(), shelf, lead, partnership.command(), lead.person, training)));
    EXPECT_EQ(standing("dsl-two-yearly"), learning::Standing::in_date);
    EXPECT_EQ(standing("dsl-annual"), learning::Standing::in_date);
    EXPECT_TRUE(wait_for(strike_out_training(partnership.safelead(), lead, partnership.command(), lead.person,
                                             1, "Another person")));
    EXPECT_EQ(standing("dsl-two-yearly"), learning::Standing::overdue);

    const auto elsewhere = partnership.actor("teacher@littlewendle.example");
    EXPECT_EQ(wait_for(record_training(partnership.safelead(), shelf, lead, partnership.command(),
                                       elsewhere.person, training))
                  .error(),
              NotDone{NotThere{}});
    EXPECT_FALSE(training_record(partnership.safelead(), shelf, who("teacher")));
}

TEST_F(Training, AGuideIsConfirmedForItsEdition)
{
    const auto& shelf = shelf_of_tests();
    const auto teacher = who("teacher");
    const std::string guide = "1001-the-first-minute";
    const auto to_confirm = [&] {
        return training_today(partnership.safelead(), shelf, teacher).value().to_confirm.size();
    };
    const auto before = to_confirm();
    ASSERT_GT(before, 0U);
    EXPECT_FALSE(
        wait_for(confirm_guide(partnership.safelead(), shelf, teacher, partnership.command(), guide, 99)));
    EXPECT_TRUE(
        wait_for(confirm_guide(partnership.safelead(), shelf, teacher, partnership.command(), guide, 1)));
    EXPECT_EQ(to_confirm(), before - 1);

    OpenShelf newer;
    auto texts = shelf.texts.all();
    for (auto& text : texts)
        if (text.name == guide) text.edition = 2;
    newer.texts = guidance::OpenTexts{std::move(texts)};
    newer.training = shelf.training;
    EXPECT_EQ(training_today(partnership.safelead(), newer, teacher).value().to_confirm.size(), before)
        << "a new edition asks again";
}

TEST_F(Training, TheCoordinatorIsToldOfGuidesPastTheirReviewDate)
{
    const auto& shelf = shelf_of_tests();
    const auto today = [&](const std::string& name) {
        return training_today(partnership.safelead(), shelf, who(name)).value();
    };
    EXPECT_TRUE(today("coordinator").past_review.empty());
    partnership.clock().pass(24h * 170);  // Mid-May 2027: most are to be checked by 23 May.
    EXPECT_FALSE(today("coordinator").soon_to_review.empty());
    partnership.clock().pass(24h * 30);
    EXPECT_FALSE(today("coordinator").past_review.empty());
    EXPECT_TRUE(today("lead").past_review.empty());
}

TEST_F(Training, ThePracticeSessionsAreOfTopicsThatAreOnTheShelf)
{
    const auto sessions = training_held(partnership.safelead(), who("lead")).value();
    ASSERT_EQ(sessions.size(), 1U);
    EXPECT_NE(curriculum().topic(sessions[0].it->planned.topic), nullptr);
    const auto coming = coming_training(partnership.safelead(), nullptr);
    ASSERT_EQ(coming.size(), 1U);
    EXPECT_NE(curriculum().topic(coming[0].it->planned.topic), nullptr);
    EXPECT_TRUE(coming[0].trainer.empty()) << "no name for somebody who is not signed in";
}

}  // namespace
}  // namespace safelead::app
