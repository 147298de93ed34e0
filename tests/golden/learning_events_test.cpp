// The bytes of one event of each type of training, as they are sealed. A change here is a change of
// docs/formats/events.md and of what lies on people's disks. ACCEPT=1 rewrites the file.

#include "exchange/learning_events.h"

#include "support/source_dir.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

namespace safelead {
namespace {

using namespace learning;

const std::string learning_file = safelead::test::source_dir() + "/tests/golden/events/learning.jsonl";

std::vector<SessionEvent> every_session_event()
{
    const PersonId trainer{"p-trainer"};
    const PersonId person{"p-one"};
    const OrganisationId school{"o-school"};
    const auto starts = *parse_instant("2026-12-07T15:30:00Z");
    return {
        SessionPlanned{SessionId{"s-1"}, SessionReference{"S-7K3M-9QXD"}, trainer,
                       OrganisationId{"o-partnership"}, TopicId{"sharing-images"}, Kind::light_bite,
                       PersonId{"p-other-trainer"}, starts, 60, "Room 1, \"north\" wing", "Bring nothing.",
                       20, Audience::organisation, "Guide 155, edition 1"},
        SessionCancelled{trainer, "The room is closed."},
        PlaceBooked{person, school},
        PlaceAwaited{PersonId{"p-two"}, school},
        PlaceGivenUp{person},
        PlaceMovedUp{PersonId{"p-two"}},
        CodeOpened{trainer, "maple river", *parse_instant("2026-12-07T15:45:00Z")},
        AttendanceMarked{person, school, Mark::absent, Came::walked_in, MarkedBy::code, trainer, "ill"},
        SessionEvaluated{person, Useful::not_at_all, Sure::partly, "More time."},
    };
}

std::vector<LearnerEvent> every_learner_event()
{
    return {
        TrainingRecorded{1, PersonId{"p-lead"}, OrganisationId{"o-school"}, TopicId{"dsl"}, Kind::refresher,
                         *parse_date("2026-09-03"), 180, "The partnership", "Course of 2026", "passed",
                         "In the office"},
        TrainingStruckOut{1, PersonId{"p-head"}, "Another person"},
        GuideUnderstood{OrganisationId{"o-school"}, "1001-the-first-minute", 2},
    };
}

TEST(LearningEvents, AreTheBytesThatWereReleased)
{
    std::string lines;
    for (const auto& event : every_session_event())
        lines += std::string{text_of(exchange::encode(exchange::to_event_bytes(event)))} + "\n";
    for (const auto& event : every_learner_event())
        lines += std::string{text_of(exchange::encode(exchange::to_event_bytes(event)))} + "\n";
    if (std::getenv("ACCEPT") != nullptr) std::ofstream{learning_file} << lines;
    std::ifstream in{learning_file};
    std::stringstream golden;
    golden << in.rdbuf();
    EXPECT_EQ(lines, golden.str());
}

TEST(LearningEvents, ComeBackAsTheyWere)
{
    for (const auto& event : every_session_event())
        EXPECT_EQ(exchange::session_event(exchange::to_event_bytes(event)).value(), event);
    for (const auto& event : every_learner_event())
        EXPECT_EQ(exchange::learner_event(exchange::to_event_bytes(event)).value(), event);
    auto bytes = exchange::to_event_bytes(every_session_event().front());
    bytes.version = 2;
    EXPECT_EQ(exchange::session_event(bytes).error().kind, exchange::EventFault::Kind::unknown_version);
    EXPECT_EQ(exchange::learner_event(bytes).error().kind, exchange::EventFault::Kind::unknown_type);
}

}  // namespace
}  // namespace safelead
