// What holds of a training session whatever is asked of it, and in whatever order.

#include "exchange/learning_events.h"
#include "learning/session.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

namespace safelead {
namespace {

using namespace learning;
using namespace std::chrono_literals;

const Instant starts{std::chrono::sys_days{std::chrono::year{2026} / 12 / 1} + 15h};

int up_to(int most)
{
    return *rc::gen::resize(rc::kNominalSize, rc::gen::inRange(0, most + 1));
}

PersonId somebody()
{
    return PersonId{*rc::gen::element<std::string>("a", "b", "c", "d", "e", "f")};
}

OrganisationId somewhere()
{
    return OrganisationId{*rc::gen::element<std::string>("school", "other")};
}

SessionPlanned plan(int places)
{
    SessionPlanned planned;
    planned.session = SessionId{"one"};
    planned.reference = SessionReference{"S-1"};
    planned.by = PersonId{"trainer"};
    planned.organisation = OrganisationId{"school"};
    planned.topic = TopicId{"sharing-images"};
    planned.trainer = PersonId{"trainer"};
    planned.starts = starts;
    planned.minutes = 60;
    planned.where = "The hall";
    planned.places = places;
    return planned;
}

SessionCommand any_command()
{
    const std::string code = *rc::gen::element<std::string>("maple river", "no code", "");
    switch (up_to(9)) {
        case 0:
            return CancelSession{PersonId{"trainer"}, up_to(3) == 0 ? "The room is closed." : ""};
        case 1:
        case 2:
        case 3:
            return BookPlace{somebody(), somewhere()};
        case 4:
        case 5:
            return GiveUpPlace{somebody()};
        case 6:
            return OpenCode{PersonId{"trainer"}, code};
        case 7:
            return KeepRegister{PersonId{"trainer"},
                                {{somebody(), somewhere(), static_cast<Mark>(up_to(1)), ""},
                                 {somebody(), somewhere(), static_cast<Mark>(up_to(1)), "ill"}}};
        case 8:
            return AttendByCode{somebody(), somewhere(), code};
        default:
            return EvaluateSession{{somebody(), Useful::fairly, Sure::partly, "words"}};
    }
}

/// Does this and that to a session while time goes on; `check` sees it before and after each event.
template <class Check>
void go_anywhere(const Check& check)
{
    Instant now = starts - 2h;
    Session session = evolve({}, SessionEvent{plan(1 + up_to(3))}, now);
    for (int steps = up_to(40); steps > 0; --steps) {
        now += std::chrono::minutes{up_to(10)};
        const auto command = any_command();
        const auto events = decide(session, command, now);
        if (!events) continue;
        const Session before = session;
        for (const auto& event : *events) session = evolve(std::move(session), event, now);
        check(before, command, *events, session, now);
    }
}

bool is_changed(const std::vector<Place>& before, const std::vector<Place>& after)
{
    return before != after;
}

RC_GTEST_PROP(TrainingSession, NeverHasMorePeopleThanPlaces, ())
{
    go_anywhere([](const Session&, const SessionCommand&, const auto&, const Session& after, Instant) {
        RC_ASSERT(static_cast<int>(after.booked.size()) <= after.planned.places);
        RC_ASSERT(after.waiting.empty() || after.places_left() == 0);
    });
}

RC_GTEST_PROP(TrainingSession, NobodyHasAPlaceAndWaitsForOneOrHasTwo, ())
{
    go_anywhere([](const Session&, const SessionCommand&, const auto&, const Session& after, Instant) {
        std::set<PersonId> seen;
        for (const auto* places : {&after.booked, &after.waiting})
            for (const auto& place : *places) RC_ASSERT(seen.insert(place.person).second);
    });
}

RC_GTEST_PROP(TrainingSession, WhoeverHasWaitedLongestMovesUp, ())
{
    go_anywhere([](const Session& before, const SessionCommand&, const std::vector<SessionEvent>& events,
                   const Session&, Instant) {
        for (const auto& event : events) {
            const auto* moved = std::get_if<PlaceMovedUp>(&event);
            if (moved == nullptr) continue;
            RC_ASSERT(!before.waiting.empty());
            RC_ASSERT(moved->person == before.waiting.front().person);
        }
    });
}

RC_GTEST_PROP(TrainingSession, WhoIsMarkedHadAPlaceOrIsSaidToHaveWalkedIn, ())
{
    go_anywhere([](const Session& before, const SessionCommand&, const std::vector<SessionEvent>& events,
                   const Session& after, Instant now) {
        for (const auto& event : events) {
            const auto* marked = std::get_if<AttendanceMarked>(&event);
            if (marked == nullptr) continue;
            RC_ASSERT((marked->came == Came::booked) == before.has_place(marked->person));
            RC_ASSERT(now >= starts - register_opens_before);
        }
        std::set<PersonId> seen;
        for (const auto& mark : after.marks) RC_ASSERT(seen.insert(mark.person).second);
        for (const auto& one : after.evaluations) {
            const auto* mark = after.mark_of(one.person);
            RC_ASSERT(mark != nullptr);
        }
    });
}

RC_GTEST_PROP(TrainingSession, PlacesDoNotChangeOnceItHasBegun, ())
{
    go_anywhere(
        [](const Session& before, const SessionCommand&, const auto&, const Session& after, Instant now) {
            if (now < starts) return;
            RC_ASSERT(!is_changed(before.booked, after.booked));
            RC_ASSERT(!is_changed(before.waiting, after.waiting));
            RC_ASSERT(before.cancelled == after.cancelled);
        });
}

RC_GTEST_PROP(TrainingSession, ACodeHoldsForAQuarterOfAnHour, ())
{
    go_anywhere([](const Session& before, const SessionCommand& command,
                   const std::vector<SessionEvent>& events, const Session&, Instant now) {
        const auto* given = std::get_if<AttendByCode>(&command);
        if (given == nullptr || events.empty()) return;
        RC_ASSERT(before.code.has_value());
        RC_ASSERT(before.code->code == given->code);
        RC_ASSERT(now <= before.code->until);
    });
}

RC_GTEST_PROP(TrainingSession, EveryEventComesBackFromItsBytes, ())
{
    go_anywhere([](const Session&, const SessionCommand&, const std::vector<SessionEvent>& events,
                   const Session&, Instant) {
        for (const auto& event : events) {
            const auto bytes = exchange::encode(exchange::to_event_bytes(event));
            RC_ASSERT(exchange::session_event(exchange::decode(bytes).value()).value() == event);
        }
    });
}

}  // namespace
}  // namespace safelead
